import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDisk } from '../../src/disk';
import type { Change, Fetched } from '../../src/sources/fetched';
import { readFeed } from '../../src/sources/feed';
import { aFolder } from '../helpers/folder';
import { builtFiles, SMALL, type FakeHostOptions } from '../helpers/host';
import { expectTwoLines, guide } from '../helpers/run';

const moved: Change = {
  day: '2026-11-10',
  change: 'moved',
  id: 'mlops-day-2026',
  kind: 'event',
  name: 'MLOps Day 2026',
  field: 'dates',
  old: '18–19 Nov 2026',
  new: '20–21 Nov 2026',
  source: 'conference-data',
  ref: 'https://list.example/data.json',
};
const added: Change = {
  day: '2026-11-19',
  change: 'added',
  id: 'watching-models',
  kind: 'book',
  name: 'Watching <Models>',
  source: 'catalogue',
  ref: 'its page',
};
const gone: Change = {
  day: '2026-07-01',
  change: 'retired',
  id: 'left',
  kind: 'tool',
  name: 'Left',
  source: 'catalogue',
};

/** A reader whose updates changed some things, with a release that changed others. */
function reader({ releases = [], updates = [] }: { releases?: readonly Change[]; updates?: readonly Change[] }) {
  const data = aFolder();
  const now = { updated: '', by: '', sources: [], remembered: [] };
  const fetched: Fetched = { version: 1, now, journal: updates };
  mkdirSync(data, { recursive: true });
  if (updates.length > 0) writeFileSync(join(data, 'fetched.json'), JSON.stringify(fetched));
  const built = new Map([...builtFiles(), ['changes.json', Buffer.from(JSON.stringify(releases))] as const]);
  const env = { MLOPS_GUIDE_DATA_DIR: data, MLOPS_GUIDE_CONFIG_DIR: data, MLOPS_GUIDE_CACHE_DIR: data };
  return (line: string, more: FakeHostOptions = {}) =>
    guide(`changes ${line}`, { built, env, disk: createDisk(() => Date.parse('2026-11-21T09:00Z')), ...more });
}
const both = reader({ releases: [gone, added], updates: [moved] });
const idsIn = (out: string): string[] => out.split('\n').filter(Boolean).map((line) => line.split('\t')[3] ?? ''); // prettier-ignore

