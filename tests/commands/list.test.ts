import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { anEvent, aTool } from '../helpers/entries';
import { builtFiles } from '../helpers/host';
import { expectTwoLines, guide, idsOf } from '../helpers/run';

const ALL = [
  'mlops-day-2022',
  'mlops-day-2026',
  'drift-webinar-2026',
  'feature-meetup-2026',
  'data-days-2027',
  'mlops-day-2027',
  'mlops-day',
  'watching-models',
  'features-from-scratch',
  'drift-talk',
  'driftwatch',
  'feature-stores',
  'monitoring',
  'point-in-time-join',
];

test('without a kind, every entry: by kind, events by start, the rest by name', async () => {
  expect(await idsOf('list')).toEqual(ALL);
});

test.each([
  ['list books', ['watching-models']],
  ['list BOOK', ['watching-models']],
  ['list books podcasts', ['watching-models', 'drift-talk']],
  ['list tools --kind course', ['features-from-scratch', 'driftwatch']],
  ['list --kind book,course', ['watching-models', 'features-from-scratch']],
  ['list --kind book --kind course', ['watching-models', 'features-from-scratch']],
  ['list series', ['mlops-day']],
  ['list --topic feature-stores --kind event', ['mlops-day-2026', 'feature-meetup-2026', 'data-days-2027']],
  ['list --topic feature-stores,monitoring --kind book,course', ['watching-models', 'features-from-scratch']],
  ['list --all-topics feature-stores,monitoring', ['mlops-day-2026']],
  ['list events --not-topic monitoring', ['feature-meetup-2026', 'data-days-2027']],
  ['list --level beginner', ['features-from-scratch']],
  ['list --cost paid', ['watching-models']],
  ['list --max-hours 6', ['features-from-scratch']],
  ['list --max-hours 5.5', []],
  ['list --lang pt', ['data-days-2027']],
  ['list courses --lang en', ['features-from-scratch']], // en takes en-GB, too
  ['list --author núñez', ['watching-models', 'drift-talk']],
  ['list --author NUNEZ', ['watching-models', 'drift-talk']],
  // An edition is by the organiser of its series.
  ['list series --author association', ['mlops-day']],
  ['list --author association', ['mlops-day-2022', 'mlops-day-2026', 'mlops-day-2027', 'mlops-day']],
  ['list --year 2022', ['mlops-day-2022', 'features-from-scratch']],
  ['list --year 2023..2024', ['watching-models']],
  ['list --year ..2022', ['mlops-day-2022', 'features-from-scratch']],
  ['list --year 2027..', ['data-days-2027', 'mlops-day-2027']],
  ['list --year 2022,2024', ['mlops-day-2022', 'watching-models', 'features-from-scratch']],
  [
    'list --year ..2022,2027 --year 2024',
    ['mlops-day-2022', 'data-days-2027', 'mlops-day-2027', 'watching-models', 'features-from-scratch'],
  ],
  ['list --type webinar,meetup', ['drift-webinar-2026', 'feature-meetup-2026']],
  ['list events --mode hybrid', ['data-days-2027']],
  ['list --online', ['drift-webinar-2026', 'data-days-2027']],
  ['list events --country CH', ['mlops-day-2022', 'mlops-day-2026', 'mlops-day-2027']],
  ['list --country brazil,UK', ['feature-meetup-2026', 'data-days-2027']],
  ['list --city london', ['feature-meetup-2026']],
  ['list events --city zurich', ['mlops-day-2022', 'mlops-day-2026', 'mlops-day-2027']],
  ['list --from 2027-01-22', ['data-days-2027', 'mlops-day-2027']], // the last day of one
  ['list --from 2027-01-23', ['mlops-day-2027']],
  ['list --to 2026-11-20', ['mlops-day-2022', 'mlops-day-2026']],
  ['list --from 2026-11-22 --to 2026-12-03', ['drift-webinar-2026', 'feature-meetup-2026']],
  ['list --within 3d', ['mlops-day-2026', 'drift-webinar-2026']],
  ['list --within 2w', ['mlops-day-2026', 'drift-webinar-2026', 'feature-meetup-2026']],
  ['list --from 2027-01-01 --within 1mo', ['data-days-2027']],
  ['list events --series mlops-day', ['mlops-day-2022', 'mlops-day-2026', 'mlops-day-2027']],
  ['list --relevance adjacent', ['data-days-2027']],
  ['list --certainty tentative,estimated', ['mlops-day-2027']],
  ['list --status cancelled', ['feature-meetup-2026']],
  ['list --status active', ['mlops-day', 'drift-talk', 'driftwatch']],
  ['list events --series mlops-day --year 2026 --city Zürich', ['mlops-day-2026']],
])('%s', async (line, ids) => {
  expect(await idsOf(line)).toEqual(ids);
});

