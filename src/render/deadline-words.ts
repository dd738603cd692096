import type { Milestone } from '../catalogue/schema';
import type { Due } from '../query/deadlines';
import { daysLeftInWords } from '../time/words';

const MINUTE_MS = 60_000;
/** Below so many minutes the hours count: 48 h. */
const HOURS_COUNT = 48 * 60;

interface Words {
  /** What it is. */
  readonly noun: string;
  /** What it does when its time comes: a notification closes nothing. */
  readonly verb: string;
  /** What may have happened where nobody knows in which zone its day is meant. */
  readonly over: string;
}

const WORDS: Readonly<Record<Milestone['kind'], Words>> = {
  cfp: { noun: 'CFP', verb: 'closes', over: 'may be closed' },
  abstract: { noun: 'abstracts', verb: 'due', over: 'may be closed' },
  paper: { noun: 'papers', verb: 'due', over: 'may be closed' },
  notification: { noun: 'notification', verb: 'comes', over: 'may be out' },
  'early-bird': { noun: 'early bird', verb: 'ends', over: 'may be over' },
  registration: { noun: 'registration', verb: 'closes', over: 'may be closed' },
};

/** `closes in 16 days`, `due in 31 h 5 min`, `closes today, in 5 h 20 min`, `comes tomorrow`, `may be closed`. */
export function timeLeftText(due: Due, now: number): string {
  const { verb, over } = WORDS[due.milestone.kind];
  if (due.mayBeOver) return over;
  const clock = clockLeft(due, now);
  if (clock === undefined) return `${verb} ${daysLeftInWords(due.daysLeft)}`;
  return `${verb} ${due.daysLeft === 0 ? 'today, ' : ''}in ${clock}`;
}

/** The same in fewer cells: `in 16 days`, `in 31 h 5 min`, `today, 5 h 20 min`, `closes today`, `may be closed`. */
export function shortTimeLeft(due: Due, now: number): string {
  const clock = clockLeft(due, now);
  if (clock === undefined) return due.daysLeft === 0 ? timeLeftText(due, now) : daysLeftInWords(due.daysLeft);
  return due.daysLeft === 0 ? `today, ${clock}` : `in ${clock}`;
}

/** Is it time to hurry? Within 48 h, or tomorrow at the latest where no hour is stated. */
export function isUrgent({ closes, daysLeft }: Due, now: number): boolean {
  return closes === null ? daysLeft <= 1 : minutesLeft(closes, now) < HOURS_COUNT;
}

/** `CFP`, `papers`: what it is, in a word or two. */
export function nounOf({ kind }: Pick<Milestone, 'kind'>): string {
  return WORDS[kind].noun;
}

/** `31 h 5 min`, cut to the minute; undefined where days say enough, or where nobody knows the hour. */
function clockLeft({ closes }: Due, now: number): string | undefined {
  if (closes === null) return undefined;
  const minutes = minutesLeft(closes, now);
  if (minutes >= HOURS_COUNT) return undefined;
  if (minutes === 0) return 'less than 1 min';
  const parts = [`${Math.floor(minutes / 60)} h`, `${minutes % 60} min`];
  return parts.filter((part) => !part.startsWith('0 ')).join(' ');
}

/** Never negative: in its last second it is still open. */
function minutesLeft(closes: number, now: number): number {
  return Math.max(0, Math.floor((closes - now) / MINUTE_MS));
}
