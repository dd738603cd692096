import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/catalogue/schema';
import { anEvent } from '../helpers/entries';
import { builtFiles } from '../helpers/host';
import { expectTwoLines, guide, idsOf } from '../helpers/run';

const event = (id: string, mode: 'in-person' | 'online' | 'hybrid', place: object, more: Partial<Entry> = {}) =>
  anEvent({ id, name: id, topics: ['model-monitoring'], mode, place, ...(more as object) });
const FIJI = [
  event('suva', 'in-person', { city: 'Suva', country: 'FJ' }, { timezone: 'Pacific/Fiji' }),
  event('past-the-line', 'in-person', { venue: 'a reef', lat: -18.13, lon: -179.9 }),
];
const PORTLAND = [
  event('oregon', 'hybrid', { city: 'Portland', region: 'OR', country: 'US' }),
  event('maine', 'in-person', { city: 'Portland', region: 'ME', country: 'US' }),
  event('some-portland', 'in-person', { city: 'Portland', country: 'US' }),
  event('from-home', 'online', { city: 'Portland', region: 'OR', country: 'US' }),
  event('own-coordinates', 'in-person', { city: 'Portland', region: 'OR', country: 'US', lat: 45.6, lon: -122.6 }),
  event('nowhere-known', 'in-person', { city: 'Atlantis', country: 'US' }),
];
const built = builtFiles([...FIJI, ...PORTLAND]);
const near = (words: string, ...more: string[]) => idsOf(['upcoming', '--near', words, ...more], { built });

describe('what is near', () => {
  test('in-person and hybrid events within the distance; not what is online only or of no known place', async () => {
    expect(await near('Portland, OR')).toEqual(['oregon', 'own-coordinates']);
  });

  test('a hundred kilometres when nobody says, else as far as --km says', async () => {
    expect(await near('Munich', '--within', '2y')).toEqual([]);
    const farther = await near('Munich', '--within', '2y', '--km', '300');
    expect(farther).toContain('mlops-day-2026');
    expect(await near('Munich', '--within', '2y', '--km', '300km')).toEqual(farther);
  });

  test('over the antimeridian', async () => {
    expect(await near('Suva', '--km', '250', '--sort', 'distance')).toEqual(['suva', 'past-the-line']);
  });

  test('coordinates instead of a city', async () => {
    expect(await near('45.52,-122.68')).toEqual(['oregon', 'own-coordinates']);
    expect(await idsOf(['upcoming', '--near=-18.13,178.44', '--km', '10'], { built })).toEqual(['suva']);
  });

  test('list and search take it too, series included', async () => {
    expect(await idsOf(['list', '--near', 'Zürich'])).toEqual(
      expect.arrayContaining(['mlops-day', 'mlops-day-2022', 'mlops-day-2026', 'mlops-day-2027']),
    );
    expect(await idsOf(['search', 'mlops', '--near', 'Zürich'])).toContain('mlops-day-2026');
    expect(await idsOf(['search', 'mlops', '--near', 'Berlin'])).toEqual([]);
  });

  test('so does the calendar file', async () => {
    const { out } = await guide(['export-ics', '--near', 'Portland, OR'], { built });
    expect([...out.matchAll(/^SUMMARY:(.*)\r$/gm)].map(([, name]) => name)).toEqual(['oregon', 'own-coordinates']);
    const json = await guide(['export-ics', '--near', 'Portland, OR', '--json'], { built });
    expect(JSON.parse(json.out)).toMatchObject([{ id: 'oregon', distanceKm: 0 }, { distanceKm: 11 }]);
  });

  test('so do deadlines, with the distance of their event', async () => {
    const milestones = [{ kind: 'cfp' as const, label: 'Call', at: '2026-12-01', timezone: 'AoE' }];
    const call = event('call', 'hybrid', { city: 'Portland', region: 'OR', country: 'US' }, { milestones });
    const other = event('other', 'in-person', { city: 'Suva', country: 'FJ' }, { milestones });
    const line = ['deadlines', '--near', 'Portland, OR', '--sort', 'distance'];
    const { out } = await guide([...line, '--json'], { built: builtFiles([call, other]) });
    expect(JSON.parse(out)).toMatchObject([{ id: 'call', distanceKm: 0 }]);
    const farther = [...line, '--km', '20040', '--fields', 'id,distanceKm'];
    expect((await guide(farther, { built: builtFiles([other, call]) })).out).toMatch(/^call\t0\n(.*\n)*other\t\d+\n/);
  });

  test('so does the month', async () => {
    const { out } = await guide(['calendar', '2026-12', '--near', 'Portland, OR', '--json'], { built });
    expect(JSON.parse(out)).toMatchObject([
      { id: 'oregon', distanceKm: 0 },
      { id: 'own-coordinates', distanceKm: 11 },
    ]);
  });

  test('a catalogue of the reader is looked up in the same table', async () => {
    const { out } = await guide([
      'list',
      '--near',
      'Munich',
      '--km',
      '600',
      '--catalogue',
      'tests/fixtures/small',
      '--json',
    ]);
    expect(JSON.parse(out)).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: 'mlops-day-2026', distanceKm: expect.any(Number) })]),
    );
  });
});

