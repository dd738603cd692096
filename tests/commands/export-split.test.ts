import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { expectTwoLines, guide } from '../helpers/run';

test('a file for each entry, named after it, each whole in itself', async () => {
  const { code, out, err, host } = await guide('export-ics --what all --split -o dir/');
  expect({ code, out, err }).toEqual({ code: 0, out: '', err: '5 events and 2 deadlines written to dir/, 7 files.\n' });
  expect(host.folders).toEqual(['dir/']);
  expect([...host.files.keys()].sort()).toEqual([
    'dir/deadline-data-days-2027-cfp-1.ics',
    'dir/deadline-data-days-2027-notification-1.ics',
    'dir/event-data-days-2027.ics',
    'dir/event-drift-webinar-2026.ics',
    'dir/event-feature-meetup-2026.ics',
    'dir/event-mlops-day-2026.ics',
    'dir/event-mlops-day-2027.ics',
  ]);
  for (const [name, text] of host.files) {
    const calendar = ICAL.Component.fromString(text);
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
    expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(/drift|feature/.test(name) ? 1 : 0);
    // RFC 4791, 4.1: an item of a collection has no METHOD.
    expect(calendar.getAllProperties().map((property) => property.name)).toEqual(['version', 'prodid', 'calscale']);
  }
});

test('the entries are those of the one file', async () => {
  const [whole, split] = [await guide('export-ics'), await guide('export-ics --split -o dir')];
  const events = (text: string): string[] => text.match(/BEGIN:VEVENT[^]*?END:VEVENT/g) ?? [];
  expect([...split.host.files.values()].flatMap(events).sort()).toEqual(events(whole.out).sort());
});

test('its own files are written over, those of others are not', async () => {
  const { host } = await guide('export-ics --within 3d --split -o dir');
  const files = Object.fromEntries(host.files);
  const old = {
    ...files,
    'dir/event-mlops-day-2026.ics': files['dir/event-mlops-day-2026.ics']?.replace('SUMMARY:', 'SUMMARY:old ') ?? '',
  };
  expect(Object.fromEntries((await guide('export-ics --within 3d --split -o dir', { files: old })).host.files)).toEqual(
    files,
  );

  const theirs = { 'dir/event-drift-webinar-2026.ics': 'BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\nEND:VCALENDAR\r\n' };
  const refused = await guide('export-ics --within 3d --split -o dir', { files: theirs });
  expect(refused.code).toBe(1);
  expectTwoLines(refused.err, 'dir/event-drift-webinar-2026.ics was not made by this program.', '--force');
  expect(Object.fromEntries(refused.host.files)).toEqual(theirs); // not one of the others was written either
});

test('what is there as it shall be is not touched', async () => {
  const { host } = await guide('export-ics --within 3d --split -o dir');
  const files = { ...Object.fromEntries(host.files), 'dir/event-mlops-day-2026.ics': '' };
  const written: string[] = [];
  const save = (path: string): void => void written.push(path);
  await guide('export-ics --within 3d --split -o dir --force', { files, save });
  expect(written).toEqual(['dir/event-mlops-day-2026.ics']);
});

test('it needs a folder', async () => {
  for (const line of ['export-ics --split', 'export-ics --split -o -']) {
    const ran = await guide(line);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expectTwoLines(ran.err, '--split needs a folder', '--split -o DIR');
  }
});
