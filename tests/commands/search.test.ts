import { describe, expect, test } from 'vitest';
import { builtFiles } from '../helpers/host';
import { expectTwoLines, guide, idsOf } from '../helpers/run';

test.each([
  ['search drift talk', 'drift-talk'],
  ['search núñez --kind book', 'watching-models'],
  ['search nunez --kind book', 'watching-models'],
  ['search 模型监控', 'monitoring'],
  ['search driftwtach', 'driftwatch'], // a typo
  ['search feature plat', 'feature-stores'], // the beginning of a word
  ['search observability', 'monitoring'], // a synonym
])('%s: %s comes first', async (line, id) => {
  expect((await idsOf(line))[0]).toBe(id);
});

test.each([
  ['search drift', ['drift-talk', 'drift-webinar-2026', 'driftwatch']],
  ['search drift --kind tool', ['driftwatch']],
  ['search drift --kind tool,podcast', ['drift-talk', 'driftwatch']],
  ['search drift --online', ['drift-webinar-2026']],
  ['search drift --author ana', ['drift-talk']],
])('%s: the filters hold', async (line, ids) => {
  expect((await idsOf(line)).sort()).toEqual(ids);
});

test('words may come in one argument or in several', async () => {
  expect(await idsOf(['search', 'drift talk'])).toEqual(await idsOf(['search', 'drift', 'talk']));
});

test('--json adds score and matched to the entry, best first', async () => {
  const { out, err } = await guide('search drift --json');
  expect(err).toBe('');
  const found = JSON.parse(out) as { score: number; matched: string[]; sources: unknown }[];
  const scores = found.map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  for (const hit of found) {
    expect(hit.score).toBeGreaterThan(0);
    expect(hit.matched.length).toBeGreaterThan(0);
    expect(hit.sources).toBeDefined();
  }
});

test('a pipe gets the score before what a list shows', async () => {
  const { out } = await guide('search driftwatch --kind tool --header');
  const [head, row = ''] = out.split('\n');
  expect(head).toBe('score\tkind\tid\tname\twhen\ttopics\turl\tpast');
  expect(row).toMatch(/^\d+(\.\d+)?\ttool\tdriftwatch\tDriftwatch\t\tmonitoring\thttps:/);
});

test('a terminal gets a table', async () => {
  const { out, err } = await guide('search drift', { terminal: true, env: { NO_COLOR: '1' } });
  expect(out).toMatch(/NAME/);
  expect(out).toContain('Driftwatch');
  expect(err).toContain('3 entries');
});

test('events that are only where they were asked for are said to be so', async () => {
  const { err } = await guide('search drift event in london');
  expect(err).toContain('3 of them have all the words; the others are as wished for, whatever they are about.');
  expect((await guide('search drift')).err).not.toContain('as wished for');
});

test('-n cuts, and says so', async () => {
  const { out, err } = await guide('search drift -n 1');
  expect(out.trimEnd().split('\n')).toHaveLength(1);
  expect(err).toContain('1 of 3 entries');
});

describe('nothing found is no failure', () => {
  test('in a pipe, and as JSON', async () => {
    const { code, out, err } = await guide('search xylophone');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toContain('"xylophone"');
    expect(await guide('search xylophone --json')).toMatchObject({ code: 0, out: '[]\n' });
  });

  test('the filter in the way is named', async () => {
    expect((await guide('search driftwatch --kind book')).err).toMatch(/Without (the |--)kind there would be 1\./);
  });

  test('--quiet keeps stderr empty', async () => {
    expect(await guide('search xylophone --quiet')).toMatchObject({ out: '', err: '' });
  });
});

test('where no entry has all the words, stderr says that these have some', async () => {
  const { code, out, err } = await guide('search driftwatch xylophone');
  expect(code).toBe(0);
  expect(out).toContain('driftwatch');
  expect(err).toContain('No entry has all the words of "driftwatch xylophone"');
});

test.each([
  { line: ['search'], code: 2, says: 'words', wayOut: 'mlops-guide search --help' },
  { line: ['search', ' '], code: 2, says: 'search needs a word', wayOut: 'Try: ' },
  { line: ['search', 'x', '--topic', 'nope'], code: 3, says: 'no topic "nope"', wayOut: 'mlops-guide topics' },
])('$line: exit $code', async ({ line, code, says, wayOut }) => {
  const ran = await guide(line);
  expect(ran).toMatchObject({ code, out: '' });
  expectTwoLines(ran.err, says, wayOut);
});

test('control characters in the question never come back out', async () => {
  const { err } = await guide(['search', '\u001b[31mxylophone\u0007']);
  expect(err).not.toMatch(/[\u001b\u0007]/);
});

