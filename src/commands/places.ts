// Where things are: one file of the build, for the names of countries and the table of cities are read only where asked for.
export { distanceRecord, withDistances } from './distances';
export { readNear } from './near';
export { readCountries, readRegions } from './where';
