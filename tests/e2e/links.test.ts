import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aFolder } from '../helpers/folder';
import { listen } from '../helpers/server';
import { BIN, ENV } from './program';

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built program while servers of this process answer it. */
function guide(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  onStart?: (kill: () => void) => void,
): Promise<Ran> {
  const child = spawn(process.execPath, [BIN, ...args], { env: { ...ENV, ...env } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  onStart?.(() => child.kill('SIGKILL'));
  return new Promise((done) => child.on('close', (code) => done({ code, out, err })));
}

/** A catalogue of sites at these addresses, and a reader's folder. */
function reader(urls: readonly string[]) {
  const folder = aFolder();
  const catalogue = join(folder, 'sites.json.yaml');
  const entries = urls.map((url, n) => ({
    id: `site-${n}`,
    kind: 'site',
    name: `Site ${n}`,
    url,
    summary: 'One sentence.',
    topics: ['mlops-fundamentals'],
    sources: [{ ref: 'a test', verified: '2026-11-01' }],
    added: '2026-11-01',
  }));
  writeFileSync(catalogue, JSON.stringify(entries));
  const env = { MLOPS_GUIDE_DATA_DIR: join(folder, 'data'), MLOPS_GUIDE_CATALOGUE: catalogue };
  return { data: join(folder, 'data'), env };
}

describe('check-links, the built program', () => {
  test('over two days: dead and moved, with the edits that follow; asked one by one', async () => {
    let [open, atOnce] = [0, 0];
    const server = await listen(({ url, method }, response) => {
      atOnce = Math.max(atOnce, (open += 1));
      response.on('close', () => (open -= 1));
      if (url === '/moved') response.writeHead(301, { location: '/here' }).end();
      else response.writeHead(url === '/here' ? 200 : 404).end(method === 'HEAD' ? undefined : 'x');
    });
    const { env, data } = reader([`${server}/gone`, `${server}/moved`]);
    const first = await guide(['check-links', '--now', '2026-11-21T12:00Z'], env);
    expect(first).toMatchObject({ code: 0, err: '2 links: 1 moved, 1 unknown\n' });
    expect(atOnce).toBe(1);
    const second = await guide(['check-links', '--now', '2026-11-22T12:00Z', '--json'], env);
    expect(second).toMatchObject({ code: 0, err: '2 links: 1 dead, 1 moved\n' });
    expect(JSON.parse(second.out)).toMatchObject([
      { state: 'dead', id: 'site-0', status: 404, since: '2026-11-21' },
      { state: 'moved', id: 'site-1', to: `${server}/here` },
    ]);
    const edits = await guide(['check-links', '--known', '--edits'], env);
    expect(edits.out).toBe(`site-1\turl\t${server}/moved\t${server}/here\t2026-11-22\t\n`);
    expect(readdirSync(data)).toEqual(['links.json']);
  });

  test('killed in the middle, it leaves a whole file or none, and goes on', async () => {
    let kill: () => void = () => undefined;
    let asked = 0;
    const servers = await Promise.all(
      Array.from({ length: 30 }, () =>
        listen(({ url }, response) => {
          if (url !== '/robots.txt' && (asked += 1) === 25) kill();
          response.writeHead(url === '/robots.txt' ? 404 : 200).end();
        }),
      ),
    );
    const { env, data } = reader(servers.map((server) => `${server}/page`));
    const first = await guide(['check-links'], env, (stop) => (kill = stop));
    expect(first.code).toBe(null);
    const files = readdirSync(data).filter((name) => !/\.(lock|tmp)$/.test(name));
    const kept = files.map(
      (name) => (JSON.parse(readFileSync(join(data, name), 'utf8')) as { links: object[] }).links.length,
    );
    expect(files).toEqual(['links.json']);
    expect(kept[0]).toBeGreaterThanOrEqual(20);
    asked = 1000;
    const second = await guide(['check-links'], env);
    expect(second).toMatchObject({ code: 0, err: '30 links: 30 ok\n' });
    expect(asked).toBe(1000 + 30 - (kept[0] ?? 0));
  });
});

test('changes reads the journal of the package', async () => {
  const { code, out } = await guide(['changes', '--since', '2026-11-21', '--format', 'atom'], {
    MLOPS_GUIDE_NOW: '2026-11-22',
  });
  expect(code).toBe(0);
  expect(out).toMatch(/^<\?xml [^]*<\/feed>\n$/);
  expect(out).toContain('added: Data management');
});
