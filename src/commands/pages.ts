// Commands for a person to read; one file of the build, for they share most of what they need.
export { open } from './open';
export { schema } from './schema';
export { show } from './show';
export { topics } from './topics';
export { version } from './version';
export { welcome } from './welcome';
