import { describe, expect, test } from 'vitest';
import { recurrenceIsSound } from '../../src/catalogue/rules-recurrence';
import { seriesSchema, type Recurrence } from '../../src/catalogue/schema';
import { aSeries, anEvent, zones } from '../helpers/entries';

const vocabulary = {
  kinds: new Map(),
  stages: new Set<string>(),
  categories: new Set<string>(),
  hasZone: zones.has,
  hasCountry: () => true,
};

/** What the schema and then the rule say of a recurrence, `field: message`. */
function found(own: Partial<Recurrence>): string[] {
  const recurrence = { rule: 'FREQ=WEEKLY;BYDAY=TH', time: '13:00', timezone: 'America/Los_Angeles', ...own };
  const parsed = seriesSchema.safeParse(aSeries({ recurrence }));
  if (!parsed.success) return parsed.error.issues.map(({ path }) => `schema: ${path.join('.')}`);
  return recurrenceIsSound([aSeries({ recurrence })], vocabulary).map(
    ({ path, message }) => `${path.slice(1).join('.')}: ${message}`,
  );
}

describe('sound', () => {
  test.each<[rule: string, start?: string]>([
    ['FREQ=WEEKLY;BYDAY=TH'],
    ['FREQ=DAILY'],
    ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR'],
    ['FREQ=WEEKLY;BYDAY=TU,TH;BYMONTH=9,10,11'],
    ['FREQ=WEEKLY', '2026-11-05'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', '2026-11-05T13:00'],
    ['FREQ=MONTHLY;BYDAY=1TU'],
    ['FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU', '2026-11-03'],
    ['FREQ=MONTHLY;BYDAY=5WE'],
    ['FREQ=MONTHLY;BYMONTHDAY=31'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
    ['FREQ=MONTHLY', '2026-11-05'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'],
    ['FREQ=YEARLY;BYMONTH=2;BYDAY=5MO'],
    ['FREQ=YEARLY', '2024-02-29'],
    ['FREQ=WEEKLY;BYDAY=TH;COUNT=9999', '2026-11-05'],
    ['FREQ=WEEKLY;UNTIL=20271231T235959Z;BYDAY=TH'],
    ['FREQ=WEEKLY;BYDAY=TH;UNTIL=20261105', '2026-11-05'],
    ['FREQ=WEEKLY;BYDAY=SU,MO;INTERVAL=2;WKST=SU', '2026-11-01'],
  ])('%s', (rule, start) => {
    expect(found({ rule, start })).toEqual([]);
  });

  test('exceptions that are days of the rule', () => {
    expect(found({ exceptions: ['2026-12-31', '2026-12-24'] })).toEqual([]);
  });

  test('nothing is asked of a series without a rule, or of events', () => {
    expect(recurrenceIsSound([aSeries(), anEvent()], vocabulary)).toEqual([]);
  });
});

describe('no RRULE that we take', () => {
  test.each([
    'FREQ=SECONDLY',
    'FREQ=HOURLY;INTERVAL=1',
    'FREQ=WEEKLY;INTERVAL=0;BYDAY=TH',
    'FREQ=WEEKLY;INTERVAL=999999999999;BYDAY=TH',
    'FREQ=WEEKLY;INTERVAL=-1;BYDAY=TH',
    'FREQ=DAILY;COUNT=0',
    'FREQ=DAILY;COUNT=99999',
    'FREQ=DAILY;BYHOUR=0,1,2;BYMINUTE=0;BYSECOND=0',
    'FREQ=YEARLY;BYWEEKNO=20',
    'FREQ=YEARLY;BYYEARDAY=1',
    'FREQ=MONTHLY;BYDAY=6MO',
    'FREQ=MONTHLY;BYDAY=0MO',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=MONTHLY;BYMONTHDAY=0',
    'FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1',
    'FREQ=WEEKLY;BYDAY=XX',
    'FREQ=WEEKLY;BYDAY=',
    'FREQ=WEEKLY;BYDAY=TH;',
    'BYDAY=TH',
    'RRULE:FREQ=WEEKLY;BYDAY=TH',
    'FREQ=WEEKLY;BYDAY=TH\nEXDATE:20270101',
    `FREQ=MONTHLY;BYMONTHDAY=${Array.from({ length: 40 }, () => '1').join(',')}`,
  ])('%s', (rule) => {
    expect(found({ rule })).toEqual(['schema: recurrence.rule']);
  });
});

describe('parts that do not go together', () => {
  test.each<[own: Partial<Recurrence>, says: string]>([
    [{ rule: 'FREQ=WEEKLY;BYDAY=TH;BYDAY=FR' }, 'rule: names a part twice'],
    [{ rule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=3;UNTIL=20270101', start: '2026-11-05' }, 'rule: has COUNT and UNTIL'],
    [{ rule: 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13' }, 'rule: has BYDAY and BYMONTHDAY'],
    [{ rule: 'FREQ=WEEKLY;BYMONTHDAY=13' }, 'rule: has BYMONTHDAY, which FREQ=WEEKLY does not take'],
    [{ rule: 'FREQ=WEEKLY;BYDAY=1TH' }, 'rule: counts weekdays in BYDAY, which FREQ=WEEKLY does not take'],
    [{ rule: 'FREQ=DAILY;BYDAY=-1TH' }, 'rule: counts weekdays in BYDAY, which FREQ=DAILY does not take'],
    [{ rule: 'FREQ=WEEKLY;BYDAY=TH;BYSETPOS=1' }, 'rule: has BYSETPOS, which needs FREQ=MONTHLY and BYDAY'],
    [{ rule: 'FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS=1' }, 'rule: has BYSETPOS, which needs FREQ=MONTHLY and BYDAY'],
    [{ rule: 'FREQ=DAILY;BYMONTH=2' }, 'rule: has BYMONTH, which FREQ=DAILY does not take'],
    [{ rule: 'FREQ=DAILY;INTERVAL=7;BYDAY=TU', start: '2026-11-05' }, 'rule: has BYDAY and INTERVAL'],
    [{ rule: 'FREQ=YEARLY;BYMONTHDAY=1' }, 'rule: has FREQ=YEARLY and needs BYMONTH'],
    [{ rule: 'FREQ=YEARLY;BYDAY=1TU' }, 'rule: has FREQ=YEARLY and needs BYMONTH'],
    [{ rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH' }, 'rule: has INTERVAL, so the recurrence needs a start'],
    [{ rule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=3' }, 'rule: has COUNT, so the recurrence needs a start'],
    [{ rule: 'FREQ=MONTHLY' }, 'rule: does not say on which day'],
    [{ rule: 'FREQ=YEARLY;BYMONTH=2' }, 'rule: does not say on which day'],
    [{ rule: 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20270230' }, 'rule: has UNTIL=20270230, which is no day or time'],
    [{ rule: 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20270201T256199Z' }, 'rule: has UNTIL=20270201T256199Z, which is no day'],
    [
      { rule: 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20261001', start: '2026-11-05' },
      'rule: has UNTIL=20261001, before the start',
    ],
    [{ rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 'rule: fits no day'],
    [{ rule: 'FREQ=MONTHLY;BYMONTH=4,6;BYMONTHDAY=31' }, 'rule: fits no day'],
    [{ rule: 'FREQ=MONTHLY;INTERVAL=6;BYMONTH=3;BYMONTHDAY=5', start: '2026-11-05' }, 'rule: fits no day'],
    [{ rule: 'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6' }, 'rule: fits no day'],
    [{ start: '2026-11-06' }, 'start: is no day of the rule'],
    [{ start: '2026-11-05T14:00' }, 'start: has another time than the recurrence, 13:00'],
    [{ start: '0001-01-04' }, 'start: is outside the years 1900 to 2100'],
    [{ start: '9999-12-30' }, 'start: is outside the years 1900 to 2100'],
    [{ exceptions: ['2026-12-24', '2026-12-25'] }, 'exceptions: 2026-12-25 is no day of the rule'],
    [{ start: '2026-11-05', exceptions: ['2026-10-29'] }, 'exceptions: 2026-10-29 is no day of the rule'],
    [{ exceptions: ['9999-12-30'] }, 'exceptions: is outside the years 1900 to 2100'],
  ])('%o', (own, says) => {
    const [first = '', ...more] = found(own);
    expect(first.startsWith(says) ? says : first).toBe(says);
    expect(more).toEqual([]);
  });
});

test.each([
  ['FREQ=DAILY', 0],
  ['FREQ=DAILY;COUNT=9999', 1],
  [`FREQ=MONTHLY;BYMONTHDAY=${Array.from({ length: 31 }, (_, n) => n + 1).join(',')}`, 0],
  ['FREQ=WEEKLY;BYMONTH=2', 3],
])(
  'of the costliest that the schema lets through, %s is judged in a moment',
  (rule, faults) => {
    expect(found({ rule, start: '1900-01-01', exceptions: ['1900-01-01', '2100-12-31'] })).toHaveLength(faults);
  },
  10_000,
);
