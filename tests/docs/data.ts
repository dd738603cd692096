import { checkFiles } from '../../src/catalogue/check';
import { vocabularyOf } from '../../src/catalogue/vocabulary';
import { readCatalogueFiles } from '../../src/catalogue/load';
import { zones } from '../helpers/host';

/** The catalogue as data/ holds it: what the documents say about it is held against it. */
export const dataFiles = readCatalogueFiles(['data']);
export const vocabulary = vocabularyOf(undefined, zones);
export const data = checkFiles(dataFiles, vocabulary);
