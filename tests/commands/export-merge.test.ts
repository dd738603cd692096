import { describe, expect, test } from 'vitest';
import { unfolded } from '../calendar/an-event';
import { expectTwoLines, guide } from '../helpers/run';

const head = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//EN\r\n';
const mine = 'BEGIN:VEVENT\r\nUID:dentist\r\nSUMMARY:Dentist\r\nEND:VEVENT\r\n';

/** The file that a command line leaves when it begins with this one, and what it says. */
async function merged(line: string, file: string | undefined, now?: string): Promise<{ file: string; err: string }> {
  const { code, out, err, host } = await guide(`export-ics --merge x.ics ${line}`, {
    files: file === undefined ? {} : { 'x.ics': file },
    ...(now && { now }),
  });
  expect({ code, out, err: code === 0 ? '' : err }).toEqual({ code: 0, out: '', err: '' });
  return { file: host.files.get('x.ics') ?? '', err };
}
const uidsIn = (file: string): string[] =>
  unfolded(file)
    .filter((line) => line.startsWith('UID:'))
    .map((line) => line.slice(4).replace(/@.*/, ''));
const exported = async (line = ''): Promise<string> => (await guide(`export-ics ${line}`)).out;

test('a file that is not there yet is written', async () => {
  const { file, err } = await merged('--what all', undefined);
  expect(file).toBe(await exported('--what all'));
  expect(err).toContain('5 events and 2 deadlines written to x.ics');
});

test('nothing new: not a byte differs, and the file is not touched', async () => {
  const file = await exported('--what all');
  const save = (): void => {
    throw new Error('written all the same');
  };
  const ran = await guide('export-ics --merge x.ics --what all', { files: { 'x.ics': file }, save });
  expect(ran).toMatchObject({ code: 0, err: 'x.ics: 0 added, 0 changed, 0 cancelled, 7 as before.\n' });
});

test('what is new comes in, and the entries of others stay', async () => {
  const file = (await exported('--within 3d')).replace('BEGIN:VEVENT', `${mine}BEGIN:VEVENT`);
  const after = await merged('', file);
  expect(after.err).toBe('x.ics: 3 added, 0 changed, 0 cancelled, 2 as before; 1 other entry left alone.\n');
  expect(after.file).toContain(mine);
});

test('entries in the file are brought up to date whatever the filters say', async () => {
  const file = (await exported()).replaceAll('20261203T183000', '20261204T183000');
  const after = await merged('--within 1d', file);
  expect(after.err).toContain('0 added, 1 changed, 0 cancelled');
  expect(after.file).toContain('DTSTART;TZID=Europe/London:20261203T183000');
  expect(unfolded(after.file)).toContain('SEQUENCE:2'); // the data say 1, the file said so too
});

test('what is over stays as it is', async () => {
  const after = await merged('', await exported(), '2026-12-10T00:00Z');
  expect(after.err).toContain('0 added, 0 changed, 0 cancelled, 5 as before');
});

describe('what the catalogue no longer has', () => {
  const stranger = (start: string, end: string): string =>
    `BEGIN:VEVENT\r\nUID:event-gone@mlops-guide.invalid\r\nDTSTART${start}\r\nDTEND${end}\r\nSUMMARY:Gone\r\nEND:VEVENT\r\n`;
  const withEvent = async (event: string): Promise<string> =>
    (await exported('--within 3d')).replace('BEGIN:VEVENT', `${event}BEGIN:VEVENT`);

  test('is cancelled', async () => {
    const { file, err } = await merged(
      '--within 3d',
      await withEvent(stranger(':20270101T100000Z', ':20270101T110000Z')),
    );
    expect(err).toContain('0 changed, 1 cancelled');
    expect(file).toContain('SUMMARY:CANCELLED: Gone');
  });

  test.each([
    [';VALUE=DATE:20261119', ';VALUE=DATE:20261120'],
    [':20261120T100000Z', ':20261121T090000Z'],
    [';TZID=Asia/Tokyo:20261121T170000', ';TZID=Asia/Tokyo:20261121T180000'],
  ])('but not what is over: %s', async (start, end) => {
    const file = await withEvent(stranger(start, end));
    expect((await merged('--within 3d', file)).file).toBe(file);
  });
});

test('tasks and events of one deadline are two entries; those in the file stay', async () => {
  const after = await merged('--what deadlines --as vtodo', await exported('--what deadlines'));
  expect(uidsIn(after.file).map((uid) => uid.replace(/-data-days.*/, ''))).toEqual([
    'deadline',
    'deadline',
    'task',
    'task',
  ]);
});

describe('is refused', () => {
  test.each([
    {
      name: 'nothing of ours',
      file: `${head}${mine}END:VCALENDAR\r\n`,
      says: 'x.ics holds no entry of this program.',
      way: '--force',
    },
    {
      name: 'entries of another catalogue',
      file: `${head}${mine.replace('dentist', 'event-other@mlops-guide.invalid')}END:VCALENDAR\r\n`,
      says: 'x.ics holds entries of another catalogue only.',
      way: '--force',
    },
    { name: 'no calendar', file: 'my diary\n', says: 'x.ics is no calendar.', way: '--merge', code: 4 },
    {
      name: 'half a calendar',
      file: `${head}${mine}`,
      says: 'x.ics is not whole: END:VCALENDAR is missing.',
      way: '--merge',
      code: 4,
    },
  ])('$name', async ({ file, says, way, code = 1 }) => {
    const ran = await guide('export-ics --merge x.ics', { files: { 'x.ics': file } });
    expect(ran).toMatchObject({ code, out: '' });
    expectTwoLines(ran.err, says, way);
    expect(ran.host.files.get('x.ics')).toBe(file);
  });

  test('but for --force', async () => {
    const { file } = await merged('--force --within 3d', `${head}${mine}END:VCALENDAR\r\n`);
    expect(file.startsWith(head)).toBe(true);
    expect(uidsIn(file)).toEqual(['dentist', 'event-mlops-day-2026', 'event-drift-webinar-2026']);
  });

  test('when another program saves the file meanwhile', async () => {
    const file = await exported('--within 3d');
    const files = { 'x.ics': file };
    const lookedAtAgain = (): Buffer => Buffer.from(`${file} `);
    const ran = await guide('export-ics --merge x.ics', { files, read: lookedAtAgain });
    expect(ran.code).toBe(1);
    expectTwoLines(ran.err, 'x.ics was changed by another program just now.', 'Run it again');
    expect(ran.host.files.get('x.ics')).toBe(file);
  });
});

test.each([
  { line: '--merge', says: '--merge', code: 2 },
  { line: '--merge -', says: '--merge needs a calendar file.', code: 2 },
  { line: '--merge x.ics -o y.ics', says: '--merge and -o exclude each other.', code: 2 },
  { line: '--merge x.ics --split', says: '--merge and --split exclude each other.', code: 2 },
  { line: '--merge x.ics --json', says: '--merge and --json exclude each other.', code: 2 },
  { line: '--merge x.ics --name X', says: '--merge and --name exclude each other.', code: 2 },
])('export-ics $line: exit $code', async ({ line, says, code }) => {
  const ran = await guide(`export-ics ${line}`);
  expect(ran).toMatchObject({ code, out: '' });
  expect(ran.err).toContain(says);
});
