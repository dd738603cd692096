import * as z from 'zod';
import type { Format } from '../reader/store';
import { daysBetween } from '../time/day';
import type { Finding } from './probe';

const day = z.iso.date();

/** What is known of one address. */
const record = z.strictObject({
  url: z.string(),
  state: z.enum(['ok', 'moved', 'gone', 'blocked', 'unknown']),
  status: z.int().optional(),
  to: z
    .string()
    .regex(/^https?:\/\//)
    .refine((text) => URL.canParse(text))
    .optional(),
  why: z.string().optional(),
  /** Instant, ISO 8601 in UTC, and the reader's day. */
  checked: z.string(),
  day,
  /** Day on which it was last seen well. */
  well: day.optional(),
  /** First day on which it was not, since. */
  since: day.optional(),
  /** Days on which it was gone, since it was last seen well; the first and the last. */
  gone: z.array(day).max(2).optional(),
});
export type LinkRecord = Readonly<z.infer<typeof record>>;

const links = z.strictObject({ version: z.literal(1), links: z.array(record) });

/** `links.json` in the folder of data. */
export interface LinkRecords {
  readonly version: 1;
  readonly links: readonly LinkRecord[];
}
export const LINKS_FILE = 'links.json';
export const linksFormat: Format<LinkRecords> = { version: 1, parse: (raw) => links.safeParse(raw).data };

/** Nobody asks for an address any more that was not looked at for so long. */
const KEPT_DAYS = 400;

/** The record of an address after one more look. @param before what was known of it */
export function nextRecord(
  url: string,
  { state, status, to, why }: Finding,
  before: LinkRecord | undefined,
  { instant, day: today }: { readonly instant: string; readonly day: string },
): LinkRecord {
  const isWell = state === 'ok' || state === 'moved';
  const goneBefore = before?.gone ?? [];
  // A refusal or a timeout in between proves nothing either way.
  const gone = isWell ? [] : state === 'gone' ? [...new Set([goneBefore[0] ?? today, today])] : goneBefore;
  const well = isWell ? today : before?.well;
  return {
    url,
    state,
    ...(status === undefined ? {} : { status }),
    ...(to === undefined ? {} : { to }),
    ...(why === undefined ? {} : { why }),
    checked: instant,
    day: today,
    ...(well === undefined ? {} : { well }),
    ...(state === 'ok' ? {} : { since: before && before.state !== 'ok' ? (before.since ?? today) : today }),
    ...(gone.length > 0 ? { gone } : {}),
  };
}

/** Lays newer records over those that are stored, whoever wrote them, and drops what nobody has looked at for a year. */
export function withRecords(stored: LinkRecords | undefined, fresh: readonly LinkRecord[], today: string): LinkRecords {
  const byUrl = new Map((stored?.links ?? []).map((one) => [one.url, one]));
  for (const one of fresh) {
    const known = byUrl.get(one.url);
    if (!known || known.checked <= one.checked) byUrl.set(one.url, one);
  }
  const kept = [...byUrl.values()].filter((one) => daysBetween(one.day, today) <= KEPT_DAYS);
  return { version: 1, links: kept.sort((a, b) => (a.url < b.url ? -1 : 1)) };
}

/** What a reader is told of an address. */
export const VERDICTS = ['dead', 'moved', 'blocked', 'unknown', 'ok'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Dead is only what was gone on two days: a server may be put up anew, or have a bad day. */
export function verdictOf({ state, gone }: LinkRecord): Verdict {
  if (state !== 'gone') return state;
  return (gone?.length ?? 0) > 1 ? 'dead' : 'unknown';
}

/** Has it been looked at on that day, so that it need not be again? What gave no answer may have been our own network. */
export function isSettled(known: LinkRecord | undefined, today: string): boolean {
  return known !== undefined && known.day === today && (known.state !== 'unknown' || known.status !== undefined);
}
