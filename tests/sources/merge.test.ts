import { describe, expect, test } from 'vitest';
import type { Entry, GuideEvent } from '../../src/catalogue/schema';
import type { Vocabulary } from '../../src/catalogue/vocabulary';
import { keyOf, merge, type Remembered, type Told } from '../../src/sources/merge';
import type { Reading } from '../../src/sources/reading';
import { anEvent, aSeries, aTopic, zones } from '../helpers/entries';

const TODAY = '2026-11-21';

function aReading(own: Partial<Reading> = {}): Reading {
  const { name = 'Data Days', start = '2027-03-01' } = own;
  return {
    key: name,
    name,
    seriesNames: [name],
    year: Number(start.slice(0, 4)),
    start,
    milestones: [],
    status: 'scheduled',
    subjects: [],
    isOfficial: false,
    toldSince: '2026-11-21T09:00:00.000Z',
    ...own,
  };
}

interface From {
  readonly source?: string;
  readonly verified?: string;
  readonly ref?: string;
  readonly goneSince?: string;
}

function told(own: Partial<Reading> = {}, { source = 'a-list', verified = TODAY, ref, goneSince }: From = {}): Told {
  return {
    source,
    reading: aReading(own),
    evidence: { ref: ref ?? `https://${source}.example/data.json`, verified },
    topics: ['monitoring'],
    ...(goneSince === undefined ? {} : { goneSince }),
  };
}

function merged(
  entries: readonly Entry[],
  all: readonly Told[],
  remembered: readonly Remembered[] = [],
  asked: Pick<Vocabulary, 'skipOf'> = {},
) {
  const whole = [aTopic(), ...entries];
  const vocabulary = {
    kinds: new Map(whole.map(({ id, kind }) => [id, kind])),
    stages: new Set<string>(),
    categories: new Set<string>(),
    hasZone: zones.has,
    hasCountry: (code: string) => code.length === 2,
    ...asked,
  };
  return merge(whole, all, remembered, { vocabulary, zones, today: TODAY });
}

const series = aSeries({ id: 'data-days', name: 'Data Days', url: 'https://datadays.example/' });
/** Read on a page of its own site; the end of November is far. */
const edition = anEvent({
  id: 'data-days-2027',
  name: 'Data Days 2027',
  series: 'data-days',
  start: '2027-03-01',
  end: '2027-03-02',
  place: { city: 'Berlin', country: 'DE' },
  sources: [{ ref: 'a list of old', verified: '2026-10-01' }],
});
const official = {
  ...edition,
  url: 'https://datadays.example/2027',
  sources: [{ ref: 'https://datadays.example/2027', verified: '2026-10-01' }],
};

describe('a reading is of an edition', () => {
  const berlin = { city: 'Berlin', country: 'DE' };
  test.each([
    { name: 'by the name of its series', own: { name: 'DATA  days 2027', place: berlin } },
    {
      name: 'by the page of its series, under another name',
      own: { name: 'DD27', url: 'https://www.datadays.example/2027/', place: berlin },
    },
    { name: 'though moved within its year', own: { start: '2027-05-10', place: berlin } },
    { name: 'though it does not say where', own: {} },
    { name: 'in another city, on the same days', own: { place: { city: 'Potsdam', country: 'DE' } } },
    { name: 'though its city has another name', own: { place: { city: 'BERLIN', country: 'DE' } } },
  ])('$name', ({ own }) => {
    const { events, leftOut } = merged([series, edition], [told(own)]);
    expect({ ids: events.map(({ id }) => id), leftOut }).toEqual({ ids: ['data-days-2027'], leftOut: [] });
  });

  test.each([
    { name: 'of another year', own: { start: '2028-03-01', place: berlin }, id: 'data-days-2028' },
    {
      name: 'of another city and time',
      own: { start: '2027-09-01', place: { city: 'Oslo', country: 'NO' } },
      id: 'data-days-oslo-2027',
    },
    {
      name: 'of another series, under the same page-less name',
      own: { name: 'Data Nights', place: berlin },
      id: 'data-nights-2027',
    },
  ])('or of a new one: $name', ({ own, id }) => {
    const { events } = merged([series, edition], [told(own)]);
    expect(events).toMatchObject([{ id, origin: 'source:a-list', certainty: 'tentative' }]);
  });

  test('two lists tell of one edition, which is then confirmed', () => {
    const page = 'https://newdays.example/2027';
    const { events } = merged(
      [],
      [
        told({ name: 'New Days', url: page }),
        told({ name: 'The New Days 2027', url: `${page}/`, end: '2027-03-02' }, { source: 'b-list' }),
      ],
    );
    expect(events).toMatchObject([{ id: 'new-days-2027', certainty: 'confirmed', end: '2027-03-02' }]);
    expect(events[0]?.sources.map(({ ref }) => ref)).toEqual([
      'https://a-list.example/data.json',
      'https://b-list.example/data.json',
    ]);
    expect(events[0]).not.toHaveProperty('disputed');
  });

  test('a name alone makes nothing the same', () => {
    const { events } = merged(
      [],
      [
        told({ name: 'AI Day', url: 'https://one.example/', place: { city: 'Oslo', country: 'NO' } }),
        told(
          { name: 'AI Day', url: 'https://two.example/', place: { city: 'Rome', country: 'IT' } },
          { source: 'b-list' },
        ),
      ],
    );
    expect(events.map(({ id }) => id)).toEqual(['ai-day-2027', 'ai-day-rome-2027']);
  });

  test('what one list has twice is said once', () => {
    const twice = [told({ url: 'https://x.example/', key: '1' }), told({ url: 'https://x.example/', key: '2' })];
    const { events, leftOut } = merged([], twice);
    expect(events).toHaveLength(1);
    expect(leftOut).toEqual([{ record: 'Data Days, 2027-03-01', why: 'listed twice', source: 'a-list' }]);
  });

  test('meetups of one series are told apart by their day', () => {
    const meetup = aSeries({ id: 'ml-meetup', name: 'ML Meetup', type: 'meetup' });
    const { events } = merged(
      [meetup],
      [
        told({ name: 'ML Meetup', key: '1', start: '2027-01-05' }),
        told({ name: 'ML Meetup', key: '2', start: '2027-02-02' }),
      ],
    );
    expect(events.map(({ start }) => start)).toEqual(['2027-01-05', '2027-02-02']);
  });
});

