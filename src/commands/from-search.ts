// All that ranks words: one file of the build, read by the command and where a name leads to no entry.
export { search as findWords } from '../search/query';
export { search } from './search';
