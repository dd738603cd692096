// Reading calendar files of the reader: one file of the build, for ical.js weighs more than all that asks for it.
export { readBusyTimes } from '../calendar/busy-times';
