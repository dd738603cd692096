import { parseYamlList } from '../catalogue/yaml-list';
import type { SourceType } from './reading';
import { isRecord } from './record';

/** A text, recognised: what it is, and its records where it is a list of them. */
export interface Recognised {
  readonly type: SourceType;
  readonly records: readonly unknown[];
}

/**
 * Tells by its content what a text is. Names and content types are not asked: servers say `text/plain` of everything.
 * @param declared what the reader said that it is; it must then be that
 * @throws Error saying what it is instead
 */
export function recognise(text: string, declared?: SourceType): Recognised {
  const found = recognised(text.replace(/^\uFEFF/, '').trimStart(), declared);
  if (declared !== undefined && found.type !== declared) throw new Error(`is ${found.type}, not ${declared}`);
  return found;
}

function recognised(text: string, declared: SourceType | undefined): Recognised {
  if (text === '') throw new Error('is empty');
  if (/^BEGIN:VCALENDAR\b/i.test(text)) return { type: 'icalendar', records: [] };
  if (text.startsWith('<')) {
    const start = text.slice(0, 8192);
    if (/<(rss|feed|rdf:RDF)[\s/>]/i.test(start)) return { type: 'feed', records: [] };
    throw new Error(
      /<html|<!doctype html/i.test(start) ? 'is a web page, not data' : 'is XML, but neither RSS nor Atom',
    );
  }
  const value = dataIn(text);
  const records = Array.isArray(value)
    ? value
    : isRecord(value) && Array.isArray(value.entries)
      ? value.entries
      : undefined;
  if (!records) throw new Error('is data of no form that is known');
  if (records.length === 0 && declared !== undefined) return { type: declared, records };
  const type = Array.isArray(value) ? typeOfList(records) : 'catalogue';
  if (!type) throw new Error('is data of no form that is known');
  return { type, records };
}

/** Several times what any list has; YAML takes seconds for a megabyte that was made to take long. */
const LONGEST_YAML = 1024 * 1024;
/** Brackets, dashes and the like, one in another at a stretch. */
const NESTED = /(?:[[{]\s{0,9}){200}|(?:[-?:] {1,9}){200}/;

function dataIn(text: string): unknown {
  if (/^[[{]/.test(text)) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      // YAML may begin so, too.
    }
  }
  if (text.length > LONGEST_YAML) throw new Error('is YAML of more than 1 MB');
  if (NESTED.test(text)) throw new Error('is no YAML that we take: is nested too deeply');
  const { value, faults } = parseYamlList(text);
  const [fault] = faults;
  // Items of a list are read one by one: a broken one is left out, and the others are there.
  if (fault && !(Array.isArray(value) && value.some(isRecord)))
    throw new Error(`is no YAML that we take: line ${fault.line}: ${fault.message}`);
  return value;
}

/** Most records decide, so that one broken one does not turn the list into something else. */
function typeOfList(records: readonly unknown[]): SourceType | undefined {
  const votes = new Map<SourceType, number>();
  for (const record of records) {
    const type = isRecord(record)
      ? FORMS.find(([, keys]) => keys.every((key) => Object.hasOwn(record, key)))?.[0]
      : undefined;
    if (type) votes.set(type, (votes.get(type) ?? 0) + 1);
  }
  return [...votes].sort(([, a], [, b]) => b - a)[0]?.[0];
}

const FORMS: readonly (readonly [SourceType, readonly string[]])[] = [
  ['catalogue', ['id', 'kind']],
  ['conference-data', ['name', 'startDate']],
  ['ccf-deadlines', ['title', 'confs']],
  ['ai-deadlines', ['title', 'year']],
];
