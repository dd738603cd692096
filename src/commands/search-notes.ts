import type { Catalogue } from '../catalogue/catalogue';
import { cleanText } from '../catalogue/clean';
import { KINDS } from '../catalogue/kinds';
import type { Context } from '../context';
import { didYouMean, NotFoundError, UsageError } from '../errors';
import { FIXED_VALUES } from '../search/facet-values';
import { WEIGHTS } from '../search/fields';
import type { UnknownValue } from '../search/filters';
import { parseQuery } from '../search/query-syntax';
import { search, withoutOnePart, type SearchAnswer, type SearchIndex, type SearchOptions } from '../search/query';
import { wordsOf } from '../search/tokens';
import type { Found } from './search-fields';

const LITERAL = '--literal turns this off';
/** Entries named under a single strong hit. */
const MOST_RELATED = 5;
/** Characters of a question that a message repeats, and words that it names. */
const MOST_QUOTED = 80;
const MOST_MISSING = 5;
/** Hits whose scores are explained. */
const MOST_EXPLAINED = 10;

/** @throws UsageError where a question holds nothing to look for, only signs or only what shall not be there */
export function refuseWordless(query: string): void {
  const { pieces, excluded, filters } = parseQuery(query);
  if (filters.length > 0 || pieces.some(({ text }) => wordsOf(text).length > 0)) return;
  if (excluded.length === 0) {
    throw new UsageError(`search needs a word: there is none in ${quotedQuery(query)}.`, {
      hint: 'Try: mlops-guide search feature store',
    });
  }
  throw new UsageError(`${quotedQuery(query)} only says what shall not be there.`, {
    hint: 'Add a word or a filter, such as: mlops-guide search kind:tool -kubernetes',
  });
}

/** @throws UsageError or NotFoundError for the first value in the question that no entry can have, as an option would */
export function refuseUnknown([unknown]: readonly UnknownValue[]): void {
  if (!unknown) return;
  const { field, value, near } = unknown;
  const quoted = `"${cleanText(value)}"`;
  const meant = didYouMean(near);
  const asWords = `to search for the words: "${field} ${cleanText(value)}"`;
  switch (field) {
    case 'kind':
      throw new UsageError(`no kind ${quoted}.${meant}`, { hint: `One of: ${KINDS.join(', ')}` });
    case 'year':
      throw new UsageError(`year: ${quoted} is no year.`, { hint: 'Use 2022, 2020..2023, 2020.., ..2023 or >=2020.' });
    case 'topic':
      throw new NotFoundError(`no topic ${quoted}.${meant}`, { hint: 'See all: mlops-guide topics' });
    case 'author':
      throw new NotFoundError(`nobody called ${quoted}.${meant}`, { hint: `Or ${asWords}` });
    case 'series':
      throw new NotFoundError(`no series ${quoted}.${meant}`, { hint: 'See all: mlops-guide list series' });
    case 'lang':
    case 'city':
    case 'country':
      throw new NotFoundError(`no entry with ${field} ${quoted}.${meant}`, { hint: `Or ${asWords}` });
    default:
      throw new UsageError(`${field}: no ${quoted}.${meant}`, { hint: `One of: ${FIXED_VALUES[field].join(', ')}` });
  }
}

/** As much of a question as says which one it is. */
export function quotedQuery(query: string): string {
  const characters = Array.from(cleanText(query));
  return `"${characters.slice(0, MOST_QUOTED).join('')}${characters.length > MOST_QUOTED ? '…' : ''}"`;
}

/** Says on stderr how a question was read, and what its answer is not. @param shown so many rows are printed */
export function noteAnswer(
  ctx: Context,
  catalogue: Catalogue,
  query: string,
  answer: SearchAnswer,
  rows: readonly Found[],
  shown: number,
): void {
  noteRelated(ctx, catalogue, rows);
  noteReading(ctx, answer);
  if (answer.partial) {
    const meant = answer.hinted ? ', or are about what they may mean' : '';
    const wished = answer.wishedOnly > 0 ? `, or ${AS_WISHED}` : '';
    ctx.note(`No entry has all the words of ${quotedQuery(query)}; these have some of them${meant}${wished}.`);
  } else if (answer.complete < answer.total) {
    ctx.note(
      `${answer.complete} of them ${answer.complete === 1 ? 'has' : 'have'} all the words; ${othersOf(answer)}.`,
    );
  }
  noteSuggestion(ctx, answer);
  if (rows.some(({ hit }) => hit.explanation)) noteExplanation(ctx, answer, rows.slice(0, shown));
}

/** Said of events that are there only because of where and when they are. */
const AS_WISHED = 'are as wished for, whatever they are about';

