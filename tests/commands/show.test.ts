import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFolder } from '../helpers/folder';
import { SMALL } from '../helpers/host';
import { expectTwoLines, guide } from '../helpers/run';

test.each([
  ['by id', 'driftwatch'],
  ['by id in another case', 'DriftWatch'],
  ['by name', 'Watching Models'],
  ['by alias', '观察模型'],
])('%s', async (_, word) => {
  const { code, out, err } = await guide(['show', word]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^(Driftwatch|Watching Models)\n/);
});

test('facts, evidence and related entries by name', async () => {
  const { out } = await guide('show driftwatch');
  expect(out).toMatch(/licence +Apache-2\.0/);
  expect(out).toMatch(/sources +https:\/\/github\.com\/example\/driftwatch, as of 2026-11-04/);
  expect(out).toMatch(/related +Watching Models \(watching-models\)/);
});

test('what to start with, of a topic: by name on a terminal, as ids for programs', async () => {
  const file = join(aFolder(), 'own.yaml');
  writeFileSync(
    file,
    `
- id: drift-alarms
  kind: term
  name: Drift alarms
  summary: Alarms that go off when data change.
  topic: monitoring
  definition: An alarm that goes off when data change. It calls somebody before the answers become wrong.
  leading: [driftwatch, watching-models]
  further: [monitoring]
  sources: [{ ref: written for the tests, verified: '2026-11-01' }]
  added: '2026-11-01'
`,
  );
  const { code, out, err } = await guide(`show drift-alarms --catalogue ${SMALL} --catalogue ${file}`);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/\nstart with +Driftwatch \(driftwatch\)\n +Watching Models \(watching-models\)\nsources/);
  const json = await guide(
    `show drift-alarms --json --catalogue ${SMALL} --catalogue ${file} --fields leading,further`,
  );
  expect(JSON.parse(json.out)).toEqual([{ leading: ['driftwatch', 'watching-models'], further: ['monitoring'] }]);
});

test('several, one after the other, in the order asked for', async () => {
  const { out } = await guide('show watching-models driftwatch');
  expect(out.indexOf('Watching Models\n')).toBeLessThan(out.indexOf('\n\nDriftwatch\n'));
});

test('times where the reader is', async () => {
  const { out } = await guide('show drift-webinar-2026 --tz Asia/Tokyo --width 120');
  expect(out.replace(/\n +/g, ' ')).toContain(' = 25 Nov 08:00 – 09:00 JST where you are');
});

describe('for scripts', () => {
  test('--json is an array of entries, also of one', async () => {
    const { out, err } = await guide('show driftwatch watching-models --json');
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject([{ id: 'driftwatch', license: 'Apache-2.0' }, { id: 'watching-models' }]);
  });

  test('--fields picks keys', async () => {
    expect((await guide('show driftwatch --json --fields id,license')).out).toBe(
      '[\n{"id":"driftwatch","license":"Apache-2.0"}\n]\n',
    );
  });

  test.each(['csv', 'md', 'jsonl', 'yaml'])('--format %s', async (format) => {
    const { code, out } = await guide(`show driftwatch --format ${format}`);
    expect(code).toBe(0);
    expect(out).toContain('Apache-2.0');
  });
});

describe('an id that is not there: exit 3 and the nearest ones', () => {
  test.each([
    ['show driftwach', 'no entry "driftwach". Did you mean "driftwatch"'],
    ['show driftwatch watching-model', 'no entry "watching-model". Did you mean "watching-models"'],
    ['show qqqqqqqq', 'no entry "qqqqqqqq".'],
  ])('%s', async (line, says) => {
    const ran = await guide(line);
    expect(ran).toMatchObject({ code: 3, out: '' });
    expectTwoLines(ran.err, says, 'mlops-guide search');
  });
});

describe('an unclear name', () => {
  test('on a terminal is asked about', async () => {
    const { code, out, host } = await guide('show drift', {
      terminal: true,
      answers: ['driftwatch'],
      env: { NO_COLOR: '1' },
    });
    expect(code).toBe(0);
    expect(out).toMatch(/^Driftwatch\n/);
    expect(host.questions[0]?.choices.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['drift-talk', 'driftwatch']),
    );
  });

  test.each([
    ['in a pipe', 'show drift', {}],
    ['with --no-input', 'show drift --no-input', { terminal: true }],
    ['in CI', 'show drift', { terminal: true, env: { CI: 'true' } }],
    ['when stdin is no terminal', 'show drift', { terminal: true, stdin: { isTerminal: false } }],
  ])('%s is never asked about', async (_, line, options) => {
    const { code, host } = await guide(line, { ...options, answers: ['driftwatch'] });
    expect(code).toBe(3);
    expect(host.questions).toEqual([]);
  });
});

test.each([
  [' ', 'See all: mlops-guide list'],
  ['nobody; ls', 'Search: mlops-guide search "nobody; ls"'],
])('of %j, the way out can be typed as it stands', async (word, wayOut) => {
  expectTwoLines((await guide(['show', word])).err, 'no entry', wayOut);
});
