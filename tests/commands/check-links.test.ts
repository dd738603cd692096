import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkFiles } from '../../src/catalogue/check';
import { vocabularyOf } from '../../src/catalogue/vocabulary';
import { compiledCatalogue } from '../../src/catalogue/compiled';
import { createDisk } from '../../src/disk';
import type { LinkRecords } from '../../src/links/record';
import { anEntry } from '../helpers/entries';
import { aFolder } from '../helpers/folder';
import { builtFiles, zones, type FakeHostOptions } from '../helpers/host';
import { expectTwoLines, guide } from '../helpers/run';
import { aClosedPort, aServer, hastyNetwork, type Server } from '../links/server';

/** A server of which `/ok`, `/gone`, `/moved`, `/shut`, `/front` and `/bad` are what they say. */
const site = () =>
  aServer(({ url = '' }, response) => {
    const [, what = ''] = url.split(/[/?]/);
    const codes: Readonly<Record<string, number>> = { gone: 404, moved: 301, front: 308, shut: 403, bad: 500 };
    const location = what === 'moved' ? '/ok?new' : '/';
    response.writeHead(codes[what] ?? 200, what === 'moved' || what === 'front' ? { location } : {}).end('x');
  });

/** Newsletters, of which the small catalogue has none, and what a reader needs who checks their links on some day. */
function reader(urls: Readonly<Record<string, string>>) {
  const data = aFolder();
  const entries = Object.entries(urls).map(([id, url]) =>
    anEntry({ kind: 'newsletter', id, name: `Letter ${id}`, url }),
  );
  const built = builtFiles(entries);
  const network = hastyNetwork();
  const run = (line: string, day = '2026-11-21', more: FakeHostOptions = {}) => {
    const now = `${day}T09:00Z`;
    const disk = createDisk(() => Date.parse(now));
    const env = { MLOPS_GUIDE_DATA_DIR: data, ...more.env };
    return guide(`check-links --kind newsletter ${line}`, { built, network, disk, now, ...more, env });
  };
  const stored = (): LinkRecords => JSON.parse(readFileSync(join(data, 'links.json'), 'utf8')) as LinkRecords;
  return { data, built, run, stored };
}

const rowsOf = (out: string): string[] =>
  out.split('\n').filter(Boolean).map((line) => line.split('\t').slice(0, 3).join(' ')); // prettier-ignore

