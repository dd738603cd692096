import { dataCatalogue } from '../search/catalogue';
import { madeUpEntries } from './entries';
import { writeEntries } from './write';

/** Writes a large catalogue. Usage: npm run -s bench:make -- COUNT FILE.yaml|FILE.jsonl [SEED] */
const [count = '100000', path = 'big.yaml', seed = '1'] = process.argv.slice(2);
writeEntries(path, madeUpEntries(dataCatalogue().entries(), Number(count), Number(seed)));