describe('how far away', () => {
  const line = ['upcoming', '--near', 'Portland, OR', '--km', '20040', '--sort', 'distance'];

  test('as JSON: a whole number, in the order of it', async () => {
    const { out } = await guide([...line, '--json'], { built });
    const kms = (JSON.parse(out) as { distanceKm: number }[]).map(({ distanceKm }) => distanceKm);
    expect(kms.slice(0, 3)).toEqual([0, 11, 4082]);
    expect(kms).toEqual([...kms].sort((a, b) => a - b));
  });

  test('by number, not by its digits', async () => {
    const { out } = await guide(['list', '--near', 'London, GB', '--km', '20040', '--sort', 'distance'], { built });
    const kms = out
      .trimEnd()
      .split('\n')
      .map((row) => Number(row.split('\t').at(-1)));
    expect(kms).toEqual([...kms].sort((a, b) => a - b));
    expect(new Set(kms.map((km) => String(km).length)).size).toBeGreaterThan(2);
  });

  test('farthest first with --reverse', async () => {
    expect((await near('Portland, OR', '--km', '20040', '--sort', 'distance', '--reverse')).at(-1)).toBe('oregon');
  });

  test('in a pipe: a last column; without --near the columns are as ever', async () => {
    const [first = ''] = (await guide([...line, '--header'], { built })).out.split('\n');
    const [plain = ''] = (await guide(['upcoming', '--header'], { built })).out.split('\n');
    expect(first).toBe(`${plain}\tdistanceKm`);
    const { out } = await guide(['list', '--near', 'Portland, OR'], { built });
    expect(out.split('\n')[0]?.split('\t').at(-1)).toBe('0');
  });

  test('as a table: beside the place; the footer says from where', async () => {
    const { out, err } = await guide(['upcoming', '--near', 'Portland, OR'], {
      built,
      terminal: true,
      env: { NO_COLOR: '1' },
    });
    expect(out.split('\n')[0]).toMatch(/WHERE +AWAY/);
    expect(out).toMatch(/Portland, US +11 km/);
    expect(err).toContain('within 100 km of Portland, OR, US');
  });

  test('with --fields', async () => {
    const { out } = await guide([...line, '--fields', 'id,distanceKm', '--limit', '2'], { built });
    expect(out).toBe('oregon\t0\nown-coordinates\t11\n');
  });

  test.each(['upcoming', 'list', 'export-ics'])('%s cannot sort by distance from nowhere', async (command) => {
    const { code, err } = await guide([command, '--sort', 'distance']);
    expect(code).toBe(2);
    expectTwoLines(err, '--sort distance needs --near', '--near Berlin');
  });
});