test.each([
  ['name', ['driftwatch', 'features-from-scratch', 'watching-models']],
  ['id', ['driftwatch', 'features-from-scratch', 'watching-models']],
  ['kind', ['watching-models', 'features-from-scratch', 'driftwatch']],
  ['date', ['features-from-scratch', 'watching-models', 'driftwatch']], // without a date: last
  ['added', ['features-from-scratch', 'driftwatch', 'watching-models']],
])('--sort %s', async (key, ids) => {
  expect(await idsOf(`list books courses tools --sort ${key}`)).toEqual(ids);
});

test('--reverse turns the order round, but what has no date stays last', async () => {
  expect(await idsOf('list --reverse')).toEqual([...ALL].reverse());
  expect(await idsOf('list books courses tools --sort date --reverse')).toEqual([
    'watching-models',
    'features-from-scratch',
    'driftwatch',
  ]);
});

describe('in every form', () => {
  const KEYS = 'kind\tid\tname\twhen\ttopics\turl';
  const BOOK = 'book\twatching-models\tWatching Models\t2024\tmonitoring\thttps://books.example/watching-models';

  test('a pipe gets tab-separated text without a header', async () => {
    expect(await guide('list books')).toMatchObject({ code: 0, out: `${BOOK}\n`, err: '' });
    expect((await guide('list books --header')).out).toBe(`${KEYS}\n${BOOK}\n`);
    expect((await guide('list books --format tsv', { terminal: true })).out).toBe(`${BOOK}\n`);
  });

  test('a terminal gets a table, and how old the catalogue is', async () => {
    const { code, out, err } = await guide('list books', { terminal: true, env: { NO_COLOR: '1' } });
    expect(code).toBe(0);
    expect(out).toMatch(/^KIND .*NAME/);
    expect(out).toContain('Watching Models');
    expect(err).toContain('1 entry');
    expect(err).toContain('catalogue of 2026-11-10, 11 days old');
  });

  test('--json and --format json print the entries whole', async () => {
    const { code, out, err } = await guide('list books --json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject([
      { id: 'watching-models', authors: ['Ana Núñez', 'Li Wei'], sources: [{ verified: '2026-11-04' }] },
    ]);
    expect((await guide('list books --format json', { terminal: true })).out).toBe(out);
  });

  test('--format jsonl prints one object a line, the same ones', async () => {
    const { out } = await guide('list --format jsonl');
    const lines = out.trimEnd().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(JSON.parse((await guide('list --json')).out));
  });

  test('--format csv and md have the columns of tab-separated text under their names', async () => {
    expect((await guide('list books --format csv')).out).toBe(`${[KEYS, BOOK].join('\n').replaceAll('\t', ',')}\n`);
    const [head, rule, row] = (await guide('list books --format md')).out.split('\n');
    expect(head).toBe(`| ${KEYS.replaceAll('\t', ' | ')} |`);
    expect(rule).toMatch(/^\|( --- \|){6}$/);
    expect(row).toContain('[Watching Models](<https://books.example/watching-models>)');
  });

  test('--format yaml prints what a catalogue file could hold', async () => {
    const { out } = await guide('list books --format yaml');
    expect(parse(out)).toEqual(JSON.parse((await guide('list books --json')).out));
  });

  test('one entry is one document, whatever form', async () => {
    for (const format of ['tsv', 'csv', 'md', 'json', 'jsonl', 'yaml', 'table']) {
      const { out } = await guide(`list books --format ${format}`);
      expect(out.endsWith('\n')).toBe(true);
      expect(out.endsWith('\n\n')).toBe(false);
    }
  });
});

