import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { READY_MADE } from '../../src/sources/ready-made';
import { aReader, type Reader } from '../helpers/reader';
import { expectTwoLines } from '../helpers/run';

interface Listed {
  readonly name: string;
  readonly enabled: boolean;
  readonly filter: string;
  readonly licence: string | null;
  readonly location: string;
  readonly type: string | null;
}

async function listed({ run }: Reader): Promise<Listed[]> {
  const { code, out } = await run('sources list --json');
  expect(code).toBe(0);
  return JSON.parse(out) as Listed[];
}

describe('sources list', () => {
  test('has the ready-made ones, off, with filter and licence, and touches no disk', async () => {
    const reader = aReader();
    const all = await listed(reader);
    expect(all.map(({ name, enabled, filter }) => [name, enabled, filter])).toEqual([
      ['conference-data', false, 'mlops'],
      ['ccf-deadlines', false, 'mlops'],
      ['ai-deadlines', false, 'mlops'],
    ]);
    for (const { licence } of all) expect(licence).toMatch(/^MIT, /);
    expect(existsSync(reader.config)).toBe(false);
    expect((await reader.run('sources')).out).toBe((await reader.run('sources list')).out);
  });

  test('says on a terminal what each is', async () => {
    const { out } = await aReader().run('sources', { terminal: true, columns: 200 });
    expect(out).toMatch(/conference-data +off +conference-data/);
    expect(out).toContain('  MIT  ');
  });

  test('asks for this year and the next', () => {
    const files = READY_MADE[0]?.files(2026) ?? [];
    expect(files).toHaveLength(12);
    expect(files).toContain('2026/data.json');
    expect(files).toContain('2027/opensource.json');
  });
});

describe('sources enable, disable', () => {
  test('switches a ready-made one, and says its licence', async () => {
    const reader = aReader();
    const { code, out, err } = await reader.run('sources enable ccf-deadlines');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toBe(
      'ccf-deadlines is enabled (licence: MIT, ccfddl/ccf-deadlines contributors). Read it: mlops-guide update\n',
    );
    expect((await listed(reader)).filter(({ enabled }) => enabled).map(({ name }) => name)).toEqual(['ccf-deadlines']);
    await reader.run('sources disable ccf-deadlines');
    expect((await listed(reader)).filter(({ enabled }) => enabled)).toEqual([]);
  });

  test('takes several names, and a mirror', async () => {
    const reader = aReader();
    await reader.run('sources enable ccf-deadlines ai-deadlines');
    await reader.run('sources enable conference-data --mirror https://mirror.example/lists');
    const all = await listed(reader);
    expect(all.every(({ enabled }) => enabled)).toBe(true);
    expect(all[0]?.location).toBe('https://mirror.example/lists');
    const { out } = await reader.run('sources show conference-data --json');
    expect(out).toContain('https://mirror.example/lists/2026/data.json');
  });

  test('with --quiet says nothing', async () => {
    expect((await aReader().run('sources enable ccf-deadlines --quiet')).err).toBe('');
  });
});

test('a password that somebody wrote into the settings is neither shown nor handed on', async () => {
  const reader = aReader();
  const added = [{ name: 'mine', location: 'https://me:p@ss@x.example/a@b.ics', enabled: true, filter: 'none' }];
  const enabled = [{ name: 'ai-deadlines', mirror: 'HTTPS:////me:p@ss@mirror.example' }];
  mkdirSync(reader.config, { recursive: true });
  writeFileSync(join(reader.config, 'sources.json'), JSON.stringify({ version: 1, added, enabled }));
  expect((await listed(reader)).slice(-2).map(({ location }) => location)).toEqual([
    'HTTPS://mirror.example',
    'https://x.example/a@b.ics',
  ]);
  for (const form of ['--json', '--format table']) {
    const { code, out } = await reader.run(`sources show mine ai-deadlines ${form}`);
    expect({ code, isTold: out.includes('x.example/a@b.ics') }).toEqual({ code: 0, isTold: true });
    expect(out).not.toContain('p@ss');
  }
});

