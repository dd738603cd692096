import { component, contentLine, textLine } from './content-line';

/** How long before; whole and 0 or more. */
export type Alarm = { readonly days: number } | { readonly hours: number } | { readonly minutes: number };

/** `7d`, `12h`, `30m`, at most four digits; undefined for all else. */
export function parseAlarm(text: string): Alarm | undefined {
  const [, amount = '', unit = ''] = /^(\d{1,4})([dhm])$/.exec(text) ?? [];
  if (unit === 'd') return { days: Number(amount) };
  if (unit === 'h') return { hours: Number(amount) };
  return unit === 'm' ? { minutes: Number(amount) } : undefined;
}

/** By which a merge tells our alarms from those that a reader put into the same entry; the value is the alarm. */
export const ALARM_MARK = 'X-MLOPS-GUIDE-ALARM';

/**
 * @param related what the time is counted from; a day's start is 00:00 where the reader is (RFC 5545, 3.8.6.3)
 * @param text what a program shows; on one line
 */
export function alarmComponent(alarm: Alarm, related: 'START' | 'END', text: string): string {
  // START is the default, and a parameter that says nothing new is one more that a program may stumble over.
  const name = related === 'END' ? 'TRIGGER;RELATED=END' : 'TRIGGER';
  return component('VALARM', [
    contentLine('ACTION', 'DISPLAY'),
    contentLine(name, triggerValue(alarm)),
    textLine('DESCRIPTION', text),
    contentLine(ALARM_MARK, alarmText(alarm)),
  ]);
}

function alarmText(alarm: Alarm): string {
  if ('days' in alarm) return `${alarm.days}d`;
  return 'hours' in alarm ? `${alarm.hours}h` : `${alarm.minutes}m`;
}

function triggerValue(alarm: Alarm): string {
  if ('days' in alarm) return `-P${alarm.days}D`;
  return 'hours' in alarm ? `-PT${alarm.hours}H` : `-PT${alarm.minutes}M`;
}
