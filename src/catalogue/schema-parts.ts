import * as z from 'zod';
import { MILESTONE_KINDS } from './kinds';

/** Lower-case words joined by hyphens; unique for ever, never re-used. */
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens');
export const text = z.string().trim().min(1, 'must not be empty');
export const url = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/[^\s<>"\\^`{|}]+$/, 'must be an http(s) address')
  // The pattern lets through what no program can open: a port beyond 65535, a broken IPv6 address.
  .refine(URL.canParse, 'must be an http(s) address');
export const year = z.int().min(1900).max(2100);
export const list = <T extends z.ZodType>(item: T) =>
  z.array(item).min(1, 'leave the key out instead of an empty list');

/** Calendar day `YYYY-MM-DD`: no clock, no time zone, and text order is time order. */
export const day = z.iso.date('must be a real day, YYYY-MM-DD');
/** Wall-clock time `YYYY-MM-DDTHH:MM` at the zone named beside it. */
const wallTime = z.string().regex(new RegExp(`${z.regexes.date.source.slice(0, -1)}T([01]\\d|2[0-3]):[0-5]\\d$`));
export const dayOrTime = z.union([day, wallTime], {
  error: 'must be a real day, YYYY-MM-DD, or a time of day, YYYY-MM-DDTHH:MM, with its timezone beside it',
});
export const timezone = z.string().regex(/^[A-Za-z0-9_+\-/]+$/, 'must be an IANA zone such as Europe/Berlin, or AoE');

/** Rises by one when dates or status change (RFC 5545, 3.8.7.4). */
export const sequence = z.int().min(0).max(2147483647).optional();

export const source = z.strictObject({
  /** Where the fact was read. */
  ref: text,
  /** Day on which that source stood so; a month where only the month is known. */
  verified: z.union([day, z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)], {
    error: 'must be a day, YYYY-MM-DD, or a month, YYYY-MM',
  }),
});

export const place = z.strictObject({
  venue: text.optional(),
  city: text.optional(),
  region: text.optional(),
  /** ISO 3166-1 alpha-2. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be an ISO 3166 code of two capitals')
    .optional(),
  lat: z.number().min(-90).max(90).optional(),
  lon: z.number().min(-180).max(180).optional(),
});

export const milestone = z.strictObject({
  kind: z.enum(MILESTONE_KINDS),
  label: text,
  at: dayOrTime,
  /** IANA zone or `AoE`; absent where the organiser did not say. */
  timezone: timezone.optional(),
  url: url.optional(),
  /** The earlier date, when the organiser extended it. */
  was: dayOrTime.optional(),
  /** How often its date has moved; 1 when absent and there is a `was`. */
  sequence,
});

const weekday = '(MO|TU|WE|TH|FR|SA|SU)';
const several = (item: string): string => `${item}(,${item}){0,30}`;
/** The parts of an RRULE that name days. Times of day are in `time`, and weeks of the year nobody meets by. */
const RULE_PARTS = [
  'INTERVAL=[1-9]\\d?',
  'COUNT=[1-9]\\d{0,3}',
  'UNTIL=\\d{8}(T\\d{6}Z?)?',
  'WKST=(MO|SU)',
  `BYDAY=${several(`([+-]?[1-5])?${weekday}`)}`,
  `BYMONTHDAY=${several('-?([12]\\d|3[01]|[1-9])')}`,
  `BYMONTH=${several('(1[0-2]|[1-9])')}`,
  `BYSETPOS=${several('-?([12]\\d|3[01]|[1-9])')}`,
];

/** What another source says, where it differs from what the entry says. */
export const disputed = z.strictObject({
  /** `dates`, `place` or `milestones.cfp` and its like. */
  field: text,
  value: text,
  ...source.shape,
});

export const recurrence = z.strictObject({
  /** RFC 5545 RRULE, only where the organiser states one. What its parts mean together is for the rules to check. */
  rule: z
    .string()
    .regex(
      new RegExp(`^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;(${RULE_PARTS.join('|')}))*$`),
      'must be an RRULE of RFC 5545 in days: FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, then INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS, COUNT, UNTIL, WKST',
    ),
  start: dayOrTime.optional(),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, HH:MM'),
  timezone,
  /** Days of the rule on which it is not held, where the series is. */
  exceptions: list(day).optional(),
});