describe('sources add', () => {
  test('takes an address, and names it', async () => {
    const reader = aReader();
    const { err } = await reader.run('sources add https://meet.example/berlin/events.ics');
    expect(err).toBe('meet-example-events is added and enabled. Read it: mlops-guide update\n');
    expect((await listed(reader)).at(-1)).toMatchObject({
      name: 'meet-example-events',
      enabled: true,
      filter: 'none',
      licence: null,
      location: 'https://meet.example/berlin/events.ics',
    });
    await reader.run('sources add https://meet.example/hamburg/events.ics');
    expect((await listed(reader)).at(-1)?.name).toBe('meet-example-events-2');
  });

  test('takes a path from the root on, a name, a type, a filter and topics', async () => {
    const reader = aReader();
    const path = join(reader.folder, 'list.json');
    writeFileSync(path, '[]');
    await reader.run([
      'sources',
      'add',
      path,
      ...'--name my-list --type conference-data --filter mlops --topic Monitoring'.split(' '),
    ]);
    expect((await listed(reader)).at(-1)).toMatchObject({
      name: 'my-list',
      location: path,
      type: 'conference-data',
      filter: 'mlops',
      topics: ['monitoring'],
    });
  });

  test.each([
    { line: 'sources add', says: 'sources add needs an address or a path', code: 2 },
    { line: 'sources add no-such-file.yaml', says: 'no file or folder', code: 3 },
    { line: 'sources add https://me:pw@x.example/', says: 'messages would have it in plain text', code: 2 },
    {
      line: 'sources enable ai-deadlines --mirror https://me:pw@x.example/',
      says: 'an address with a password in it is not kept',
      code: 2,
    },
    { line: 'sources add https://[broken/', says: 'is no address', code: 2 },
    { line: 'sources add /dev/zero', says: '/dev/zero is no file that can be read again', code: 1 },
    { line: 'sources add file:///etc/passwd', says: 'no file or folder', code: 3 },
    { line: 'sources add https://x.example/ --type nonsense', says: 'nonsense', code: 2 },
    { line: 'sources add https://x.example/ --filter nonsense', says: 'nonsense', code: 2 },
    { line: 'sources add https://x.example/ --topic montoring', says: 'Did you mean "monitoring"', code: 2 },
    { line: 'sources add https://x.example/ --name ../x', says: 'is no name of a source', code: 2 },
    { line: 'sources add https://x.example/ --name __proto__', says: 'is no name of a source', code: 2 },
    {
      line: 'sources add https://x.example/ --name ccf-deadlines',
      says: 'there is a source ccf-deadlines already',
      code: 2,
    },
    { line: 'sources enable ccf-deadline', says: 'Did you mean "ccf-deadlines"?', code: 3 },
    { line: 'sources remove ccf-deadlines', says: 'comes with the program', code: 2 },
    { line: 'sources --type rss', says: '--type goes with sources add.', code: 2 },
    { line: 'sources enable ccf-deadlines --topic monitoring', says: '--topic goes with sources add.', code: 2 },
    { line: 'sources list ccf-deadlines', says: 'sources list takes no names.', code: 2 },
    { line: 'sources --mirror https://x.example/', says: '--mirror goes with sources enable', code: 2 },
    { line: 'sources add https://x.example/ --type rss,ics', says: 'a source is of one type.', code: 2 },
    { line: 'sources disable ccf-deadlines --mirror https://x.example/', says: '--mirror goes with', code: 2 },
    { line: 'sources lst', says: 'Did you mean "list"', code: 2 },
    { line: 'sources show', says: 'sources show needs a name', code: 2 },
    { line: 'sources show nonsense', says: 'no source "nonsense"', code: 3 },
  ])('$line is refused, and nothing is kept', async ({ line, says, code }) => {
    const reader = aReader();
    const ran = await reader.run(line);
    expect({ code: ran.code, out: ran.out }).toEqual({ code, out: '' });
    expect(ran.err).toContain(says);
    expect(existsSync(join(reader.config, 'sources.json'))).toBe(false);
  });

  test('does not take the same address twice', async () => {
    const reader = aReader();
    await reader.run('sources add https://x.example/a.ics');
    const { code, err } = await reader.run('sources add https://X.example/a.ics');
    expect(code).toBe(2);
    expectTwoLines(err, 'https://x.example/a.ics is the source x-example-a already', 'sources show x-example-a');
  });

  test('of what is removed nothing is left', async () => {
    const reader = aReader();
    await reader.run('sources add https://x.example/a.ics --name mine');
    const { err } = await reader.run('sources remove mine');
    expect(err).toBe('mine is removed. What it brought goes with the next update.\n');
    expect(readFileSync(join(reader.config, 'sources.json'), 'utf8')).not.toContain('x.example');
  });
});

describe('settings', () => {
  test('that are damaged are set aside and named, and stop nothing', async () => {
    const reader = aReader();
    mkdirSync(reader.config);
    const path = join(reader.config, 'sources.json');
    writeFileSync(path, '{"version":1,"added":[{"name":"../x"');
    const { code, err } = await reader.run('sources');
    expect(code).toBe(0);
    expect(err).toContain('sources.json is damaged and is not read');
    const enabled = await reader.run('sources enable ccf-deadlines');
    expect(enabled.code).toBe(0);
    expect(enabled.err).toMatch(/was damaged\. It is kept as .*sources\.json\.damaged-/);
    expect((await reader.run('list')).code).toBe(0);
  });

  test('of a newer program are not overwritten', async () => {
    const reader = aReader();
    mkdirSync(reader.config);
    const path = join(reader.config, 'sources.json');
    writeFileSync(path, '{"version":99}');
    const { code, err } = await reader.run('sources enable ccf-deadlines');
    expect(code).toBe(1);
    expect(err).toContain('was written by a newer version');
    expect(readFileSync(path, 'utf8')).toBe('{"version":99}');
  });

  test('need a home', async () => {
    const { code, err } = await aReader().run('sources enable ccf-deadlines', { env: {} });
    expect(code).toBe(1);
    expectTwoLines(err, 'there is no folder for files of your own', 'MLOPS_GUIDE_CONFIG_DIR');
  });
});
