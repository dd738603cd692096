// How tables look: one file of the build, read only where a person reads.
export { comingColumns, comingLegend } from './coming-columns';
export { OUTLINE_COLUMNS } from './outline-columns';
export { SEARCH_COLUMNS } from './search-columns';
export { table } from '../render/table';