describe('a city that is not clear', () => {
  test('of several none is guessed: they are listed, largest first, as they can be typed', async () => {
    const { code, out, err } = await guide(['upcoming', '--near', 'Portland'], { built });
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expectTwoLines(err, 'is the name of 3 cities: "Portland, OR, US", "Portland, ME, US"', '--near "Portland, OR, US"');
  });

  test('on a terminal a person is asked', async () => {
    const { code, out, host } = await guide(['upcoming', '--near', 'Portland'], {
      built,
      terminal: true,
      answers: ['Portland, ME, US'],
    });
    expect(host.questions).toEqual([
      {
        question: 'Which Portland?',
        choices: [
          { name: 'Portland, Oregon, US (45.52,-122.68)', value: 'Portland, OR, US' },
          { name: 'Portland, Maine, US (43.67,-70.25)', value: 'Portland, ME, US' },
          { name: 'Portland, Victoria, AU (-38.34,141.59)', value: 'Portland, VIC, AU' },
        ],
      },
    ]);
    expect(code).toBe(0);
    expect(out).toContain('maine');
    expect(out).not.toContain('oregon');
  });

  test('--no-input: listed all the same', async () => {
    const line = ['upcoming', '--near', 'Portland', '--no-input'];
    const { code, host } = await guide(line, { built, terminal: true, answers: ['Portland, ME, US'] });
    expect({ code, questions: host.questions }).toEqual({ code: 3, questions: [] });
  });

  test.each([
    ['Berln', 'no city "Berln". Did you mean "Berlin"?'],
    ['Portland, XX', 'Did you mean "Portland, OR, US" or "Portland, ME, US"'],
    ['Atlantis', 'no city "Atlantis".'],
    ['\u001b[31mred\n', 'no city "red'],
  ])('%o is not known: exit 3, and a way out', async (city, says) => {
    const { code, out, err } = await guide(['upcoming', '--near', city]);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).not.toContain('\u001b');
    expectTwoLines(err, says, '--near 52.52,13.40');
  });

  test.each([
    [['--near', '91,0'], 'is no place on the globe', 'Latitude comes first'],
    [['--near', 'Berlin', '--km', 'far'], '--km: "far" is no distance', '--km 300'],
    [['--near', 'Berlin', '--km', '0'], '--km: "0" is no distance', '--km 300'],
    [['--near', 'Berlin', '--km=-5'], '--km: "-5" is no distance', '--km 300'],
    [['--km', '5'], '--km says how far from --near', '--near Berlin'],
  ])('%o is wrong usage', async (options, says, wayOut) => {
    const { code, err } = await guide(['upcoming', ...options]);
    expect(code).toBe(2);
    expectTwoLines(err, says, wayOut);
  });
});

describe('nothing near', () => {
  test('says how far away something is', async () => {
    const { code, out, err } = await guide(['upcoming', '--near', 'Munich', '--km', '50']);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(/Within 500 km of Munich, DE there would be \d+: try --km 500\./);
  });

  test('unless another filter stands in the way', async () => {
    const { err } = await guide(['list', 'books', '--near', 'Munich']);
    expect(err).toMatch(/Without (the kind|--near) there would be \d/);
  });
});

describe('--country and --region', () => {
  test.each(['CH', 'che', 'Switzerland', 'switzerland', '瑞士'])('%s is one country', async (word) => {
    expect(await idsOf(['list', 'events', '--country', word])).toEqual(
      await idsOf(['list', 'events', '--country', 'CH']),
    );
  });

  test.each([
    ['europe', ['mlops-day-2026'], ['llm-forum-sao-paulo-2027']],
    ['dach', ['mlops-day-2026'], []],
    ['latin-america', [], ['mlops-day-2026']],
    ['Europe,Latin America', ['mlops-day-2026'], []],
  ])('--region %s', async (region, kept, left) => {
    const ids = await idsOf(['list', 'events', '--region', region]);
    for (const id of kept) expect(ids).toContain(id);
    for (const id of left) expect(ids).not.toContain(id);
    expect(ids).not.toEqual([]);
  });

  test('a region and a country must both fit', async () => {
    expect(await idsOf(['list', '--region', 'asia', '--country', 'CH'])).toEqual([]);
  });

  test.each([
    [['--region', 'eurpe'], 'no region "eurpe". Did you mean "europe"', 'One of: africa'],
    [['--region', 'Germany'], 'no region "Germany".', '--country DE'],
    [['--country', 'europe'], 'no country "europe".', '--region europe'],
    [['--country', 'Germny'], 'Did you mean "germany"?', 'ISO 3166'],
  ])('%o', async (options, says, wayOut) => {
    const { code, err } = await guide(['list', 'events', ...options]);
    expect(code).toBe(2);
    expectTwoLines(err, says, wayOut);
  });
});
