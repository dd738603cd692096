import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Catalogue, Outline } from '../../src/catalogue/catalogue';
import { compileCatalogue, packedCatalogue } from '../../src/catalogue/compile';
import { compiledCatalogue, type ReadPart } from '../../src/catalogue/compiled';
import { KINDS } from '../../src/catalogue/kinds';
import { memoryCatalogue } from '../../src/catalogue/memory';
import type { Entry } from '../../src/catalogue/schema';
import { eventInterval } from '../../src/time/interval';
import { loadFiles } from '../../src/catalogue/load';
import { vocabularyOf } from '../../src/catalogue/vocabulary';
import { aSeries, aTerm, aTool, aTopic, anEntry, anEvent, zones } from '../helpers/entries';

/** Reads from the compiled files as if they lay on a disk. */
function readerOf(files: Readonly<Record<string, Buffer>>): ReadPart {
  return (file, start = 0, length) => {
    const whole = files[file];
    if (!whole) throw new Error(`no file ${file}`);
    return whole.subarray(start, length === undefined ? undefined : start + length);
  };
}
const compiled = (catalogue: Catalogue): Catalogue =>
  compiledCatalogue(readerOf(compileCatalogue(catalogue)), 'compiled');

const plain = ({ id, kind, name, url, topics, when, until, lastMilestone }: Outline) => ({
  id,
  kind,
  name,
  url,
  topics,
  when,
  until,
  lastMilestone,
});
const textOf = (pieces: readonly Uint8Array[]): string => Buffer.concat(pieces).toString();
const parsed = (pieces: readonly Uint8Array[]): unknown => JSON.parse(`[${textOf(pieces)}]`);

const idArb = fc.stringMatching(/^[a-z0-9]{1,4}(-[a-z0-9]{1,3}){0,2}$/);
/** Text as a checked file holds it: any script, pictures, combining marks, quotes, backslashes; no controls. */
const textArb = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.constantFrom('模型监控', '🚀👩‍💻', 'Zürich', 'e\u0301', '"quoted"', 'back\\slash', ',', '],[', '\\n', "it's"),
  )
  .filter((text) => text.trim() !== '' && !/\p{Cc}/u.test(text));
