import { parseArgs } from 'node:util';
import { dataCatalogue } from './catalogue';
import { evaluate, type Result } from './evaluate';
import { HALVES, readJudged, withGrades } from './judged';
import { JUDGED_ON, product } from './product';
import { eachText, reportText } from './report';
import { rivals } from './rivals';

/**
 * Measures `search` on judged queries, beside three libraries as they come.
 * Usage: npm run eval:search [-- --half tuning] [-- --each]
 * `--half` asks one half only; `--each` prints every query of the tuning half with its answer, the worst first.
 */
const { values } = parseArgs({ options: { half: { type: 'string' }, each: { type: 'boolean' } } });

async function main(): Promise<void> {
  const asked = HALVES.filter((half) => (values.half ?? half) === half);
  if (asked.length === 0) throw new RangeError(`--half is ${HALVES.join(' or ')}`);
  const catalogue = dataCatalogue();
  const engines = [product(catalogue), ...rivals(catalogue.entries())];
  for (const half of asked) {
    const queries = readJudged(half).map((query) => withGrades(query, catalogue.entries()));
    const byEngine = new Map<string, Result[]>();
    for (const engine of engines) byEngine.set(engine.name, await evaluate(engine, queries));
    // Who tunes shall not see where the other half fails.
    const [ours] = byEngine.values();
    if (values.each && half === 'tuning' && ours) console.log(`${eachText(ours)}\n`);
    console.log(`The ${half} half: ${queries.length} queries, as of ${JUDGED_ON.slice(0, 10)}\n`);
    console.log(`${reportText(byEngine)}\n`);
  }
}

void main();