describe('--fields', () => {
  test.each([
    ['json', '[\n{"id":"mlops-day-2026","place.city":"Zürich"}\n]\n'],
    ['jsonl', '{"id":"mlops-day-2026","place.city":"Zürich"}\n'],
    ['tsv', 'mlops-day-2026\tZürich\n'],
    ['csv', 'id,place.city\nmlops-day-2026,Zürich\n'],
    ['md', '| id | place.city |\n| --- | --- |\n| mlops-day-2026 | Zürich |\n'],
    ['yaml', '- id: mlops-day-2026\n  place.city: Zürich\n'],
  ])('as %s', async (format, text) => {
    const line = `list events --year 2026 --city zurich --fields id,place.city --format ${format}`;
    expect((await guide(line)).out).toBe(text);
  });

  test('what an entry does not have is left out of JSON and empty in text', async () => {
    expect((await guide('list tools --fields id,year --json')).out).toBe('[\n{"id":"driftwatch"}\n]\n');
    expect((await guide('list tools --fields id,year,status --format tsv')).out).toBe('driftwatch\t\tactive\n');
  });

  test('lists and objects in text', async () => {
    expect((await guide('list books --fields authors,sources --format tsv')).out).toBe(
      'Ana Núñez, Li Wei\t[{"ref":"https://books.example/watching-models","verified":"2026-11-04"}]\n',
    );
  });
});

describe('--limit', () => {
  test.each(['-n 2', '-n2', '--limit 2', '--limit=2'])('%s cuts, and says so on stderr', async (flag) => {
    const { out, err } = await guide(`list ${flag}`);
    expect(out.trimEnd().split('\n')).toHaveLength(2);
    expect(err).toContain('2 of 14 entries');
  });

  test('0 is all; nothing is cut in a pipe unless asked', async () => {
    for (const line of ['list', 'list --limit 0']) {
      const { out, err } = await guide(line);
      expect(out.trimEnd().split('\n')).toHaveLength(14);
      expect(err).toBe('');
    }
  });

  test('a terminal shows its first 20 rows and says how many more', async () => {
    const more = Array.from({ length: 30 }, (_, at) => aTool({ id: `tool-${at}`, name: `Tool ${at}` }));
    const host = { terminal: true, built: builtFiles(more), env: { NO_COLOR: '1' } };
    const { out, err } = await guide('list', host);
    expect(out.trimEnd().split('\n')).toHaveLength(1 + 20);
    expect(err).toContain('20 of 44 entries');
    const narrow = (await guide('list', { ...host, columns: 40 })).err.split('\n');
    expect(narrow.slice(1, 3)).toEqual(['20 of 44 entries, -n 0 shows all ·', expect.stringMatching(/^catalogue of /)]);
    expect((await guide('list -n 0', host)).out.trimEnd().split('\n')).toHaveLength(1 + 44);
    // A program reads it, not a person: nothing is cut.
    expect(JSON.parse((await guide('list --json', host)).out)).toHaveLength(44);
  });

  describe('in a pipe', () => {
    const many = Array.from({ length: 30 }, (_, at) => at);
    const built = builtFiles([
      ...many.map((at) => aTool({ id: `hammer-${at}`, name: `Hammer ${at}` })),
      ...many.map((at) => anEvent({ id: `fair-${at}`, name: `Fair ${at}`, start: '2027-01-12', end: '2027-01-13' })),
      anEvent({
        ...{ id: 'late', name: 'Late', start: '2027-12-01' },
        milestones: many.map((at) => ({ kind: 'cfp', label: `Hand in ${at}`, at: '2027-01-05', timezone: 'AoE' })),
      }),
    ]);

    test.each([
      ['list tools', /Hammer \d+/g],
      ['search hammer', /Hammer \d+/g],
      ['upcoming', /Fair \d+/g],
      ['upcoming --timeline', /Fair \d+/g],
      ['due', /Hand in \d+/g],
    ])('%s has all rows, as a table and as Markdown too', async (line, name) => {
      for (const format of ['table', 'md']) {
        const { out, err } = await guide(`${line} --format ${format} --width 100`, { built });
        expect({ format, rows: new Set(out.match(name)).size }).toEqual({ format, rows: 30 });
        expect(err).not.toContain('shows all');
      }
      const cut = await guide(`${line} --format table -n 1`, { built });
      expect(cut.err).toContain('-n 0 shows all');
    });
  });
});