describe('where two differ', () => {
  const moved = { start: '2027-03-08', end: '2027-03-09', place: { city: 'Berlin', country: 'DE' } };

  test('the newer reading wins, and the other is kept beside it', () => {
    const [event] = merged([series, edition], [told(moved)]).events;
    expect(event).toMatchObject({
      start: '2027-03-08',
      end: '2027-03-09',
      certainty: 'tentative',
      disputed: [{ field: 'dates', value: '2027-03-01 to 2027-03-02', ref: 'a list of old', verified: '2026-10-01' }],
    });
  });

  test('an older reading does not', () => {
    const [event] = merged([series, edition], [told(moved, { verified: '2026-09-01' })]).events;
    expect(event).toMatchObject({ start: '2027-03-01', disputed: [{ value: '2027-03-08 to 2027-03-09' }] });
  });

  test('the official page wins over a newer list', () => {
    const [event] = merged([series, official], [told(moved)]).events;
    expect(event).toMatchObject({
      start: '2027-03-01',
      certainty: 'tentative',
      disputed: [{ field: 'dates', value: '2027-03-08 to 2027-03-09', verified: TODAY }],
    });
  });

  test('the official page wins over a list of the same day, also when it comes second', () => {
    const from = { source: 'own-page', ref: 'https://datadays.example/cal.ics' };
    const [event] = merged(
      [series, edition],
      [told(moved), told({ start: '2027-03-15', isOfficial: true }, from)],
    ).events;
    expect(event).toMatchObject({ start: '2027-03-15' });
    expect(event?.disputed?.map(({ value }) => value).sort()).toEqual([
      '2027-03-01 to 2027-03-02',
      '2027-03-08 to 2027-03-09',
    ]);
  });

  test('the same list, read again, takes back what the catalogue had from it', () => {
    const old = { ...edition, sources: [{ ref: 'some/list@abc data.json', verified: '2026-10-01' }] };
    const ref = 'https://raw.githubusercontent.com/some/list/HEAD/data.json';
    const [event] = merged([series, old], [told(moved, { ref })]).events;
    expect(event).toMatchObject({ start: '2027-03-08', certainty: 'confirmed' });
    expect(event).not.toHaveProperty('disputed');
  });

  test('about the place', () => {
    const [event] = merged(
      [series, edition],
      [told({ end: '2027-03-02', place: { city: 'Potsdam', country: 'DE' } })],
    ).events;
    expect(event).toMatchObject({
      place: { city: 'Potsdam', country: 'DE' },
      disputed: [{ field: 'place', value: 'Berlin, DE' }],
    });
  });

  test('a fact that only one of them has is no difference', () => {
    const [event] = merged(
      [series, official],
      [told({ end: '2027-03-02', mode: 'hybrid', milestones: [{ kind: 'cfp', label: 'Call', at: '2026-12-24' }] })],
    ).events;
    expect(event).toMatchObject({ mode: 'hybrid', milestones: [{ at: '2026-12-24' }], certainty: 'confirmed' });
    expect(event).not.toHaveProperty('disputed');
  });
});