/** What those are that have not all the words. */
function othersOf({ total, complete, sameSubject, wishedOnly, hinted }: SearchAnswer): string {
  const isLacking = total > complete + wishedOnly + (sameSubject?.count ?? 0);
  const lack = hinted && !sameSubject ? 'lack one, or are about what it may mean' : 'lack one';
  const others = [
    ...(isLacking ? [lack] : []),
    ...(sameSubject ? [`are about the same topic, ${sameSubject.topic}`] : []),
    ...(wishedOnly > 0 ? [AS_WISHED] : []),
  ];
  return `the others ${others.join(', or ')}`;
}

/** Says on stderr, under an empty answer, what was nearly meant and what a part of the question less would find. */
export function noteEmptySearch(
  ctx: Context,
  index: SearchIndex,
  query: string,
  answer: SearchAnswer,
  asked: SearchOptions,
): void {
  const [part] = withoutOnePart(index, query, asked);
  if (part) ctx.note(`Without ${cleanText(part.without)} there would be ${part.count}.`);
  noteReading(ctx, answer);
  // Words of other fields are near to some of ours, too: what finds nothing either, whatever the filters, is no help.
  const leads = (words: string | undefined): boolean =>
    words !== undefined && search(index, words, { ...asked, keep: undefined, limit: 1 }).total > 0;
  const { corrected, suggestion, ...rest } = answer;
  noteSuggestion(ctx, {
    ...rest,
    ...((part || leads(corrected)) && { corrected }),
    ...(leads(suggestion) && { suggestion }),
  });
}

function noteReading(ctx: Context, { wishes, fulfilled, total, nearFields }: SearchAnswer): void {
  for (const { typed, near } of nearFields) {
    ctx.note(`"${cleanText(typed)}:" is no field and was read as a word. Did you mean ${near}:?`);
  }
  if (wishes.length === 0) return;
  const none = total > 0 && fulfilled === 0 ? ' (no entry is all of that; the nearest come first)' : '';
  ctx.note(`read as: ${cleanText(wishes.join(', '))}${none}; ${LITERAL}`);
}

function noteSuggestion(ctx: Context, { corrected, suggestion, missing }: SearchAnswer): void {
  if (corrected !== undefined) ctx.note(`Searched for: ${cleanText(corrected)}`);
  if (suggestion !== undefined) ctx.note(`Did you mean: ${cleanText(suggestion)}?`);
  else if (missing.length > 0) {
    const named = missing.slice(0, MOST_MISSING).map(cleanText).join(', ');
    const more = missing.length - MOST_MISSING;
    ctx.note(`In no entry: ${named}${more > 0 ? ` and ${more} more` : ''}`);
  }
}

/** What goes with the one entry that was clearly meant; for people, who would open it next. */
function noteRelated({ note, format, style }: Context, catalogue: Catalogue, rows: readonly Found[]): void {
  const [first] = rows;
  const isSingle = rows.length === 1 || rows.filter(({ hit }) => hit.isNamed).length === 1;
  if (format !== 'table' || !first || !isSingle || (rows.length > 1 && !first.hit.isNamed)) return;
  const related = (catalogue.entry(first.outline).related ?? []).flatMap((id) => catalogue.find(id) ?? []);
  if (related.length === 0) return;
  const names = related.slice(0, MOST_RELATED).map(({ name, kind, id }) => `${cleanText(name)} (${kind}, ${id})`);
  note(style.dim(`Related to ${cleanText(first.outline.name)}: ${names.join('; ')}`));
}

function noteExplanation(ctx: Context, { concepts }: SearchAnswer, rows: readonly Found[]): void {
  const weights = Object.entries(WEIGHTS).map(([field, weight]) => `${field} ${weight}`);
  ctx.note(`\nField weights: ${weights.join(', ')}`);
  if (concepts.length > 0) ctx.note(`Topics and terms that the words name: ${concepts.join(', ')}`);
  for (const [at, { hit, outline }] of rows.slice(0, MOST_EXPLAINED).entries()) {
    const { parts = [], factors = [] } = hit.explanation ?? {};
    const sum = parts.map(({ label, points }) => `${cleanText(label)} ${points}`).join(' + ');
    const times = factors.map(({ label, factor }) => ` × ${factor} (${label})`).join('');
    // That it is asked for is one of the parts.
    const fields = hit.matched.filter((field) => field !== 'asked');
    const places = fields.length > 0 ? `; in ${fields.join(', ')}` : '';
    ctx.note(`${at + 1}. ${outline.id}  ${hit.score}: ${sum}${times}${places}`);
  }
}