describe('the report', () => {
  test('tells what is wrong, worst first; dead only on the second day', async () => {
    const { origin } = await site();
    const { run } = reader({
      a: `${origin}/ok`,
      b: `${origin}/gone`,
      c: `${origin}/moved#top`,
      d: `${origin}/shut`,
      e: `${origin}/bad`,
      f: `http://127.0.0.1:${await aClosedPort()}/`,
    });
    const first = await run('');
    expect(first.code).toBe(0);
    expect(rowsOf(first.out)).toEqual([
      'moved c url',
      'blocked d url',
      'unknown b url',
      'unknown e url',
      'unknown f url',
    ]);
    expect(first.out).toContain('answers 404; dead when it still does on another day');
    expect(first.err).toBe('6 links: 1 moved, 1 blocked, 3 unknown, 1 ok\n');
    const second = await run('', '2026-11-23');
    expect(rowsOf(second.out)).toEqual([
      'dead b url',
      'moved c url',
      'blocked d url',
      'unknown e url',
      'unknown f url',
    ]);
    expect(second.out).toContain('answers 404, since 2026-11-21');
    expect(second.err).toBe('6 links: 1 dead, 1 moved, 1 blocked, 2 unknown, 1 ok\n');
  });

  test('in a pipe has these columns; as JSON the keys of the entry; --all adds what is well', async () => {
    const { origin } = await site();
    const { run } = reader({ a: `${origin}/ok`, c: `${origin}/moved#top` });
    const line = [
      'moved',
      'c',
      'url',
      `${origin}/moved#top`,
      `${origin}/ok?new#top`,
      '200',
      '',
      '2026-11-21T09:00:00.000Z',
      '2026-11-21',
    ];
    expect((await run('--header')).out).toBe(
      `state\tid\tfield\turl\tto\tstatus\twhy\tchecked\tsince\n${line.join('\t')}\n`,
    );
    expect(JSON.parse((await run('--known --json --all')).out)).toEqual([
      {
        state: 'moved',
        id: 'c',
        kind: 'newsletter',
        name: 'Letter c',
        field: 'url',
        url: `${origin}/moved#top`,
        to: `${origin}/ok?new#top`,
        status: 200,
        checked: '2026-11-21T09:00:00.000Z',
        since: '2026-11-21',
      },
      {
        state: 'ok',
        id: 'a',
        kind: 'newsletter',
        name: 'Letter a',
        field: 'url',
        url: `${origin}/ok`,
        status: 200,
        checked: '2026-11-21T09:00:00.000Z',
      },
    ]);
  });

  test('goes to a file in the form of its name, whole and without colour, and over no other file', async () => {
    const { origin } = await site();
    const { run, data } = reader(
      Object.fromEntries(Array.from({ length: 25 }, (_, n) => [`n${n}`, `${origin}/shut?${n}`])),
    );
    const terminal = { terminal: true };
    const [report, json] = [join(data, 'report.txt'), join(data, 'report.json')];
    const text = await run(`-o ${report} --color always`, '2026-11-21', terminal);
    expect(text.out).toBe('');
    expect(text.err).toContain(`written to ${report}`);
    expect(readFileSync(report, 'utf8').trim().split('\n')).toHaveLength(26);
    expect(readFileSync(report, 'utf8')).not.toContain('\u001b');
    await run(`--known -o ${json}`, '2026-11-21', terminal);
    expect(JSON.parse(readFileSync(json, 'utf8'))).toHaveLength(25);
    const there = join(data, 'mine.csv');
    writeFileSync(there, 'mine');
    const refused = await run(`--known -o ${there}`);
    expect(refused.code).toBe(1);
    expectTwoLines(refused.err, 'is there already', '--force');
    await run(`--known --force -o ${there}`);
    expect(readFileSync(there, 'utf8')).toMatch(/^state,id,field,url,/);
    const folder = await run(`--known --force --format json -o ${data}`);
    expect(folder.code).toBe(1);
    expectTwoLines(folder.err, 'is a folder', 'Name a file in it');
    expect((await run('--known --json -o /dev/stdout')).out).toMatch(/^\[\n/);
  });
});

describe('what is asked', () => {
  test('each address once, however many entries have it, and nobody a second time on the same day', async () => {
    const server = await site();
    const { run } = reader({ a: `${server.origin}/ok`, b: `${server.origin}/ok#there`, c: `${server.origin}/gone` });
    await run('');
    expect([...server.lines].sort()).toEqual(['GET /gone', 'HEAD /gone', 'HEAD /ok']);
    const again = await run('');
    expect(server.asked).toHaveLength(3);
    expect(again.err).toContain('All of them were checked today; --again checks them once more.');
    await run('--again');
    expect(server.asked).toHaveLength(6);
    await run('', '2026-11-22');
    expect(server.asked).toHaveLength(9);
    // An id narrows as everywhere.
    await run('a', '2026-11-23');
    expect(server.asked).toHaveLength(10);
  });

  test('the day is the reader’s', async () => {
    const server = await site();
    const { run } = reader({ a: `${server.origin}/gone` });
    await run('--tz Pacific/Kiritimati', '2026-11-21', { now: '2026-11-21T09:00Z' });
    await run('--tz Pacific/Kiritimati', '2026-11-21', { now: '2026-11-21T11:00Z' });
    expect(server.asked).toHaveLength(4);
    expect((await run('--known --tz Pacific/Kiritimati')).out).toMatch(/^dead\t/);
  });

  test('sources where they are asked for; nobody with --known', async () => {
    const server = await site();
    const data = aFolder();
    const entry = anEntry({
      kind: 'newsletter',
      id: 'a',
      sources: [{ ref: `${server.origin}/source`, verified: '2026-11-01' }],
    });
    const options = {
      built: builtFiles([entry]),
      network: hastyNetwork(),
      env: { MLOPS_GUIDE_DATA_DIR: data },
      disk: createDisk(() => 0),
    };
    const none = await guide('check-links a --known --sources', options);
    expect({ code: none.code, out: none.out, err: none.err }).toEqual({
      code: 0,
      out: '',
      err: '1 link was never checked so far.\n',
    });
    expect(server.asked).toEqual([]);
    expect((await guide('check-links a --sources --all', options)).out).toMatch(/^ok\ta\tsources\.0\.ref\t/);
    expect((await guide('check-links a --all', options)).out).toBe('');
  });
});

describe('stopped and gone on', () => {
  test('Ctrl-C: what was found is kept, and the next run asks the rest', async () => {
    let stop = (): void => undefined;
    const server: Server = await aServer(({ url }, response) => {
      if (url === '/2') stop();
      response.end('x');
    });
    const { run, stored } = reader(Object.fromEntries([0, 1, 2, 3].map((n) => [`n${n}`, `${server.origin}/${n}`])));
    const first = await run('', '2026-11-21', { onInterrupt: (given) => (stop = given) });
    expect(first.code).toBe(130);
    expect(first.err).toContain(
      'Stopped after 2 of 4 addresses. The same command goes on from there, and --known tells what was found.',
    );
    expect(first.out).toBe('');
    expect(stored().links.map(({ url }) => new URL(url).pathname)).toEqual(['/0', '/1']);
    const second = await run('');
    expect(second.code).toBe(0);
    expect(server.lines).toEqual(['HEAD /0', 'HEAD /1', 'HEAD /2', 'HEAD /2', 'HEAD /3']);
    expect(second.err).toBe('4 links: 4 ok\n');
  });

  test('killed at any moment, little is lost: it is written down as it goes', async () => {
    const seen: number[] = [];
    const { origin } = await aServer(({ url = '' }, response) => {
      if (url === '/50') seen.push(stored().links.length);
      response.end('x');
    });
    const { run, stored } = reader(
      Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`n${n}`, `${origin}/${n}`])),
    );
    await run('');
    expect(seen[0]).toBeGreaterThanOrEqual(30);
    expect(stored().links).toHaveLength(60);
  });

  test('no network: exit 5, nothing is written, and nothing is held against anybody', async () => {
    const port = await aClosedPort();
    const { run, data } = reader(
      Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`n${n}`, `http://127.0.0.${n + 2}:${port}/`])),
    );
    const { code, out, err } = await run('');
    expect({ code, out }).toEqual({ code: 5, out: '' });
    expect(err).toContain('mlops-guide: nobody answers: is there a network?\n  Nothing was written down.');
    expect(existsSync(join(data, 'links.json'))).toBe(false);
  });

  test('one host that does not answer: exit 5, but it is told', async () => {
    const { run } = reader({ a: `http://127.0.0.1:${await aClosedPort()}/` });
    const { code, out, err } = await run('');
    expect({ code, rows: rowsOf(out) }).toEqual({ code: 5, rows: ['unknown a url'] });
    expect(err).toBe('mlops-guide: nobody answers: is there a network?\n1 link: 1 unknown\n');
  });

  test('where nothing can be written down, nobody is asked', async () => {
    const server = await site();
    const { run, data } = reader({ a: `${server.origin}/ok` });
    mkdirSync(join(data, 'links.json.lock', 'x'), { recursive: true });
    const broken = createDisk(() => 0);
    const { code, err } = await run('', '2026-11-21', {
      disk: { ...broken, locked: () => { throw new Error('read-only'); } }, // prettier-ignore
    });
    expect(code).toBe(1);
    expect(err).toContain('read-only');
    expect(server.asked).toEqual([]);
  });

  test('a damaged record is set aside and named, and the check goes on', async () => {
    const { origin } = await site();
    const { run, data, stored } = reader({ a: `${origin}/ok` });
    writeFileSync(join(data, 'links.json'), '{"version":1,"links":[{');
    const { code, err } = await run('');
    expect(code).toBe(0);
    expect(err).toContain('was damaged. It is kept as');
    expect(stored().links).toHaveLength(1);
    expect(readdirSync(data).filter((name) => name.includes('.damaged-'))).toHaveLength(1);
  });

  test('a host that wants rest: the others are left for another run, and that is said', async () => {
    const { origin, host } = await aServer(
      (_, response) => void response.writeHead(429, { 'retry-after': '600' }).end(),
    );
    const { run } = reader({ a: `${origin}/1`, b: `${origin}/2`, c: `${origin}/3` });
    const { err } = await run('');
    expect(err).toContain(`left for another run: 2 of ${host} (wants to be left alone for 10 min)`);
    expect(err).toContain('2 links were never checked so far.');
  });
});

