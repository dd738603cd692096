import type { Disputed, GuideEvent, Milestone, Place } from '../catalogue/schema';
import { sequenceOf } from '../catalogue/sequence';
import type { Zones } from '../time/zone';
import { daysBetween } from '../time/day';
import { closesAt } from '../time/interval';
import { cityKey } from './edition';
import { ranked, type Facts, type Opinion } from './opinion';

/** Facts on which the opinions have been brought together, and what else is said. */
export interface Settled {
  readonly facts: Facts;
  /** What others say, where that differs. */
  readonly disputed: readonly Disputed[];
  /** Whose word counted. */
  readonly believed: Opinion;
}

interface Setting {
  readonly zones: Zones;
  /** Day on which sources first told of the edition: deadlines that were closed by then are not taken. */
  readonly since: string;
}

/**
 * Brings opinions about one edition together, field by field: dates, place, mode, status, page and milestones. A fact that
 * only one of them has is taken; where two differ, the official or newer one counts and the other is kept beside it.
 * @param before the edition as it stood, if it did: its milestones keep their places, for calendars know them by number
 */
export function settle(opinions: readonly Opinion[], before: GuideEvent | undefined, setting: Setting): Settled {
  const inOrder = ranked(opinions);
  const disputed: Disputed[] = [];
  const differs = (field: string, value: string, { evidence }: Opinion): void => {
    if (!disputed.some((known) => known.field === field && known.value === value && known.ref === evidence.ref)) {
      disputed.push({ field, value, ...evidence });
    }
  };
  const dates = settleDates(inOrder, differs);
  const place = settlePlace(inOrder, before?.place, differs);
  const status = inOrder.find(({ facts }) => facts.status !== 'scheduled')?.facts.status ?? 'scheduled';
  const facts: Facts = {
    ...dates,
    timezone: dates.timezone ?? (cityKey(place) === cityKey(before?.place) ? before?.timezone : undefined),
    place,
    mode: before?.mode ?? inOrder.find(({ facts: { mode } }) => mode)?.facts.mode,
    status,
    url: before?.url ?? inOrder.find(({ facts: { url } }) => url)?.facts.url,
    milestones: settleMilestones(inOrder, before, setting, differs),
  };
  return { facts, disputed, believed: mostSupported(inOrder, sameDays) };
}

type Differs = (field: string, value: string, opinion: Opinion) => void;

const dayOf = (stamp: string): string => stamp.slice(0, 10);

function settleDates(opinions: readonly Opinion[], differs: Differs): Pick<Facts, 'start' | 'end' | 'timezone'> {
  const first = mostSupported(opinions, sameDays);
  let { start, end, timezone } = first.facts;
  for (const opinion of opinions.filter((other) => other !== first)) {
    const other = opinion.facts;
    if (!sameDays({ start, end }, other)) {
      differs('dates', daysText(other), opinion);
      continue;
    }
    // A time of day says more than the day.
    if (start.length === 10 && other.start.length > 10) ({ start, end, timezone } = other);
    else if (end === undefined && (other.end?.length ?? 0) === start.length) end = other.end;
  }
  return { start, end, timezone };
}

/** An end that one does not state is no difference. */
function sameDays(a: Pick<Facts, 'start' | 'end'>, b: Pick<Facts, 'start' | 'end'>): boolean {
  return dayOf(a.start) === dayOf(b.start) && (!a.end || !b.end || dayOf(a.end) === dayOf(b.end));
}

/**
 * The first of the opinions; of those that are as official and as new as it is, one that more of all the others agree with.
 * @param opinions the most believed first, at least one
 */
function mostSupported(opinions: readonly Opinion[], agree: (a: Facts, b: Facts) => boolean): Opinion {
  const [first] = opinions;
  if (!first) throw new RangeError('no opinion');
  const equals = opinions.filter(
    ({ isOfficial, evidence, toldSince, goneSince }) =>
      isOfficial === first.isOfficial &&
      evidence.verified === first.evidence.verified &&
      toldSince === first.toldSince &&
      goneSince === first.goneSince,
  );
  const support = (one: Opinion): number => opinions.filter(({ facts }) => agree(one.facts, facts)).length;
  return equals.reduce((best, one) => (support(one) > support(best) ? one : best));
}

export function daysText({ start, end }: Readonly<Pick<Facts, 'start' | 'end'>>): string {
  return end === undefined || end === start ? start : `${start} to ${end}`;
}

function settlePlace(opinions: readonly Opinion[], before: Place | undefined, differs: Differs): Place | undefined {
  const stated = opinions.filter(({ facts: { place } }) => place?.city !== undefined);
  const believed =
    stated.length === 0 ? undefined : mostSupported(stated, (a, b) => cityKey(a.place) === cityKey(b.place));
  const first = believed?.facts.place;
  for (const opinion of stated.filter((other) => other !== believed)) {
    const { place } = opinion.facts;
    if (cityKey(place) !== cityKey(first)) differs('place', placeText(place), opinion);
  }
  if (!first) return before ?? opinions.find(({ facts: { place } }) => place)?.facts.place;
  // What is known of the same city besides: its building, its country.
  const same = [before, ...opinions.map(({ facts }) => facts.place)].filter(
    (place) => cityKey(place) === cityKey(first),
  );
  return same.reduce<Place>(
    (all, place) => ({ ...place, ...all }),
    before && cityKey(before) === cityKey(first) ? before : first,
  );
}