describe('a question', () => {
  test('says how it was read, and --literal turns that off', async () => {
    const read = await guide('search free features');
    expect(read.err).toContain('read as: cost free; --literal turns this off');
    expect((await idsOf('search free features'))[0]).toBe('features-from-scratch');
    expect((await guide('search free features --literal')).err).not.toContain('read as');
  });

  test('says so where nothing is all that was wished for', async () => {
    expect((await guide('search free drift book')).err).toContain('(no entry is all of that; the nearest come first)');
  });

  test.each([
    ['search drift -talk', ['driftwatch', 'drift-webinar-2026']],
    ['search -talk drift', ['driftwatch', 'drift-webinar-2026']],
    ['search drift -talk -n1', ['drift-webinar-2026']],
    ['search drift -kind:podcast', ['driftwatch', 'drift-webinar-2026']],
    ['search kind:tool drift', ['driftwatch']],
    ['search author:ana kind:podcast', ['drift-talk']],
  ])('%s', async (line, ids) => {
    expect((await idsOf(line)).sort()).toEqual([...ids].sort());
  });

  test('a word behind a minus and a quoted phrase may come in one argument', async () => {
    expect(await idsOf(['search', 'drift -talk'])).toEqual(await idsOf('search drift -talk'));
    expect((await guide('search -- drift -talk')).out).toBe((await guide('search drift -talk')).out);
    expect(await idsOf(['search', '"drift talk"'])).toEqual(['drift-talk']);
  });

  test.each([
    { query: 'kind:bok', code: 2, says: 'no kind "bok". Did you mean "book"?', wayOut: 'One of: event' },
    { query: 'topic:monitorng', code: 3, says: 'no topic "monitorng". Did you mean "monitoring"?', wayOut: 'topics' },
    { query: 'year:soon', code: 2, says: '"soon" is no year', wayOut: '2020..2023' },
    { query: 'author:zzyzx', code: 3, says: 'nobody called "zzyzx"', wayOut: 'search for the words' },
    { query: 'series:mlopsday', code: 3, says: 'Did you mean "mlops-day"?', wayOut: 'list series' },
    { query: 'city:atlantis', code: 3, says: 'no entry with city "atlantis"', wayOut: 'search for the words' },
    { query: 'mode:onlin', code: 2, says: 'Did you mean "online"?', wayOut: 'One of: in-person' },
  ])('$query is an error', async ({ query, code, says, wayOut }) => {
    const ran = await guide(['search', 'drift', query]);
    expect(ran).toMatchObject({ code, out: '' });
    expectTwoLines(ran.err, says, wayOut);
  });

  test('a name that is nearly a field is read as a word, and that is said', async () => {
    expect((await guide('search topci:drift')).err).toContain('"topci:" is no field and was read as a word.');
  });

  test('mistyped words are named, and near ones where nothing is found', async () => {
    expect((await guide('search driftwtach')).err).toContain('Searched for: driftwatch');
    expect((await guide('search xylophone')).err).toContain('In no entry: xylophone');
    expect((await guide('search driftwacthes --literal')).err).toContain('driftwatch');
  });

  test.each([
    ['plumbing xylophone watchzng', ['In no entry: plumbing, xylophone']],
    ['zzyzx qqwwee watxhng', ['In no entry: zzyzx, qqwwee, watxhng']],
    // These lead somewhere.
    ['watxhng', ['Did you mean: watching?']],
    ['feotire --kind podcast', ['Did you mean: feature?']],
    ['wotcheng zzyzx', ['Without "zzyzx" there would be 2.', 'Searched for: watching zzyzx', 'In no entry: zzyzx']],
  ])('near words that find nothing either are not proposed: %s', async (words, notes) => {
    const { out, err } = await guide(`search ${words}`);
    expect(out).toBe('');
    expect(err.trimEnd().split('\n').slice(1)).toEqual(notes);
  });

  test('an empty answer says what one part less would find', async () => {
    expect((await guide('search driftwatch kind:book')).err).toContain('Without kind:book there would be 1.');
    expect((await guide(['search', '"watch drift"'])).err).toMatch(/Without the quotes there would be \d/);
    expect((await guide('search driftwatch -tool')).err).toContain('Without -tool there would be 1.');
  });
});