describe('edits', () => {
  test('as a list: entry, field, old, new; with a word where somebody should look first', async () => {
    const { origin } = await site();
    const { run } = reader({ a: `${origin}/ok`, b: `${origin}/moved`, c: `${origin}/front`, d: `${origin}/gone` });
    const { out } = await run('--edits --json');
    expect(JSON.parse(out)).toEqual([
      {
        id: 'b',
        kind: 'newsletter',
        field: 'url',
        old: `${origin}/moved`,
        new: `${origin}/ok?new`,
        checked: '2026-11-21',
      },
      {
        id: 'c',
        kind: 'newsletter',
        field: 'url',
        old: `${origin}/front`,
        new: `${origin}/`,
        checked: '2026-11-21',
        why: 'leads to the front page of a site: the page itself may be gone',
      },
    ]);
    expect((await run('--known --edits --header')).out.split('\n')[0]).toBe('id\tfield\told\tnew\tchecked\twhy');
  });

  test('as an overlay: whole entries that the catalogue takes', async () => {
    const { origin } = await site();
    const { run, built } = reader({ b: `${origin}/moved`, c: `${origin}/front` });
    const { out, err } = await run('--overlay');
    expect(err).toContain('1 entry with new addresses');
    expect(err).toContain('1 left out that lead to a front page');
    expect(parse(out)).toMatchObject([
      {
        id: 'b',
        url: `${origin}/ok?new`,
        sources: [{}, { ref: `redirect of ${origin}/moved`, verified: '2026-11-21' }],
      },
    ]);
    const bundled = compiledCatalogue((file) => built.get(`catalogue/${file}`)!, 'bundled');
    expect(checkFiles([{ name: 'o', text: out }], vocabularyOf(bundled, zones), { isPart: true }).problems).toEqual([]);
  });

  test('nothing moved', async () => {
    const { origin } = await site();
    const { run } = reader({ a: `${origin}/ok` });
    expect(await run('--edits --json')).toMatchObject({ out: '[]\n', err: 'No link has moved.\n' });
    expect(await run('--overlay')).toMatchObject({ out: '' });
  });
});

