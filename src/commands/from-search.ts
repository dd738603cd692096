// All that ranks words: one file of the build, read by the commands that search and where a name leads to no entry.
export { marked } from '../render/marks';
export { search as findWords } from '../search/query';
export { inSimplified } from '../search/traditional';
export { kindOf, numberOf, rowOf } from '../search/search-index';
export { noteAnswer, noteEmptySearch, quotedQuery, refuseUnknown, refuseWordless } from './search-notes';
