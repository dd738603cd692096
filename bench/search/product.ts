import { run } from '../../src/cli';
import { compileCatalogue } from '../../src/catalogue/compile';
import type { Catalogue } from '../../src/catalogue/catalogue';
import { fakeHost, zones } from '../../tests/helpers/host';
import { zoneText } from '../../src/time/zone-table';
import { compileZones } from '../../scripts/compile-zones';
import type { Engine } from './engines';
import { PLACES } from './metrics';

/** The day on which the queries were judged: it decides which events are past. */
export const JUDGED_ON = '2026-11-21T12:00Z';

/**
 * The program itself: what `mlops-guide search` prints, in-process, in front of nobody (no terminal, no settings). So
 * whatever stands between a query and its answer is measured, and nothing here must know how.
 */
export function product(catalogue: Catalogue): Engine {
  const built = new Map(
    Object.entries({
      ...Object.fromEntries(
        Object.entries(compileCatalogue(catalogue, zones)).map(([name, content]) => [`catalogue/${name}`, content]),
      ),
      'zones.txt': zoneText(compileZones()),
    }).map(([name, content]) => [name, Buffer.from(content)]),
  );
  return {
    name: 'mlops-guide',
    async answer({ query, kind }) {
      const host = fakeHost({ built });
      const options = ['--format', 'jsonl', '--fields', 'id', '--limit', String(PLACES), '--now', JUDGED_ON];
      const code = await run(['search', query, ...options, ...(kind ? ['--kind', kind] : [])], host);
      if (code !== 0) throw new Error(`search ${query}: exit ${code}\n${host.err}`);
      return host.out
        .split('\n')
        .filter(Boolean)
        .map((line) => String((JSON.parse(line) as { id: unknown }).id));
    },
  };
}