describe('nothing found is no failure', () => {
  test.each(['table', 'tsv', 'csv', 'md', 'jsonl'])(
    'as %s: stdout is empty, stderr says what would help',
    async (format) => {
      const { code, out, err } = await guide(`list --cost free --author ana --format ${format} --header`);
      expect({ code, out }).toEqual({ code: 0, out: '' });
      expect(err).toMatch(/^No entries match\. Without --cost there would be 2\.\n$/);
    },
  );

  test.each(['json', 'yaml'])('as %s: an empty list', async (format) => {
    expect(await guide(`list --cost free --author ana --format ${format}`)).toMatchObject({ code: 0, out: '[]\n' });
  });

  test('--quiet keeps stderr empty', async () => {
    expect(await guide('list --cost free --author ana --quiet')).toMatchObject({ code: 0, out: '', err: '' });
    expect(await guide('list -n 1 --quiet')).toMatchObject({ code: 0, err: '' });
  });
});

describe('a value that does not exist is an error that names the nearest', () => {
  test.each([
    { line: 'list boks', code: 2, says: 'no kind "boks". Did you mean "books"?', wayOut: 'One of: event, series' },
    {
      line: 'list --kind pocast',
      code: 2,
      says: 'no kind "pocast". Did you mean "podcast"?',
      wayOut: 'One of: event, series',
    },
    {
      line: 'list --topic montoring',
      code: 3,
      says: 'no topic "montoring". Did you mean "monitoring"?',
      wayOut: 'mlops-guide topics',
    },
    {
      line: 'list --all-topics monitoring,featurestores',
      code: 3,
      says: 'no topic "featurestores". Did you mean "feature-stores"?',
      wayOut: 'mlops-guide topics',
    },
    { line: 'list --not-topic x', code: 3, says: 'no topic "x".', wayOut: 'mlops-guide topics' },
    { line: 'list --level expert', code: 2, says: '--level: no "expert".', wayOut: 'One of: beginner' },
    { line: 'list --cost fre', code: 2, says: '--cost: no "fre". Did you mean "free"?', wayOut: 'One of: free' },
    { line: 'list --lang xx', code: 3, says: 'no language "xx".', wayOut: 'See all: ' },
    {
      line: 'list --author bakr',
      code: 3,
      says: 'nobody called "bakr". Did you mean "baker"?',
      wayOut: 'mlops-guide search bakr',
    },
    { line: 'list --author *', code: 3, says: 'nobody called "*".', wayOut: 'mlops-guide search "*"' },
    { line: 'list --year 2022,23', code: 2, says: '--year: "23" is no year.', wayOut: 'Use 2022, 2020..2023' },
    { line: 'list --year 22', code: 2, says: '--year: "22" is no year.', wayOut: 'Use 2022' },
    { line: 'list --type conferense', code: 2, says: 'Did you mean "conference"?', wayOut: 'One of: conference' },
    { line: 'list --mode onlin', code: 2, says: 'Did you mean "online"?', wayOut: 'One of: in-person' },
    { line: 'list --country Brasil', code: 2, says: 'no country "Brasil". Did you mean "brazil"?', wayOut: 'ISO 3166' },
    {
      line: 'list --city zurch',
      code: 3,
      says: 'no event in a city called "zurch". Did you mean "Zürich"?',
      wayOut: '--fields place.city',
    },
    {
      line: 'list --city Londn',
      code: 3,
      says: 'no event in a city called "Londn". Did you mean "London"?',
      wayOut: '--fields place.city',
    },
    { line: 'list --from yesterday', code: 2, says: '--from: "yesterday" is no day.', wayOut: 'Use YYYY-MM-DD' },
    { line: 'list --to 2026-02-30', code: 2, says: '--to: "2026-02-30" is no day.', wayOut: 'Use YYYY-MM-DD' },
    { line: 'list --within 3m', code: 2, says: '--within: "3m" is no span.', wayOut: 'Use 30d' },
    {
      line: 'list --series mlops-dya',
      code: 3,
      says: 'no series "mlops-dya". Did you mean "mlops-day"?',
      wayOut: 'mlops-guide list series',
    },
    { line: 'list --relevance cor', code: 2, says: 'Did you mean "core"?', wayOut: 'One of: core' },
    { line: 'list --certainty sure', code: 2, says: '--certainty: no "sure".', wayOut: 'One of: confirmed' },
    { line: 'list --status canceled', code: 2, says: 'Did you mean "cancelled"?', wayOut: 'One of: ' },
    { line: 'list --sort size', code: 2, says: '--sort: no "size".', wayOut: 'One of: ' },
    { line: 'list --format tvs', code: 2, says: 'Did you mean "tsv"?', wayOut: 'One of: table' },
    { line: 'list --color sometimes', code: 2, says: '--color: no "sometimes".', wayOut: 'One of: auto' },
    { line: 'list --nope', code: 2, says: "unknown option '--nope'", wayOut: 'mlops-guide list --help' },
    { line: 'lst', code: 2, says: 'no command "lst". Did you mean "list"?', wayOut: 'mlops-guide --help' },
    {
      line: 'list --max-hours many',
      code: 2,
      says: '--max-hours takes a number, not "many".',
      wayOut: 'See: mlops-guide list --help',
    },
    {
      line: 'list --year 2023..2020',
      code: 2,
      says: '--year: 2023 is after 2020.',
      wayOut: 'See: mlops-guide list --help',
    },
    {
      line: 'list --online --mode hybrid',
      code: 2,
      says: '--online and --mode exclude each other.',
      wayOut: 'See: mlops-guide list --help',
    },
    {
      line: 'list --from 2026-02-03 --to 2026-02-02',
      code: 2,
      says: '--from 2026-02-03 is after --to 2026-02-02.',
      wayOut: 'See: mlops-guide list --help',
    },
    {
      line: 'list --within 3d --to 2027-01-01',
      code: 2,
      says: '--to and --within exclude each other.',
      wayOut: 'See: mlops-guide list --help',
    },
    {
      line: 'list --limit -1',
      code: 2,
      says: '--limit takes a whole number, not "-1".',
      wayOut: 'See: mlops-guide list --help',
    },
    { line: 'list --within 99999y', code: 2, says: '"99999y" is too long, at most 9999d', wayOut: 'Use 30d' },
    {
      line: 'list --within 834y',
      code: 2,
      says: '"834y" is too long, at most 9999d, 9999w, 9999mo or 833y.',
      wayOut: '',
    },
    {
      line: 'list -n 1000000000',
      code: 2,
      says: 'takes a whole number up to 999999999, not',
      wayOut: 'See: mlops-guide list --help',
    },
    {
      line: 'list --limit few',
      code: 2,
      says: '--limit takes a whole number, not "few".',
      wayOut: 'See: mlops-guide list --help',
    },
    {
      line: 'list --width wide',
      code: 2,
      says: '--width takes a whole number, not "wide".',
      wayOut: 'See: mlops-guide list --help',
    },
    {
      line: 'list --json --format csv',
      code: 2,
      says: '--json and --format csv exclude each other.',
      wayOut: 'See: mlops-guide list --help',
    },
    { line: 'list --fields ,', code: 2, says: '--fields needs a value.', wayOut: 'See: mlops-guide list --help' },
  ])('$line: exit $code', async ({ line, code, says, wayOut }) => {
    const ran = await guide(line);
    expect(ran).toMatchObject({ code, out: '' });
    expectTwoLines(ran.err, says, wayOut);
  });

  test.each(['author', 'city', 'near'])('--%s without a name in it is a mistake, not a filter', async (option) => {
    for (const empty of ['', ' ']) {
      const ran = await guide(['list', `--${option}`, empty]);
      expect(ran).toMatchObject({ code: 2, out: '' });
      expectTwoLines(ran.err, `--${option} needs a value.`, 'mlops-guide list --help');
    }
  });

  test('blanks around a name are no part of it', async () => {
    expect(await idsOf(['list', '--city', ' zurich '])).toEqual(await idsOf('list --city zurich'));
  });

  test('an option that is on no page of its own is on the first one', async () => {
    expectTwoLines((await guide('--width wide')).err, 'takes a whole number', 'See: mlops-guide --help');
    expectTwoLines((await guide('due -n few')).err, 'takes a whole number', 'See: mlops-guide due --help');
  });

  test('--quiet does not silence an error', async () => {
    expect((await guide('list boks --quiet')).err).toContain('no kind "boks"');
  });
});

test('a bug says that it is one, exits 1, and shows its stack only with --debug', async () => {
  const built = new Map([['zones.txt', Buffer.from('\n')]]);
  const { code, out, err } = await guide('list', { built });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('This is a bug');
  expect(err).not.toContain('    at ');
  expect((await guide('list --debug', { built })).err).toContain('    at ');
});
