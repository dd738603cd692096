import { beforeAll, describe, expect, test } from 'vitest';
import { checkPaths } from '../../src/catalogue/load';
import { vocabularyOf } from '../../src/catalogue/vocabulary';
import type { Entry } from '../../src/catalogue/schema';
import { detail } from '../../src/render/detail';
import { plainStyle } from '../../src/render/style';
import { cells } from '../../src/render/width';
import { anEvent, aTerm, aTopic, aTool } from '../helpers/entries';
import { SMALL, zones } from '../helpers/host';
import { withoutBlanks } from './texts';

const { entries } = checkPaths([SMALL], vocabularyOf(undefined, zones));
const entryOf = (id: string): Entry => {
  const found = entries.find((entry) => entry.id === id);
  if (!found) throw new Error(`the fixture has no ${id}`);
  return found;
};
const NOW = Date.UTC(2026, 10, 21, 9);

const shown = (id: string, options?: Shown): string => pageOf(entryOf(id), options);

interface Shown {
  readonly zone?: string;
  readonly now?: number;
  readonly width?: number;
}

function pageOf(entry: Entry, { zone = 'UTC', now = NOW, width = 100 }: Shown = {}): string {
  return detail(entry, {
    nameOf: (other) => entryOf(other).name,
    moment: { now, zone, zones },
    style: plainStyle,
    width,
  });
}

/** The text under a label, its further lines joined. */
function factOf(text: string, label: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.split(' ')[0] === label);
  if (at < 0) throw new Error(`no "${label}" in\n${text}`);
  const more = lines.slice(at + 1).findIndex((line) => !line.startsWith('  '));
  const own = lines.slice(at, more < 0 ? undefined : at + 1 + more);
  return own.join(' ').slice(label.length).replace(/ +/g, ' ').trim();
}

describe('every entry', () => {
  test.each(entries.map(({ id }) => id))('%s: name, kind, id, summary, page, topics and evidence are there', (id) => {
    const entry = entryOf(id);
    const text = shown(id);
    expect(text.split('\n')[0]).toBe(entry.name);
    expect(text.split('\n')[1]).toContain(entry.kind);
    expect(text.split('\n')[1]).toContain(id);
    expect(text).toContain(entry.summary);
    if (entry.url) expect(text).toContain(entry.url);
    for (const topic of entry.topics) expect(factOf(text, 'topics')).toContain(topic);
    for (const { ref, verified } of entry.sources)
      expect(factOf(text, 'sources')).toMatch(new RegExp(`${ref}.*${verified}`));
    expect(factOf(text, 'added')).toBe(entry.added);
  });

  test.each(entries.map(({ id }) => id))('%s: no fact of the catalogue is kept back', (id) => {
    const text = withoutBlanks(shown(id));
    // Dates have their own tests below; the rest of these is for programs.
    const untold = ['start', 'end', 'milestones', 'sequence'];
    for (const leaf of leavesOf(entryOf(id), untold)) {
      expect(text).toContain(withoutBlanks(leaf));
    }
  });

  test.each([40, 60, 80, 100])('at %i cells no line is wider, addresses apart', (width) => {
    for (const { id } of entries) {
      const lines = shown(id, { width })
        .split('\n')
        .filter((line) => !line.includes('http'));
      for (const line of lines) expect(cells(line)).toBeLessThanOrEqual(width);
    }
  });
});

function leavesOf(value: unknown, untold: readonly string[]): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap((item) => leavesOf(item, untold));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => (untold.includes(key) ? [] : leavesOf(item, untold)));
}

test('an address stays whole on its line, however narrow', () => {
  expect(
    shown('watching-models', { width: 30 })
      .split('\n')
      .map((line) => line.trim()),
  ).toContainEqual(expect.stringMatching(/https:\/\/books\.example\/watching-models$/));
});

test('what is missing is said to be', () => {
  expect(factOf(shown('mlops-day-2027'), 'page')).toBe('none known');
  expect(shown('mlops-day-2027')).toContain('last day not stated');
  expect(shown('feature-meetup-2026')).toContain('end not stated');
});

