import ICAL from 'ical.js';
import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { createServer } from 'node:net';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changedCatalogue, isThere, MOVED_AND_CANCELLED, scratchFolder } from './clients';
import { ENV, guide, RECURRING, SMALL } from './program';

const folder = scratchFolder();
const has = isThere('radicale', 'command -v radicale') && isThere('vdirsyncer', 'command -v vdirsyncer');
const desk = join(folder, 'desk', 'mlops');
const phone = join(folder, 'phone', 'mlops');

/** A port of the loopback that nobody uses. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** A CalDAV server of its own, with one empty calendar. @returns when it is ready, its address and how to stop it */
async function startRadicale(): Promise<{ url: string; stop: () => Promise<unknown> }> {
  const port = await freePort();
  const calendar = join(folder, 'server', 'collection-root', 'reader', 'mlops');
  mkdirSync(calendar, { recursive: true });
  writeFileSync(join(calendar, '.Radicale.props'), '{"tag": "VCALENDAR"}');
  const config = join(folder, 'radicale.conf');
  writeFileSync(
    config,
    `[server]
hosts = 127.0.0.1:${port}
[auth]
type = none
[storage]
filesystem_folder = ${join(folder, 'server')}
[logging]
level = info
`,
  );
  const child = spawn('radicale', ['--config', config], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.once('error', reject).once('exit', () => reject(new Error(`radicale ended: ${said}`)));
    child.stderr.on('data', (more: Buffer) => {
      said += more.toString();
      if (said.includes('server ready')) resolve();
    });
  });
  return { url: `http://127.0.0.1:${port}/`, stop: () => (child.kill(), ended) };
}

let stop: () => Promise<unknown> = () => Promise.resolve();
beforeAll(async () => {
  if (!has) return;
  const server = await startRadicale();
  stop = server.stop;
  for (const path of [desk, phone]) mkdirSync(path, { recursive: true });
  const pair = (name: string, wins: string): string => `[pair ${name}]
a = "${name}_files"
b = "server"
collections = ["mlops"]
conflict_resolution = "${wins} wins"
[storage ${name}_files]
type = "filesystem"
path = "${join(folder, name)}"
fileext = ".ics"
`;
  writeFileSync(
    join(folder, 'vdirsyncer.conf'),
    `[general]
status_path = "${join(folder, 'status')}"
${pair('desk', 'a')}${pair('phone', 'b')}[storage server]
type = "caldav"
url = "${server.url}"
username = "reader"
password = "none"
`,
  );
  await vdirsyncer('discover');
});
afterAll(() => stop());

/** Not waited for in one go: the server's log has to be read meanwhile. */
async function vdirsyncer(...args: readonly string[]): Promise<void> {
  const env = { ...ENV, LC_ALL: 'C.UTF-8', HOME: folder };
  await promisify(execFile)('vdirsyncer', ['-c', join(folder, 'vdirsyncer.conf'), ...args], { env });
}

/** From the desk to the server, and from there to the phone. */
async function synchronise(): Promise<void> {
  await vdirsyncer('sync', 'desk');
  await vdirsyncer('sync', 'phone');
}

/** What one side holds: each entry by UID and the occurrence that it replaces, with what a reader would see of it. */
function heldBy(side: string): Map<string, string> {
  const components = readdirSync(side).flatMap((name) =>
    ['vevent', 'vtodo'].flatMap((kind) =>
      ICAL.Component.fromString(readFileSync(join(side, name), 'utf8')).getAllSubcomponents(kind),
    ),
  );
  const shown = [
    'summary',
    'dtstart',
    'dtend',
    'due',
    'rrule',
    'status',
    'sequence',
    'location',
    'description',
    'categories',
  ];
  const held = components.map((component) => {
    const values = shown.flatMap((name) =>
      component.getAllProperties(name).map((one) => `${name}=${one.getValues().join()}`),
    );
    return [
      `${String(component.getFirstPropertyValue('uid'))} ${String(component.getFirstPropertyValue('recurrence-id'))}`,
      values.join('\n'),
    ] as const;
  });
  expect(new Set(held.map(([key]) => key)).size).toBe(held.length); // nothing twice
  return new Map(held);
}

function split(...words: readonly string[]): void {
  const { status, stderr } = guide(['export-ics', '--split', '-o', desk, ...words]);
  expect({ status, stderr }).toMatchObject({ status: 0 });
}

describe.skipIf(!has)('a CalDAV server', () => {
  test('takes every entry, patterns and tasks too, and hands it on as it was', async () => {
    split('--what', 'all', '--as', 'vtodo', '--within', '24mo', '--relevance', 'core', '--alarm', '7d');
    split('--what', 'all', '--past', '9y', '--catalogue', SMALL);
    split('--catalogue', RECURRING);
    await synchronise();
    const sent = heldBy(desk);
    expect(sent.size).toBeGreaterThan(30);
    expect([...sent.keys()].map((key) => key.replace(/-.*/, ''))).toEqual(
      expect.arrayContaining(['event', 'series', 'task', 'deadline']),
    );
    expect(heldBy(phone)).toEqual(sent);
  });

  test('gets nothing twice when the same is exported again', async () => {
    const before = heldBy(phone);
    split('--what', 'all', '--past', '9y', '--catalogue', SMALL);
    await synchronise();
    expect(heldBy(phone)).toEqual(before);
  });

  test('passes on a move and a cancellation', async () => {
    const before = heldBy(phone);
    split('--what', 'all', '--past', '9y', '--catalogue', changedCatalogue(folder, 'changed', ...MOVED_AND_CANCELLED));
    await synchronise();
    const after = heldBy(phone);
    const changed = [...after].filter(([key, value]) => before.get(key) !== value);
    expect(after.size).toBe(before.size);
    const event = (id: string): string => changed.find(([key]) => key.startsWith(`event-${id}@`))?.[1] ?? '';
    expect(event('data-days-2027')).toContain('dtstart=2027-01-27\ndtend=2027-01-30');
    expect(event('drift-webinar-2026')).toMatch(/^summary=CANCELLED: Drift[^]*status=CANCELLED\nsequence=1/);
    // The deadlines of the moved event name its new days.
    expect(changed.map(([key]) => key.replace(/@.*/, '')).sort()).toEqual([
      'deadline-data-days-2027-cfp-1',
      'deadline-data-days-2027-notification-1',
      'event-data-days-2027',
      'event-drift-webinar-2026',
    ]);
  });
});
