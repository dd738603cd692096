import { isDay } from '../time/day';
import { countryIn } from './place-text';
import { notValid, type Converted, type LeftOut, type Reading } from './reading';
import { isRecord, recordName, textAt, webAddress, type RawRecord } from './record';

/**
 * Converts a file of tech-conferences/conference-data: a JSON array of conferences of one year and subject. `online` with
 * a city means that both are possible. Days have no zone there, so neither has the call for papers.
 * @param subject what the file is about: `data`, `devops`
 */
export function convertConferenceData(records: readonly unknown[], subject: string): Converted {
  const readings: Reading[] = [];
  const leftOut: LeftOut[] = [];
  records.forEach((record, at) => {
    const reading = isRecord(record) ? readingOf(record, subject) : 'is no mapping';
    if (typeof reading === 'string') leftOut.push(notValid(recordName(record, at, 'name', 'startDate'), reading));
    else readings.push(reading);
  });
  return { readings, leftOut };
}

/** What is wrong, where it is none. */
function readingOf(record: RawRecord, subject: string): Reading | string {
  const name = textAt(record, 'name');
  const start = textAt(record, 'startDate');
  const end = textAt(record, 'endDate');
  if (name === undefined) return 'has no name';
  if (start === undefined || !isDay(start)) return `startDate is no day: ${start ?? 'missing'}`;
  if (end !== undefined && !isDay(end)) return `endDate is no day: ${end}`;
  const url = webAddress(textAt(record, 'url'));
  if (url === undefined) return 'url is no http(s) address';
  const state = stateIn(name);
  const place = placeOf(textAt(record, 'city'), textAt(record, 'country'));
  const call = textAt(record, 'cfpEndDate');
  const callUrl = webAddress(textAt(record, 'cfpUrl'));
  return {
    key: `${url} ${start.slice(0, 4)} ${place?.city ?? ''}`,
    name: state.name,
    seriesNames: [state.name],
    url,
    year: Number(start.slice(0, 4)),
    start,
    end: end ?? undefined,
    mode: record.online === true ? (place ? 'hybrid' : 'online') : place ? 'in-person' : undefined,
    place,
    milestones:
      call !== undefined && isDay(call)
        ? [{ kind: 'cfp', label: 'Call for papers', at: call, ...(callUrl === undefined ? {} : { url: callUrl }) }]
        : [],
    language: languageOf(textAt(record, 'locales')),
    status: state.status,
    subjects: [subject],
    isOfficial: false,
  };
}

/** `CANCELLED: X`, `X (postponed)`: lists have no other place for it. */
export function stateIn(name: string): { readonly name: string; readonly status: Reading['status'] } {
  const mark = /^\W{0,9}(cancell?ed|postponed)\b|[([](cancell?ed|postponed)[)\]]\s{0,9}$/i.exec(name);
  if (!mark) return { name, status: 'scheduled' };
  const word = (mark[1] ?? mark[2] ?? '').toLowerCase();
  const rest = name
    .replace(mark[0], '')
    .replace(/^[\s:–—!-]+/, '')
    .trim();
  return { name: rest || name, status: word === 'postponed' ? 'postponed' : 'cancelled' };
}

function placeOf(city: string | undefined, country: string | undefined): Reading['place'] {
  if (city === undefined || /^online$/i.test(city)) return undefined;
  const [, town = city, region] = /^(.+), ([A-Z]{2})$/.exec(city) ?? [];
  const code = country === undefined ? undefined : countryIn(country);
  return { city: town, ...(region === undefined ? {} : { region }), ...(code === undefined ? {} : { country: code }) };
}

/** `EN`, or several with commas: then none of them is that of the conference. */
function languageOf(locales: string | undefined): string | undefined {
  return locales !== undefined && /^[A-Za-z]{2}$/.test(locales) ? locales.toLowerCase() : undefined;
}
