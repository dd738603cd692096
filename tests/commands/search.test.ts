import { describe, expect, test } from 'vitest';
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
  expect(head).toBe('score\tkind\tid\tname\twhen\ttopics\turl');
  expect(row).toMatch(/^\d+(\.\d+)?\ttool\tdriftwatch\tDriftwatch\t\tmonitoring\thttps:/);
});

test('a terminal gets a table', async () => {
  const { out, err } = await guide('search drift', { terminal: true, env: { NO_COLOR: '1' } });
  expect(out).toMatch(/NAME/);
  expect(out).toContain('Driftwatch');
  expect(err).toContain('3 entries');
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
