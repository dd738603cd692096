import { expect, test } from 'vitest';
import { type Alarm, alarmComponent, parseAlarm } from '../../src/calendar/alarm';

test.each<[string, Alarm | undefined]>([
  ['7d', { days: 7 }],
  ['12h', { hours: 12 }],
  ['0m', { minutes: 0 }],
  ['7', undefined],
  ['d', undefined],
  ['-1d', undefined],
  ['1.5d', undefined],
  ['1w', undefined],
  ['12345d', undefined],
  [' 7d', undefined],
])('parseAlarm(%j)', (text, alarm) => {
  expect(parseAlarm(text)).toEqual(alarm);
});

test.each<[Alarm, 'START' | 'END', string, string]>([
  [{ days: 7 }, 'START', 'TRIGGER:-P7D', '7d'],
  [{ days: 1 }, 'END', 'TRIGGER;RELATED=END:-P1D', '1d'],
  [{ hours: 12 }, 'END', 'TRIGGER;RELATED=END:-PT12H', '12h'],
  [{ minutes: 30 }, 'START', 'TRIGGER:-PT30M', '30m'],
])('alarm %j from %s', (alarm, related, trigger, mark) => {
  expect(alarmComponent(alarm, related, 'A, B').split('\r\n')).toEqual([
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    trigger,
    'DESCRIPTION:A\\, B',
    `X-MLOPS-GUIDE-ALARM:${mark}`,
    'END:VALARM',
  ]);
});