describe('wrong usage', () => {
  const { run } = reader({ a: 'http://127.0.0.1:9/' });
  test.each([
    { line: '--edits --overlay', says: '--edits and --overlay exclude each other' },
    { line: '--again --known', says: '--again and --known exclude each other' },
    { line: '-o report', says: 'the name report says no form' },
    { line: '--overlay --json', says: 'an overlay is YAML' },
  ])('$line', async ({ line, says }) => {
    const { code, err } = await run(line);
    expect(code).toBe(2);
    expectTwoLines(err, says, '');
  });

  test('an unknown id names what is near; a filter that leaves nothing is no failure', async () => {
    expect((await run('aa')).code).toBe(3);
    expect(await run('--year 1999')).toMatchObject({ code: 0, out: '' });
  });

  test('without a home', async () => {
    const { code, err } = await guide('check-links', { network: hastyNetwork() });
    expect(code).toBe(1);
    expectTwoLines(err, 'HOME is not set', 'MLOPS_GUIDE_DATA_DIR');
  });
});

describe('progress', () => {
  test('on a terminal, one line that goes away; none in a pipe, none with --quiet', async () => {
    const { origin } = await site();
    const { run } = reader({ a: `${origin}/ok`, b: `${origin}/ok?2` });
    const shown = await run('', '2026-11-21', { terminal: true, columns: 60 });
    expect(shown.err).toContain('\r\u001b[Kchecking links ');
    expect(shown.err).toContain('1 of 2');
    const [before = '', after = ''] = shown.err.split(/\r\u001b\[K(?!checking)/);
    expect(before).not.toContain('\n');
    expect(after).toContain('2 links: 2 ok');
    expect((await run('--again')).err).toBe('2 links: 2 ok\n');
    const quiet = await run('--again --quiet', '2026-11-21', { terminal: true });
    expect(quiet.err).toBe('');
  });
});