export function placeText(place: Place | undefined): string {
  return [place?.city, place?.region, place?.country].filter(Boolean).join(', ');
}

function settleMilestones(
  opinions: readonly Opinion[],
  before: GuideEvent | undefined,
  { zones, since }: Setting,
  differs: Differs,
): Milestone[] {
  const milestones: Milestone[] = [...(before?.milestones ?? [])];
  const rankOfBefore = opinions.findIndex(({ source }) => source === undefined);
  const isHeldBy = (opinion: Opinion, ours: Milestone): boolean =>
    opinion.facts.milestones.some((known) => known.kind === ours.kind && sameTime(known, ours, zones));
  // The least believed first, so that the most believed has the last word.
  for (const [rank, opinion] of [...opinions.entries()].reverse()) {
    if (opinion.source === undefined) continue;
    for (const kind of new Set(opinion.facts.milestones.map((milestone) => milestone.kind))) {
      const theirs = opinion.facts.milestones.filter((milestone) => milestone.kind === kind);
      const places = milestones.flatMap((milestone, at) => (milestone.kind === kind ? [at] : []));
      // As many on both sides are the same ones in order; otherwise only what is not there yet is added.
      const isPaired = places.length === theirs.length;
      theirs.forEach((their, index) => {
        const at = isPaired ? places[index] : counterpart(their, theirs, places, milestones, zones);
        const ours = at === undefined ? undefined : milestones[at];
        if (at === undefined || !ours) {
          // Of what was closed when it was first told, nobody needs to hear.
          if (dayOf(their.at) >= since) milestones.push(their);
        } else if (sameTime(ours, their, zones)) milestones[at] = moreExact(ours, their);
        else if (rankOfBefore !== -1 && rankOfBefore < rank) differs(`milestones.${kind}`, timeText(their), opinion);
        else {
          const holders = opinions.filter((other) => other !== opinion && isHeldBy(other, ours));
          for (const holder of holders) differs(`milestones.${kind}`, timeText(ours), holder);
          milestones[at] = movedTo(their, ours, holders.length === 0);
        }
      });
    }
  }
  return milestones;
}

/** Two lists that differ by so many days about a deadline mean the same one. */
const CLOSE_DAYS = 2;

/** Place of the milestone that a source means: the same time, else a near one that none of its others means. */
function counterpart(
  their: Milestone,
  theirs: readonly Milestone[],
  places: readonly number[],
  milestones: readonly Milestone[],
  zones: Zones,
): number | undefined {
  const same = places.find((place) => sameTime(milestones[place], their, zones));
  if (same !== undefined) return same;
  return places.find((place) => {
    const ours = milestones[place];
    const isNear = ours !== undefined && Math.abs(daysBetween(dayOf(ours.at), dayOf(their.at))) <= CLOSE_DAYS;
    return isNear && !theirs.some((other) => other !== their && sameTime(ours, other, zones));
  });
}

function moreExact(ours: Milestone, { at, timezone }: Milestone): Milestone {
  const isMore = ours.at.length < at.length || (ours.timezone === undefined && timezone !== undefined);
  return isMore ? { ...ours, at, ...(timezone === undefined ? {} : { timezone }) } : ours;
}

/** The new date under the old label and address. Only where nobody holds on to the old one has it been extended. */
export function movedTo(theirs: Milestone, ours: Milestone, isExtension = true): Milestone {
  const { url, label, was } = ours;
  const earlier = isExtension && dayOf(ours.at) < dayOf(theirs.at) ? ours.at : was;
  const isLater = earlier !== undefined && dayOf(earlier) < dayOf(theirs.at);
  const from = isLater ? earlier : theirs.was;
  const moves = sequenceOf(ours) + sequenceOf(theirs) + 1;
  const { at, timezone, kind } = theirs;
  return {
    kind,
    label,
    at,
    ...(timezone === undefined ? {} : { timezone }),
    ...((url ?? theirs.url) === undefined ? {} : { url: url ?? theirs.url }),
    ...(from === undefined ? {} : { was: from }),
    ...(moves === Number(from !== undefined) ? {} : { sequence: moves }),
  };
}

/** The same instant, or the same day where one of them says no more. */
function sameTime(a: Milestone | undefined, b: Milestone, zones: Zones): boolean {
  if (!a) return false;
  const [one, other] = [closesAt(a, zones), closesAt(b, zones)];
  // A day that ends at 23:59:59 and a time of 23:59 are the same.
  return one === null || other === null ? dayOf(a.at) === dayOf(b.at) : Math.abs(one - other) < 60_000;
}

export function timeText({ at, timezone }: Readonly<Pick<Milestone, 'at' | 'timezone'>>): string {
  return timezone === undefined ? at : `${at} ${timezone}`;
}
