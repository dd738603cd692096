// How tables look: one file of the build, read only where a person reads.
export { comingColumns, comingLegend } from './coming-columns';
export { deadlineColumns, deadlineLegend } from './deadline-columns';
export { OUTLINE_COLUMNS } from './outline-columns';
export { searchColumns } from './search-columns';
export { table } from '../render/table';
export { fit } from '../render/width';
export { undatedAnswer } from './undated-answer';
export { lastEditions, undatedSeries } from '../query/undated';
