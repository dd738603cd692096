// Commands for newer data; one file of the build, for both bring the readers of every form of data along.
export { sources } from './sources';
export { update } from './update';
