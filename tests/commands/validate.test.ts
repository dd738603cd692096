import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SMALL } from '../helpers/host';
import { expectTwoLines, guide } from '../helpers/run';

const GOOD = `- id: my-meetup
  kind: event
  name: My meetup
  summary: An evening.
  topics: [monitoring]
  type: meetup
  start: '2026-12-01'
  certainty: confirmed
  status: scheduled
  relevance: core
  sources: [{ ref: me, verified: '2026-11-01' }]
  added: '2026-11-01'
`;

let folder = '';
/** Writes a file of the reader's own and gives its path. */
function file(name: string, text: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mlops-guide-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('validate', () => {
  test('the bundled catalogue is sound', async () => {
    expect(await guide('validate')).toMatchObject({ code: 0, out: '', err: '14 entries in 1 file: no problems\n' });
  });

  test('a folder is taken whole', async () => {
    expect(await guide(['validate', SMALL])).toMatchObject({
      code: 0,
      out: '',
      err: '14 entries in 3 files: no problems\n',
    });
  });

  test('a file of one’s own may refer to bundled topics', async () => {
    expect(await guide(['validate', file('good.yaml', GOOD)])).toMatchObject({ code: 0, out: '' });
  });

  test('all problems of all files at once, each with its place: exit 4', async () => {
    const one = file('one.yaml', GOOD.replace('2026-12-01', '2026-02-30').replace('confirmed', 'sure'));
    const two = file(
      'two.yaml',
      GOOD.replace('[monitoring]', '[montoring]').replace('my-meetup', 'other').replace('status:', 'state:'),
    );
    const { code, out, err } = await guide(['validate', one, two]);
    expect(code).toBe(4);
    const lines = out.trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith(`${one}:7:10 my-meetup start: `))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith(`${one}:8:14 my-meetup certainty: `))).toHaveLength(1);
    expect(lines).toContain(`${two}:9:3 other state: unknown key`);
    expect(err).toMatch(/^\d problems; /);
    expect(Number(/^\d+/.exec(err)?.[0])).toBe(lines.length);
  });

  test('--json gives the problems as objects', async () => {
    const bad = file('bad.yaml', GOOD.replace('[monitoring]', '[montoring]'));
    const { code, out } = await guide(['validate', bad, '--json']);
    expect(code).toBe(4);
    expect(JSON.parse(out)).toMatchObject([
      { file: bad, line: 5, id: 'my-meetup', field: 'topics.0', message: expect.any(String) as unknown },
    ]);
    expect(await guide(['validate', SMALL, '--json'])).toMatchObject({ code: 0, out: '[]\n' });
  });

  test('--quiet leaves the problems, and the exit code', async () => {
    const bad = file('bad.yaml', GOOD.replace('[monitoring]', '[montoring]'));
    const { code, out, err } = await guide(['validate', bad, '--quiet']);
    expect({ code, err }).toEqual({ code: 4, err: '' });
    expect(out).toContain('bad.yaml:5:');
  });

  test('a path that is not there: exit 1', async () => {
    const ran = await guide(['validate', join(folder, 'nope.yaml')]);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expectTwoLines(ran.err, 'no such file or folder', 'Name a catalogue file');
  });

  test.each([
    ['not UTF-8', Buffer.from([0x2d, 0x20, 0xff, 0xfe])],
    ['an alias bomb', `a: &a [x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nentries: [*c]\n`],
    ['no list', 'just words'],
    ['broken YAML', '- id: [unclosed'],
  ])('%s: exit 4 and no stack', async (name, text) => {
    const { code, out, err } = await guide(['validate', file(`${name.replaceAll(' ', '-')}.yaml`, text)]);
    expect(code).toBe(4);
    expect(out + err).not.toContain('    at ');
    expect(out + err).not.toContain('bug');
  });

  test('nothing of a hostile file reaches the terminal as it is', async () => {
    const escape = '"\\e[31mx\\e]0;t\\a\\x9b1m\\u202e"';
    const hostile = file(
      'hostile.yaml',
      `- id: ${escape}\n  kind: ${escape}\n  ${escape}: 1\n- ${escape}\n- kind: tool\n  id: ${escape}\n  ${escape}: 2\n`,
    );
    for (const form of [[], ['--json']]) {
      const { code, out, err } = await guide(['validate', hostile, ...form]);
      expect(code).toBe(4);
      expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    }
  });
});

describe('--catalogue', () => {
  test('stands in for the bundled one', async () => {
    const mine = file('good.yaml', GOOD);
    expect((await guide(['list', '--catalogue', mine])).out).toMatch(/^event\tmy-meetup\t[^\n]*\n$/);
    expect((await guide('list', { env: { MLOPS_GUIDE_CATALOGUE: mine } })).out).toMatch(/^event\tmy-meetup\t[^\n]*\n$/);
  });

  test('may be given several times, as files and folders', async () => {
    const { out } = await guide(['list', '--catalogue', file('good.yaml', GOOD), '--catalogue', SMALL]);
    expect(out.trimEnd().split('\n')).toHaveLength(15);
    const env = { MLOPS_GUIDE_CATALOGUE: `${file('good.yaml', GOOD)}:${SMALL}` };
    expect((await guide('list', { env })).out.trimEnd().split('\n')).toHaveLength(15);
  });

  test('a terminal is told where the answer comes from', async () => {
    const mine = file('good.yaml', GOOD);
    expect((await guide(['list', '--catalogue', mine], { terminal: true })).err).toContain(mine);
  });

  test('a broken one: exit 4, the first problems, and how to see all', async () => {
    const bad = file('bad.yaml', GOOD.replace('[monitoring]', '[montoring]'));
    const { code, out, err } = await guide(['list', '--catalogue', bad]);
    expect({ code, out }).toEqual({ code: 4, out: '' });
    expect(err).toContain('bad.yaml:5:');
    expect(err).toContain(`mlops-guide validate ${bad}`);
  });

  test('one that is not there: exit 1', async () => {
    expect(await guide(['list', '--catalogue', join(folder, 'nope')])).toMatchObject({ code: 1, out: '' });
  });

  test('an empty folder: exit 4', async () => {
    const empty = mkdtempSync(join(folder, 'empty-'));
    expect(await guide(['list', '--catalogue', empty])).toMatchObject({ code: 4, out: '' });
  });
});

test.each(['--format csv', '--fields id', '--format jsonl'])(
  '%s is refused: it is no list of entries',
  async (form) => {
    const { code, out, err } = await guide(`validate ${form}`);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expectTwoLines(err, 'validate gives lines, or JSON: it takes no ', '--json');
  },
);
