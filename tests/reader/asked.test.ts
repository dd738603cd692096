import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDisk } from '../../src/disk';
import type { Asking } from '../../src/search/asked';
import { aFolder } from '../helpers/folder';
import { builtFiles, type FakeHostOptions } from '../helpers/host';
import { idsOf } from '../helpers/run';

const ASKINGS: readonly Asking[] = [
  { phrase: 'releases baked on fridays', ids: ['monitoring'] },
  { phrase: 'slowly losing accuracy before lunch', ids: ['point-in-time-join'] },
  { phrase: '上周还好好的', ids: ['monitoring'] },
];
const built = builtFiles([], ASKINGS);

const BOOK = `
- id: our-book
  kind: book
  name: Baking
  summary: Of bread.
  topics: [monitoring]
  sources: [{ ref: us, verified: '2026-11-01' }]
  added: '2026-11-01'
`;
/** The bundled topic under another name; all else of it as it is. */
const TOPIC = `
- id: monitoring
  kind: topic
  name: Watching
  summary: Ours.
  topics: [monitoring]
  stage: operate
  definition: What we say of it.
  sources: [{ ref: us, verified: '2026-11-01' }]
  added: '2026-11-01'
`;

/** Somebody with a file of their own in the data folder, and a file elsewhere. */
function aReaderOf(text: string): { options: FakeHostOptions; file: string } {
  const folder = aFolder();
  const data = join(folder, 'data');
  mkdirSync(join(data, 'catalogue'), { recursive: true });
  if (text !== '') writeFileSync(join(data, 'catalogue', 'mine.yaml'), text);
  const file = join(folder, 'named.yaml');
  writeFileSync(file, text);
  const env = { MLOPS_GUIDE_DATA_DIR: data, MLOPS_GUIDE_CACHE_DIR: join(folder, 'cache') };
  return { options: { built, env, disk: createDisk(() => Date.parse('2026-11-21T09:00:00Z')) }, file };
}

const QUESTIONS = [
  'releases baked on fridays',
  'it was released and baked on a friday',
  'slowly losing accuracy before lunch',
  '上周还好好的',
];

describe('over a catalogue with the own entries of the reader, and ways of asking for the bundled ones', () => {
  test.each(QUESTIONS)('%s: finds as it does without them', async (query) => {
    const plain = await idsOf(['search', query], { built });
    const { options } = aReaderOf(BOOK);
    expect(plain[0]).toBe(query.includes('slowly') ? 'point-in-time-join' : 'monitoring');
    for (const time of ['first run', 'from the pack']) {
      const ids = await idsOf(['search', query], options);
      expect({ time, first: ids[0] }).toEqual({ time, first: plain[0] });
      expect(ids).toEqual(expect.arrayContaining(plain));
    }
  });

  test('asks for an entry of the reader in place of the bundled one', async () => {
    const { options } = aReaderOf(TOPIC);
    for (const query of QUESTIONS.filter((one) => !one.includes('slowly')))
      expect(await idsOf(['search', query], options)).toContain('monitoring');
  });

  test('an own entry that such a question asks for by its topic is found, too', async () => {
    const { options } = aReaderOf(BOOK);
    expect(await idsOf(['search', '上周还好好的', '--kind', 'book'], options)).toContain('our-book');
    expect(await idsOf(['search', '上周还好好的', '--kind', 'book'], { built })).not.toContain('our-book');
  });

  test('a catalogue that is named has those for what is in it, and no others', async () => {
    const { options, file } = aReaderOf(TOPIC);
    expect(await idsOf(['search', '上周还好好的', '--catalogue', file], options)).toEqual(['monitoring']);
    expect(await idsOf(['search', 'releases baked on fridays', '--catalogue', file], options)).toEqual(['monitoring']);
    expect(await idsOf(['search', '上周还好好的', '--catalogue', aReaderOf(BOOK).file], options)).toEqual([]);
  });
});
