/**
 * What main.js has and the files that it loads need as well: the build lets them take it from there, instead of having it
 * once more (see `tsup.config.ts`). So nothing in src/ imports this file; that no name is there twice the compiler sees.
 */
export * from './argv';
export * from './counted';
export * from './errors';
export * from './raw-options';
export * from './catalogue/blocks';
export * from './catalogue/clean';
export * from './catalogue/compiled';
export * from './catalogue/compiled-files';
export * from './catalogue/kinds';
export * from './catalogue/outline';
export * from './catalogue/outline-file';
export * from './catalogue/shell-words';
export * from './catalogue/squeezed';
export * from './commands/answer';
export * from './commands/coming-fields';
export * from './commands/criteria';
export * from './commands/empty';
export * from './commands/find-coming';
export * from './commands/options';
export * from './commands/sort';
export * from './commands/specs';
export * from './query/deadlines';
export * from './query/expected';
export * from './query/past';
export * from './query/select';
export * from './query/upcoming';
export * from './reader/folders';
export * from './reader/own-catalogue';
export * from './render/deadline-words';
export * from './render/formats';
export * from './render/pick';
export * from './render/style';
export * from './search/distance';
export * from './search/facet-values';
export * from './search/plain-letters';
export * from './time/day';
export * from './time/interval';
export * from './time/pattern';
export * from './time/reader';
export * from './time/span';
