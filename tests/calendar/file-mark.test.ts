import { expect, test } from 'vitest';
import { isOurs } from '../../src/calendar/file-mark';
import { anEvent, calendarOf } from './an-event';

const ours = calendarOf([anEvent({ start: '2027-03-10T18:00', timezone: 'Europe/Berlin' })]).text;
const theirs = ours.replace('-//mlops-guide//', '-//Mozilla.org//');

test.each([
  { name: 'a file of ours', text: ours, is: true },
  { name: 'of another version', text: ours.replace('0.1.0', '9.9.9'), is: true },
  { name: 'with LF line ends', text: ours.replaceAll('\r\n', '\n'), is: true },
  { name: 'with a byte order mark', text: `\uFEFF${ours}`, is: true },
  { name: 'cut short', text: ours.slice(0, 120), is: true },
  { name: 'saved by another program', text: theirs, is: false },
  {
    name: 'that names no maker, but us in an entry',
    text: theirs.replace(/PRODID.*\r\n/, '').replace('UID:', 'PRODID:-//mlops-guide//x//EN\r\nUID:'),
    is: false,
  },
  {
    name: 'of a maker whose name starts like ours',
    text: ours.replace('//mlops-guide//', '//mlops-guide-pro//'),
    is: false,
  },
  { name: 'that is no calendar', text: 'Notes\r\nPRODID:-//mlops-guide//x//EN\r\n', is: false },
  { name: 'that is empty', text: '', is: false },
])('a file $name: $is', ({ text, is }) => {
  expect(isOurs(text)).toBe(is);
});