describe('what is told', () => {
  test.each([
    { line: '', ids: ['watching-models', 'mlops-day-2026'] },
    { line: '--since 5d', ids: ['watching-models'] },
    { line: '--since 2026-11-10', ids: ['watching-models', 'mlops-day-2026'] },
    { line: '--since 2026-11-11', ids: ['watching-models'] },
    { line: '--since 6mo', ids: ['watching-models', 'mlops-day-2026', 'left'] },
    { line: '--since 1y --kind tool', ids: ['left'] },
    { line: '--since 1y --kind event,book', ids: ['watching-models', 'mlops-day-2026'] },
    { line: '--since 1y --change moved,retired', ids: ['mlops-day-2026', 'left'] },
    { line: '--since 1y --topic feature-stores', ids: ['mlops-day-2026'] },
    { line: '--since 1y --topic monitoring', ids: ['watching-models', 'mlops-day-2026'] },
    { line: '--since 1y left', ids: ['left'] },
    { line: '--since 1y watching-models', ids: ['watching-models'] },
    // A series stands for its editions.
    { line: 'mlops-day', ids: ['mlops-day-2026'] },
    { line: '-n 1', ids: ['watching-models'] },
    { line: '--now 2026-11-15', ids: ['mlops-day-2026'] },
  ])('$line: $ids', async ({ line, ids }) => {
    const { code, out } = await both(line);
    expect({ code, ids: idsIn(out) }).toEqual({ code: 0, ids });
  });

  test('old → new, with the source, in every form', async () => {
    expect((await both('--change moved --header')).out).toBe(
      'day\tchange\tkind\tid\tname\tfield\told\tnew\tsource\tref\n' +
        '2026-11-10\tmoved\tevent\tmlops-day-2026\tMLOps Day 2026\tdates\t18–19 Nov 2026\t20–21 Nov 2026\tconference-data\thttps://list.example/data.json\n',
    );
    expect(JSON.parse((await both('--change moved --json')).out)).toEqual([
      { ...moved, url: 'https://mlops-day.example/2026' },
    ]);
    expect(JSON.parse((await both('--change moved --json --fields day,change,source')).out)).toEqual([
      { day: '2026-11-10', change: 'moved', source: 'conference-data' },
    ]);
    const { out, err } = await both('--change moved', { terminal: true });
    expect(out).toContain('dates: 18–19 Nov 2026 → 20–21 Nov 2026');
    expect(out).toContain('conference-data');
    expect(err).toContain('1 change ');
  });

  test('hostile text does nothing on a terminal', async () => {
    const run = reader({
      updates: [{ ...moved, name: 'A\u001b[2J\u202eB', new: 'x\u0007\ny', source: '\u001b]0;x\u0007s' }],
    });
    expect((await run('')).out).not.toMatch(/\u001b|\u0007|\u202e/);
    const { out } = await run('', { terminal: true });
    expect(out.replace(/\u001b\[\d+m/g, '')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
  });

  test('without a home, what releases changed', async () => {
    const built = new Map([...builtFiles(), ['changes.json', Buffer.from(JSON.stringify([added]))] as const]);
    expect(idsIn((await guide('changes', { built })).out)).toEqual(['watching-models']);
  });
});

describe('as Atom', () => {
  test('one entry a change, with an id that never changes', async () => {
    const { code, out, err } = await both('--since 1y --format atom');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const feed = readFeed(out);
    expect(feed?.title).toBe('Changes in mlops-guide');
    expect(feed?.items.map(({ title, url, published }) => [title, url, published])).toEqual([
      ['added: Watching <Models>', 'https://books.example/watching-models', '2026-11-19T00:00:00.000Z'],
      [
        'moved: MLOps Day 2026 (dates: 18–19 Nov 2026 → 20–21 Nov 2026)',
        'https://mlops-day.example/2026',
        '2026-11-10T00:00:00.000Z',
      ],
      ['retired: Left', undefined, '2026-07-01T00:00:00.000Z'],
    ]);
    expect(feed?.items[1]?.key).toBe(
      'tag:mlops-guide.invalid,2026:changes/2026-11-10/mlops-day-2026/moved/dates/29-a7e612f5455cf421',
    );
    expect(out).toContain('<updated>2026-11-19T00:00:00Z</updated>');
    expect(out).toContain('Source: conference-data, https://list.example/data.json');
    // The same on another day, and in another zone.
    expect((await both('--since 1y --format atom --now 2026-12-01 --tz Asia/Tokyo')).out).toBe(out);
    expect((await both('--since 1y --format atom -n 1')).out.match(/<entry>/g)).toHaveLength(1);
  });

  test('has no id twice, though something happened twice on a day', async () => {
    const off: Change = { ...moved, change: 'cancelled', field: 'status', old: 'scheduled', new: 'cancelled' };
    const on: Change = { ...off, change: 'moved', old: 'cancelled', new: 'scheduled' };
    const run = reader({ updates: [off, on, off] });
    expect(idsIn((await run('')).out)).toHaveLength(3);
    for (const line of ['--format atom', '--format atom -n 2'])
      expect((await run(line)).out.match(/<entry>/g)).toHaveLength(2);
  });

  test('a feed without entries is one too', async () => {
    const { out, err } = await reader({})('--format atom --since 2026-11-20');
    expect(readFeed(out)?.items).toEqual([]);
    expect(out).toContain('<updated>2026-11-20T00:00:00Z</updated>');
    expect(err).toContain('No changes since 2026-11-20.');
  });

  test('is for changes alone', async () => {
    const { code, err } = await guide('list --format atom');
    expect(code).toBe(2);
    expectTwoLines(err, 'only changes can be an Atom feed', 'mlops-guide changes --format atom');
    expect((await both('--format atom --fields id')).code).toBe(2);
  });
});

describe('nothing, and wrong usage', () => {
  test('says why there is nothing, and what would help', async () => {
    expect(await reader({})('')).toMatchObject({
      code: 0,
      out: '',
      err: 'No changes since 2026-10-22. Nothing was updated so far: see mlops-guide sources.\n',
    });
    expect(await both('--since 1d')).toMatchObject({
      code: 0,
      out: '',
      err: 'No changes since 2026-11-20. Look further back: --since 1y\n',
    });
    expect((await both('--since 1d --json')).out).toBe('[]\n');
  });

  test.each([
    { line: '--since yesterday', code: 2, says: '"yesterday" is neither a day nor a span', out: '14d' },
    { line: '--change mved', code: 2, says: 'no "mved". Did you mean "moved"?', out: 'added, moved' },
    { line: `--catalogue ${SMALL}`, code: 2, says: 'it takes no other catalogue', out: 'Leave out --catalogue' },
    { line: 'nonsense', code: 3, says: 'no entry "nonsense"', out: 'search' },
  ])('$line', async ({ line, code, says, out }) => {
    const ran = await both(line);
    expect(ran.code).toBe(code);
    expectTwoLines(ran.err, says, out);
  });
});
