// All that reads, writes or describes YAML: one file of the build, because zod and yaml weigh more than the rest together.
export { yamlText } from '../render/yaml-text';
export { vocabularyOf } from '../catalogue/countries';
export { readBusyTimes } from '../calendar/busy-times';
export { loadFiles } from '../catalogue/load';
export { occurrences } from '../time/occurrences';
export { loadNamed } from '../reader/load-named';
export { ruleDays } from '../time/rule-days';
export { changes } from './changes';
export { checkLinks } from './check-links';
export { edit } from './edit';
export { latest } from './latest';
export { newEntry } from './new';
export { layOver } from '../sources/lay-over';
export { schema } from './schema';
export { sources } from './sources';
export { update } from './update';
export { validate } from './validate';