describe('deadlines', () => {
  const withCall = (at: string, timezone?: string): GuideEvent => ({
    ...official,
    milestones: [{ kind: 'cfp', label: 'Call for talks', at, ...(timezone === undefined ? {} : { timezone }) }],
  });
  const call = (at: string, timezone?: string) => ({
    milestones: [{ kind: 'cfp' as const, label: 'Call', at, ...(timezone === undefined ? {} : { timezone }) }],
  });

  test('that a newer list puts later are extended', () => {
    const listed = { ...withCall('2026-12-01'), sources: [{ ref: 'some/list data.json', verified: '2026-10-01' }] };
    const ref = 'https://github.com/some/list';
    const [event] = merged([series, listed], [told(call('2026-12-15'), { ref })]).events;
    expect(event?.milestones).toEqual([{ kind: 'cfp', label: 'Call for talks', at: '2026-12-15', was: '2026-12-01' }]);
  });

  test('on an official page stay as they are', () => {
    const [event] = merged([series, withCall('2026-12-01')], [told(call('2026-12-15'))]).events;
    expect(event).toMatchObject({
      milestones: [{ at: '2026-12-01' }],
      disputed: [{ field: 'milestones.cfp', value: '2026-12-15' }],
    });
  });

  test('at the same instant in other words are the same', () => {
    const [event] = merged(
      [series, withCall('2026-12-01T23:59', 'AoE')],
      [told(call('2026-12-02T11:59', 'UTC'))],
    ).events;
    expect(event?.milestones).toMatchObject([{ at: '2026-12-01T23:59', timezone: 'AoE' }]);
    expect(event).not.toHaveProperty('disputed');
  });

  test('that were closed when they were first told are not taken', () => {
    const [event] = merged([series, official], [told(call('2026-11-01'))]).events;
    expect(event).not.toHaveProperty('milestones');
  });
});

describe('what is not there any more', () => {
  test('is not cancelled: it stays, and is tentative, and says so', () => {
    const [event] = merged([], [told({}, { goneSince: '2026-11-20' })]).events;
    expect(event).toMatchObject({
      status: 'scheduled',
      certainty: 'tentative',
      note: 'Not in a-list any more since 2026-11-20: check whether it takes place.',
    });
  });

  test('does not touch an entry of the catalogue', () => {
    const [event] = merged([series, official], [told({ end: '2027-03-02' }, { goneSince: '2026-11-20' })]).events;
    expect(event).toMatchObject({ status: 'scheduled', certainty: 'confirmed' });
  });

  test('what is called off is cancelled', () => {
    const [event] = merged([series, official], [told({ end: '2027-03-02', status: 'cancelled' })]).events;
    expect(event).toMatchObject({ status: 'cancelled', start: '2027-03-01' });
  });
});

describe('ids', () => {
  test('are kept when the name changes', () => {
    const first = merged([], [told({ key: 'k', name: 'Data Days' })]);
    expect(first.events.map(({ id }) => id)).toEqual(['data-days-2027']);
    const later = merged([], [told({ key: 'k', name: 'Renamed Days' })], first.remembered);
    expect(later.events.map(({ id }) => id)).toEqual(['data-days-2027']);
  });

  test('of an old edition are not given to a new one', () => {
    const old: Remembered = {
      id: 'data-days-2027',
      keys: [keyOf(told({ key: 'k' }))],
      added: '2026-01-01',
      since: '2026-01-01',
      sequence: 2,
    };
    const { events } = merged(
      [],
      [
        told({ key: 'new', url: 'https://new.example/' }),
        told({ key: 'k', url: 'https://old.example/', start: '2027-08-01' }),
      ],
      [old],
    );
    expect(events.map(({ id, sequence, start }) => [id, sequence, start])).toEqual([
      ['data-days-2027', 2, '2027-08-01'],
      ['data-days-2027-2', undefined, '2027-03-01'],
    ]);
  });

  test.each([
    { name: '../../etc/passwd', id: 'etc-passwd-2027' },
    { name: '…', id: 'event-2027' },
    { name: '__proto__', id: 'proto-2027' },
    { name: 'Zürich ML', id: 'zurich-ml-2027' },
    { name: 'constructor', id: 'constructor-2027' },
  ])('of $name', ({ name, id }) => {
    expect(merged([], [told({ name })]).events.map((event) => event.id)).toEqual([id]);
  });
});

test('a result that breaks a rule is not taken, and what is right is', () => {
  const { events, leftOut } = merged(
    [],
    [
      told({ name: 'Bad Days', start: '2027-03-02', end: '2027-03-01', url: 'https://bad.example/' }),
      told({ name: 'Good Days', url: 'https://good.example/' }),
    ],
  );
  expect(events.map(({ name }) => name)).toEqual(['Good Days 2027']);
  expect(leftOut).toEqual([
    { record: 'Bad Days', why: 'not valid', what: expect.stringContaining('end') as string, source: 'a-list' },
  ]);
});

test('a time that clocks skip costs nobody the event: calendars say what it means', () => {
  const skipOf = (): { from: string; to: string } => ({ from: '2027-03-14T02:00', to: '2027-03-14T03:00' });
  const own = { start: '2027-03-14T02:30', end: '2027-03-14T05:00', timezone: 'America/New_York' };
  const { events, leftOut } = merged([], [told(own)], [], { skipOf });
  expect(leftOut).toEqual([]);
  expect(events).toMatchObject([own]);
});

test('the same state gives the same catalogue, whatever the order of the day', () => {
  const all = [
    told({ name: 'A', url: 'https://a.example/' }),
    told({ name: 'B', url: 'https://b.example/' }, { source: 'b-list' }),
  ];
  const once = merged([series, edition], all);
  const again = merged([series, edition], all, once.remembered);
  expect(again.events).toEqual(once.events);
  expect(again.remembered).toEqual(once.remembered);
});