describe('events that are over', () => {
  test('are marked in every form', async () => {
    const record = async (id: string) =>
      (JSON.parse((await guide('search mlops day --json')).out) as { id: string; past?: true }[]).find(
        (hit) => hit.id === id,
      );
    expect((await record('mlops-day-2022'))?.past).toBe(true);
    expect(await record('mlops-day-2027')).not.toHaveProperty('past');
    const { out } = await guide('search mlops day');
    expect(out).toMatch(/\tmlops-day-2022\t.*\tpast\n/);
    expect((await guide('search mlops day', { terminal: true, columns: 120 })).out).toContain('2022-05-17 past');
  });

  test('rank under those to come, and what is on today is not over', async () => {
    const ids = await idsOf('search mlops day kind:event');
    expect(ids.indexOf('mlops-day-2022')).toBeGreaterThan(ids.indexOf('mlops-day-2027'));
    expect((await guide('search mlops day kind:event')).out).not.toMatch(/\tmlops-day-2026\t.*\tpast\n/);
    const later = await guide('search mlops day kind:event --now 2026-11-23T12:00Z');
    expect(later.out).toMatch(/\tmlops-day-2026\t.*\tpast\n/);
  });
});

describe('on a terminal', () => {
  test('matched words are marked, and in a pipe they are not', async () => {
    const painted = await guide('search drift talk', { terminal: true, env: { TERM: 'xterm' }, columns: 120 });
    expect(painted.out).toContain('\u001b[4mDrift\u001b[24m');
    expect((await guide('search drift talk')).out).not.toContain('\u001b');
    expect((await guide('search drift talk', { terminal: true, env: { NO_COLOR: '1' } })).out).not.toContain('\u001b');
  });

  test('under a single strong hit stands what goes with it', async () => {
    const { err } = await guide('search driftwatch', { terminal: true, env: { NO_COLOR: '1' } });
    expect(err).toMatch(/Related to Driftwatch: \S/);
    expect((await guide('search drift', { terminal: true, env: { NO_COLOR: '1' } })).err).not.toContain('Related');
    expect((await guide('search driftwatch')).err).not.toContain('Related');
  });
});

interface Explained {
  readonly parts: readonly { readonly points: number }[];
  readonly factors: readonly { readonly factor: number }[];
}

test.each([
  { words: ['"'], says: 'search needs a word: there is none in """', wayOut: 'Try: ' },
  { words: ['?!', '…'], says: 'search needs a word: there is none in "?! …"', wayOut: 'Try: ' },
  { words: ['--', '-drift'], says: '"-drift" only says what shall not be there', wayOut: 'Add a word or a filter' },
  { words: ['--', '-"a drift"'], says: 'only says what shall not be there', wayOut: 'Add a word or a filter' },
])('$words is nothing to look for', async ({ words, says, wayOut }) => {
  const { code, out, err } = await guide(['search', ...words]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expectTwoLines(err, says, wayOut);
});

test('a filter is enough to leave something out of', async () => {
  expect((await guide(['search', 'kind:tool', '--', '-nothinglikeit'])).code).toBe(0);
});

test('--explain explains what is shown', async () => {
  const explained = async (options: string) =>
    (await guide(`search mlops --explain ${options}`)).err.match(/^\d+\. /gm)?.length;
  expect(await explained('')).toBeGreaterThan(2);
  expect(await explained('-n 2')).toBe(2);
});

test('--explain names no field of what has no word of the question, and is only asked for like this', async () => {
  const built = builtFiles([], [{ phrase: 'baked on fridays', ids: ['monitoring'] }]);
  const { err } = await guide('search baked fridays --explain', { built });
  expect(err).toMatch(/^1\. monitoring {2}[\d.]+: asked for like this [^;]*$/m);
});

test('--explain says how the question was read and what each score is made of', async () => {
  const { out, err } = await guide('search drift --explain');
  expect(out).toBe((await guide('search drift')).out);
  expect(err).toContain('Field weights: name 10, aliases 9');
  expect(err).toMatch(/^1\. drift-talk {2}[\d.]+: drift [\d.]+/m);
  const [first] = JSON.parse((await guide('search drift --explain --json')).out) as {
    score: number;
    explain: Explained;
  }[];
  const sum = first?.explain.parts.reduce((total, { points }) => total + points, 0) ?? 0;
  const product = first?.explain.factors.reduce((total, { factor }) => total * factor, sum) ?? 0;
  expect(product).toBeCloseTo(first?.score ?? 0, 1);
});

test('a topic is not said to be about itself', async () => {
  const options = { terminal: true, env: { NO_COLOR: '1' } };
  const { out } = await guide('search monitoring --kind topic', { ...options, columns: 40 });
  expect(out).toContain('Model monitoring\n  topic · monitoring\n');
  expect((await guide('search monitoring --kind topic', { ...options, columns: 120 })).out).not.toContain('TOPICS');
  // For scripts it is among its own topics, as in the catalogue.
  expect(JSON.parse((await guide('search monitoring --kind topic --json')).out)).toMatchObject([
    { topics: ['monitoring'] },
  ]);
});
