import { version } from '../package.json';

/** Version of the program, as it is published. */
export const VERSION: string = version;
