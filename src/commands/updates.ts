// Commands for newer data; one file of the build, for they bring the readers of every form of data along.
export { changes } from './changes';
export { checkLinks } from './check-links';
export { latest } from './latest';
export { sources } from './sources';
export { update } from './update';