describe('what to start with', () => {
  const chosen = { leading: ['watching-models', 'driftwatch'], further: ['drift-talk'] };
  /** Lines from the label on, up to the next one. */
  const rowsOf = (text: string, label: string): string[] => {
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.startsWith(`${label} `));
    const more = lines.slice(at + 1).findIndex((line) => !line.startsWith('  '));
    return at < 0 ? [] : lines.slice(at, at + 1 + more).map((line) => line.replace(label, '').trim());
  };

  test.each([aTopic(chosen), aTerm(chosen)])('of a $kind stands above what is related, best first', (entry) => {
    const text = pageOf({ ...entry, related: ['mlops-day'] });
    expect(rowsOf(text, 'start with')).toEqual(['Watching Models (watching-models)', 'Driftwatch (driftwatch)']);
    expect(rowsOf(text, 'related')).toEqual(['MLOps Day (mlops-day)']);
    expect(text.indexOf('start with')).toBeLessThan(text.indexOf('related'));
  });

  test('what is related, too, stands there once', () => {
    const text = pageOf(aTopic({ ...chosen, related: ['driftwatch', 'mlops-day', 'drift-talk'] }));
    expect(text.split('(driftwatch)')).toHaveLength(2);
    expect(rowsOf(text, 'related')).toEqual(['MLOps Day (mlops-day)', expect.stringContaining('(drift-talk)')]);
    expect(rowsOf(pageOf(aTopic({ ...chosen, related: ['driftwatch'] })), 'related')).toEqual([]);
  });

  test.each([aTopic(), aTool(), aTopic({ further: ['driftwatch'] })])('without any there is no such row', (entry) => {
    expect(pageOf(entry)).not.toContain('start with');
  });

  test.each([40, 80])('at %i cells no line is wider', (width) => {
    for (const line of pageOf(aTopic(chosen), { width }).split('\n')) expect(cells(line)).toBeLessThanOrEqual(width);
  });
});

describe('when', () => {
  test.each([
    { name: 'all day, under way', id: 'mlops-day-2026', has: ['20–21 Nov 2026', 'on now'] },
    { name: 'all day, over', id: 'mlops-day-2022', has: ['17–18 May 2022', 'over'] },
    { name: 'all day, ahead', id: 'data-days-2027', has: ['20–22 Jan 2027', 'in 60 days'] },
    {
      name: 'timed, in UTC',
      id: 'drift-webinar-2026',
      has: [
        'Tue 24 Nov 2026 18:00 – 19:00 EST (America/New_York) = 24 Nov 23:00 – 25 Nov 00:00 UTC where',
        'in 3 days',
      ],
    },
    {
      name: 'timed, seen from Tokyo, where it is the next day',
      id: 'drift-webinar-2026',
      zone: 'Asia/Tokyo',
      has: ['18:00 – 19:00 EST (America/New_York) = 25 Nov 08:00 – 09:00 JST', 'in 4 days'],
    },
    {
      name: 'timed, seen from a zone without letters',
      id: 'drift-webinar-2026',
      zone: 'Asia/Kathmandu',
      has: ['25 Nov 04:45 – 05:45 UTC+5:45'],
    },
  ])('$name', ({ id, zone, has }) => {
    const when = factOf(shown(id, { zone }), 'when');
    for (const words of has) expect(when).toContain(words);
  });

  test.each([
    { status: 'cancelled', start: '2027-01-20' },
    { status: 'postponed', start: '2027-01-20' },
    { status: 'postponed', start: '2026-01-20' },
  ] as const)('what is $status is neither counted down to nor over', ({ status, start }) => {
    const when = factOf(pageOf(anEvent({ status, start, end: start })), 'when');
    expect(when).toBe(`20 Jan ${start.slice(0, 4)}, ${status}`);
  });

  test('in its own zone an event has one time, not two', () => {
    const when = factOf(shown('drift-webinar-2026', { zone: 'America/New_York' }), 'when');
    expect(when).toContain('18:00 – 19:00 EST');
    expect(when).not.toContain('where you are');
  });
});

describe('milestones', () => {
  let text = '';
  beforeAll(() => {
    text = shown('data-days-2027', { zone: 'Asia/Tokyo' });
  });

  test('a deadline anywhere on earth, as stated and where the reader is, with its earlier date', () => {
    const call = factOf(text, 'cfp');
    expect(call).toContain('Tue 1 Dec 2026 AoE');
    expect(call).toContain('2 Dec');
    expect(call).toContain('JST');
    expect(call).toContain('extended from Sun 15 Nov 2026');
    expect(call).toMatch(/open$/);
  });

  test('a day without a zone stays that day', () => {
    expect(factOf(text, 'notification')).toContain('Tue 15 Dec 2026 (zone not stated)');
    expect(factOf(text, 'notification')).not.toContain('JST');
  });

  test.each([
    { now: '2026-12-02T11:59Z', state: 'open' },
    { now: '2026-12-02T12:01Z', state: 'closed' },
  ])('at $now the call is $state', ({ now, state }) => {
    expect(factOf(shown('data-days-2027', { now: Date.parse(now) }), 'cfp')).toMatch(new RegExp(`${state}$`));
  });
});