const dayArb = fc.constantFrom('2022-05-17', '2026-11-21', '2026-12-08', '2027-01-02');
const urlArb = fc.option(fc.constantFrom('https://a.example/', 'https://b.example/模型?a=1&b=2'), { nil: undefined });
const headArb = fc.record({
  name: textArb,
  summary: textArb,
  url: urlArb,
  note: fc.option(textArb, { nil: undefined }),
  aliases: fc.option(fc.array(textArb, { minLength: 1, maxLength: 3 }), { nil: undefined }),
  topics: fc.array(fc.constantFrom('monitoring', 'feature-stores', 'agents'), { minLength: 1, maxLength: 3 }),
});
const milestonesArb = fc.option(
  fc.array(
    fc.record({
      kind: fc.constant('cfp' as const),
      label: textArb,
      at: fc.oneof(dayArb, fc.constant('2026-11-30T23:59')),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  { nil: undefined },
);
const entryArb: fc.Arbitrary<Entry> = fc
  .tuple(fc.constantFrom(...KINDS), idArb, headArb, dayArb, fc.option(dayArb, { nil: undefined }), milestonesArb)
  .map(([kind, id, head, start, end, milestones]) => {
    if (kind === 'event') return anEvent({ id, ...head, start, end, milestones });
    if (kind === 'series') return aSeries({ id, ...head });
    if (kind === 'tool') return aTool({ id, ...head });
    if (kind === 'topic') return aTopic({ id, ...head, topics: [id] });
    if (kind === 'term') return aTerm({ id, ...head });
    if (kind === 'paper')
      return anEntry({ kind, id, name: 'A paper', topics: head.topics, year: Number(start.slice(0, 4)) });
    return anEntry({ kind, id, name: 'A thing', topics: head.topics });
  });
/** As JSON holds it: what is undefined is not there. */
const catalogueArb = fc
  .tuple(fc.uniqueArray(entryArb, { selector: ({ id }) => id, maxLength: 15 }), textArb)
  .map(([entries, name]) =>
    memoryCatalogue(
      {
        entries: JSON.parse(JSON.stringify(entries)) as Entry[],
        stages: [{ id: 's', name }],
        categories: [{ id: 'c', summary: name }],
      },
      'memory',
    ),
  );

describe('a compiled catalogue answers like the one that it was made from', () => {
  test('outlines, entries and words', () => {
    fc.assert(
      fc.property(catalogueArb, fc.subarray([...KINDS]), (memory, kinds) => {
        const opened = compiled(memory);
        expect([opened.date, opened.stages, opened.categories]).toEqual([
          memory.date,
          memory.stages,
          memory.categories,
        ]);
        expect(opened.outlines().map(plain)).toEqual(memory.outlines().map(plain));
        expect(opened.outlines(kinds).map(plain)).toEqual(memory.outlines(kinds).map(plain));
        for (const kind of KINDS) {
          const rows = memory.outlines([kind]);
          for (const row of [...rows.keys(), rows.length, -1]) {
            const [one, other] = [compiled(memory).outlineAt(kind, row), memory.outlineAt(kind, row)];
            expect([one && plain(one), other && plain(other)]).toEqual(
              rows[row] ? [plain(rows[row]), plain(rows[row])] : [undefined, undefined],
            );
          }
        }
        expect(opened.entries()).toEqual(memory.entries());
        expect(opened.entries(kinds)).toEqual(memory.entries(kinds));
        for (const rows of [opened.outlines(), opened.outlines(kinds)]) {
          expect(textOf(opened.json(rows))).toBe(textOf(memory.json(rows)));
          expect(textOf(opened.tsv(rows))).toBe(textOf(memory.tsv(rows)));
        }
        expect(opened.searchIndex()).toEqual(memory.searchIndex());
      }),
    );
  });

  test('one entry, found by id, by its own outline or by the same of another catalogue', () => {
    fc.assert(
      fc.property(catalogueArb, (memory) => {
        // Each asked of a catalogue that has read nothing yet.
        for (const entry of memory.entries()) expect(compiled(memory).find(entry.id)).toEqual(entry);
        const opened = compiled(memory);
        for (const outline of [...opened.outlines()].reverse())
          expect(opened.entry(outline)).toEqual(memory.entry(outline));
        for (const outline of memory.outlines()) expect(compiled(memory).entry(outline)).toEqual(memory.entry(outline));
        expect(opened.find('no-such-entry-here')).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });

  test('JSON and tab-separated lines of any entries in any order', () => {
    const picks = fc.array(fc.nat(), { maxLength: 20 });
    fc.assert(
      fc.property(catalogueArb, picks, fc.boolean(), (memory, numbers, inOrder) => {
        const opened = compiled(memory);
        const all = opened.outlines();
        const indices = numbers.map((n) => n % Math.max(1, all.length)).filter((n) => n < all.length);
        const chosen = (inOrder ? [...new Set(indices)].sort((a, b) => a - b) : indices).map((index) => all[index]!);
        expect(parsed(opened.json(chosen))).toEqual(chosen.map((outline) => memory.entry(outline)));
        expect(textOf(opened.json(chosen))).toBe(textOf(memory.json(chosen)));
        expect(textOf(opened.tsv(chosen))).toBe(textOf(memory.tsv(chosen)));
      }),
    );
  });

  test('when events take place, where their zone is known', () => {
    fc.assert(
      fc.property(dayArb, fc.constantFrom('Europe/Berlin', 'Asia/Tokyo', undefined), (start, timezone) => {
        const event = anEvent({ start, timezone });
        const memory = memoryCatalogue({ entries: [event], stages: [], categories: [] }, '');
        const interval = timezone && eventInterval(event, zones, timezone);
        const files = compileCatalogue(memory, zones);
        expect(compiledCatalogue(readerOf(files), '').outlines()[0]?.interval).toEqual(
          interval && { start: interval.start, end: interval.end },
        );
        expect(compiled(memory).outlines()[0]?.interval).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });
});

const small = loadFiles(['tests/fixtures/small'], vocabularyOf(undefined, zones));

test('the small catalogue comes back', () => {
  const opened = compiled(small);
  expect(opened.origin).toBe('compiled');
  expect(opened.entries()).toEqual(small.entries());
  expect(opened.outlines().map(plain)).toEqual(small.outlines().map(plain));
  expect(parsed(opened.json(opened.outlines(['book', 'event'])))).toEqual(small.entries(['book', 'event']));
});

test('each line of the JSON is an entry, each of the table an outline', () => {
  const opened = compiled(small);
  const json = textOf(opened.json(small.outlines())).split(',\n');
  expect(json.map((line): unknown => JSON.parse(line))).toEqual(small.entries());
  expect(textOf(opened.tsv(opened.outlines(['book', 'podcast', 'topic'])))).toBe(
    [
      'book\twatching-models\tWatching Models\t2024\tmonitoring\thttps://books.example/watching-models',
      'podcast\tdrift-talk\tDrift Talk\t\tmonitoring\thttps://podcasts.example/drift-talk',
      'topic\tfeature-stores\tFeature stores\t\tfeature-stores\t',
      'topic\tmonitoring\tModel monitoring\t\tmonitoring\t',
    ].join('\n'),
  );
});

test('what it does not hold is a mistake of the caller', () => {
  const [stranger] = memoryCatalogue(
    { entries: [aTool({ id: 'stranger' })], stages: [], categories: [] },
    '',
  ).outlines();
  expect(() => compiled(small).entry(stranger!)).toThrow(RangeError);
  expect(() => compiled(small).json([stranger!])).toThrow(RangeError);
  expect(() => compiled(small).tsv([stranger!])).toThrow(RangeError);
});

test('packed, it says the same', () => {
  // Enough for several blocks.
  const topics = Array.from({ length: 300 }, (_, at) =>
    aTopic({ id: `t-${at}`, name: `模型 ${at} ${'x'.repeat(at)}` }),
  );
  const events = ['2020-01-02', '2026-11-02', '2026-12-02'].map((start) => anEvent({ id: `e-${start}`, start }));
  const large = memoryCatalogue(
    { entries: [...small.entries(), ...events, ...topics], stages: [], categories: [] },
    '',
  );
  const files = packedCatalogue(compileCatalogue(large));
  expect(Object.keys(files).sort()).toEqual([
    'asked.idx',
    'entries.br',
    'entries.json',
    'outline.tsv',
    'phrases.br',
    'search.idx',
  ]);
  const [packed, open] = [compiledCatalogue(readerOf(files), ''), compiled(large)];
  expect(packed.entries()).toEqual(open.entries());
  expect(textOf(packed.json(packed.outlines()))).toBe(textOf(open.json(open.outlines())));
  expect(textOf(packed.json(packed.outlines().slice(3, 9)))).toBe(textOf(open.json(open.outlines().slice(3, 9))));
  // What is ahead is not packed.
  expect(files['entries.json']?.includes('e-2026-12-02')).toBe(true);
  expect(files['entries.json']?.includes('e-2020-01-02')).toBe(false);
  expect(packed.find('t-299')).toEqual(open.find('t-299'));
});

test('it reads no more than the question needs', () => {
  const files = compileCatalogue(small);
  const asked: string[] = [];
  const read = readerOf(files);
  const opened = compiledCatalogue((file, start, length) => {
    const part = read(file, start, length);
    asked.push(`${file} ${part.length}`);
    return part;
  }, 'compiled');
  const [book] = opened.outlines(['book']);
  const whole = files['outline.tsv']?.length;
  expect(asked).toEqual([`outline.tsv ${whole}`]);
  opened.entry(book!);
  expect(asked.slice(1)).toEqual([`entries.json ${Buffer.byteLength(JSON.stringify(small.find('watching-models')))}`]);
});
