import { expect, test } from 'vitest';
import { expectTwoLines, guide } from '../helpers/run';

const PAGE = 'https://driftwatch.example/';

test('on a terminal with a browser, the page is opened', async () => {
  const { code, out, host } = await guide('open driftwatch', { terminal: true, browser: true });
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(host.opened).toEqual([PAGE]);
});

test.each([
  ['in a pipe', 'open driftwatch', { browser: true }],
  ['with --print', 'open driftwatch --print', { browser: true, terminal: true }],
  ['without a browser', 'open driftwatch', { terminal: true }],
])('%s, the address is printed', async (_, line, options) => {
  const { code, out, host } = await guide(line, options);
  expect({ code, out }).toEqual({ code: 0, out: `${PAGE}\n` });
  expect(host.opened).toEqual([]);
});

test('a name does as well as an id', async () => {
  expect((await guide(['open', 'Watching Models'])).out).toBe('https://books.example/watching-models\n');
});

test.each([
  { line: 'open driftwach', code: 3, says: 'Did you mean "driftwatch"', wayOut: 'mlops-guide search' },
  {
    line: 'open mlops-day-2027',
    code: 3,
    says: 'MLOps Day 2027 has no page',
    wayOut: 'mlops-guide show mlops-day-2027',
  },
  { line: 'open driftwatch --json', code: 2, says: 'it takes no --format json', wayOut: 'show <id> --json' },
  { line: 'open driftwatch --fields url', code: 2, says: 'it takes no --fields', wayOut: 'show <id> --json' },
  { line: 'open', code: 2, says: 'id', wayOut: 'mlops-guide open --help' },
  { line: 'open a b', code: 2, says: 'too many', wayOut: 'mlops-guide open --help' },
])('$line: exit $code', async ({ line, code, says, wayOut }) => {
  const ran = await guide(line);
  expect(ran).toMatchObject({ code, out: '' });
  expectTwoLines(ran.err, says, wayOut);
});
