import type { Catalogue } from '../catalogue/catalogue';
import { fieldsOf, readField, type EntryField } from '../catalogue/fields';
import type { Kind } from '../catalogue/kinds';
import type { Choice, Prompts } from '../host';
import { plainLetters } from '../search/plain-letters';
import { usualValue, type Values } from './fill-in';

/** Seldom known or needed: asked for only with --all. */
const RARE = new Set([
  ...[
    'aliases',
    'isbn',
    'doi',
    'arxiv',
    'terms',
    'related',
    'note',
    'added',
    'sequence',
    'disputed',
    'recurrence',
    'successor',
  ],
  ...['place.region', 'place.lat', 'place.lon', 'platform', 'writtenIn', 'venue', 'synonyms', 'leading', 'further'],
]);
const MOST_TOPICS = 5;
/** The answer that ends a list, or leaves a field out. */
const NONE = '';

/**
 * Asks for the fields of a kind that are not there yet, the name first. What is typed is judged at once; topics, series and
 * other names of the catalogue are picked by typing.
 * @param wanted which fields to ask for again, whatever is there
 */
export async function askFields(
  prompts: Prompts,
  kind: Kind,
  known: Values,
  about: {
    /** Where what it may refer to stands, the catalogue in use first. */
    readonly catalogues: readonly Catalogue[];
    readonly today: string;
    readonly all: boolean;
    readonly wanted?: ReadonlySet<string>;
  },
): Promise<Values> {
  const values = new Map(known);
  const fields = [...fieldsOf(kind)].sort((a, b) => Number(b.key === 'name') - Number(a.key === 'name'));
  for (const field of fields) {
    const isWanted = about.wanted?.has(field.key) ?? !values.has(field.key);
    if (!isWanted || (about.wanted === undefined && !about.all && !field.isRequired && RARE.has(field.key))) continue;
    const usual = usualValue(field.key, { name: values.get('name'), today: about.today });
    const isSettled = about.wanted === undefined && !about.all && field.key === 'added' && usual !== undefined;
    const typed = isSettled ? usual : await askOne(prompts, field, usual, about.catalogues);
    const answer = typed === '' && !field.isRequired ? undefined : readField(field, inForm(field, typed, about.today));
    if (answer && 'value' in answer) values.set(field.key, answer.value);
    else if (about.wanted) values.delete(field.key);
  }
  return values;
}

async function askOne(
  prompts: Prompts,
  field: EntryField,
  usual: string | undefined,
  catalogues: readonly Catalogue[],
): Promise<string> {
  const { key, isRequired, choices, refersTo } = field;
  const question = isRequired ? key : `${key} (Enter leaves it out)`;
  if (choices) {
    const usualFirst = [...choices].sort((a, b) => Number(b === usual) - Number(a === usual));
    const all = usualFirst.map((value) => ({ name: value, value }));
    return prompts.pick(key, isRequired ? all : [...all, { name: '(leave it out)', value: NONE }]);
  }
  if (refersTo === 'topics') return askTopics(prompts, catalogues);
  if (refersTo !== undefined && refersTo !== 'entries') {
    const known = catalogues.flatMap((catalogue) => referable(refersTo, catalogue));
    return prompts.find(question, (typed) => matching(known, typed, isRequired));
  }
  const help = HELP.get(key);
  return prompts.text(help === undefined ? question : `${question}, ${help}`, {
    ...(usual === undefined ? {} : { usual }),
    check: (typed) => {
      if (typed.trim() === '' && !isRequired) return undefined;
      const answer = readField(field, inForm(field, typed, '2000-01-01'));
      if ('problem' in answer) return answer.problem;
      const owner = key === 'id' ? catalogues[0]?.find(typed.trim()) : undefined;
      return owner ? `is the id of ${owner.name}` : undefined;
    },
  });
}

const HELP: ReadonlyMap<string, string> = new Map([
  ['url', 'the official page'],
  ['summary', 'one factual sentence in your own words'],
  ['sources', 'where you read it'],
  ['start', 'YYYY-MM-DD, or YYYY-MM-DDTHH:MM'],
  ['end', 'the last day itself'],
  ['timezone', 'such as Europe/Berlin'],
  ['place.country', 'two letters, such as DE'],
  ['milestones', 'as YAML: {kind: cfp, label: Call for papers, at: 2027-01-31, timezone: AoE}'],
]);

/** A source may be given as its address alone: it was read today. */
function inForm({ key }: EntryField, typed: string, today: string): string {
  return key === 'sources' && typed.trim() !== '' && !/^\s*[[{-]/.test(typed)
    ? JSON.stringify([{ ref: typed.trim(), verified: today }])
    : typed;
}

async function askTopics(prompts: Prompts, catalogues: readonly Catalogue[]): Promise<string> {
  const known = catalogues.flatMap((catalogue) => referable('topics', catalogue));
  const chosen: string[] = [];
  while (chosen.length < MOST_TOPICS) {
    const rest = known.filter(({ value }) => !chosen.includes(value));
    const question =
      chosen.length === 0 ? 'topics, the main one first' : `topics so far: ${chosen.join(', ')}; one more?`;
    const picked = await prompts.find(question, (typed) => matching(rest, typed, chosen.length === 0));
    if (picked === NONE) break;
    chosen.push(picked);
  }
  return chosen.join(',');
}

interface Known extends Choice {
  /** All that it may be found by, folded. */
  readonly words: string;
}

function referable(
  to: 'topics' | 'topic' | 'series' | 'tool' | 'stage' | 'category',
  catalogue: Catalogue,
): readonly Known[] {
  if (to === 'stage') return catalogue.stages.map(({ id, name }) => known(id, name, []));
  if (to === 'category') return catalogue.categories.map(({ id, summary }) => known(id, summary, []));
  const kind = to === 'topics' ? 'topic' : to;
  return catalogue.entries([kind]).map((entry) => {
    const more = entry.kind === 'topic' ? [entry.synonyms ?? [], Object.values(entry.terms ?? {})].flat(2) : [];
    return known(entry.id, entry.name, [...(entry.aliases ?? []), ...more]);
  });
}

const known = (id: string, name: string, more: readonly string[]): Known => ({
  name: `${name} (${id})`,
  value: id,
  words: plainLetters([id, name, ...more].join(' ')),
});

/** Those in which every word that was typed begins a word, or stands inside one. */
function matching(all: readonly Known[], typed: string, isRequired: boolean): readonly Choice[] {
  const words = plainLetters(typed).split(/\s+/).filter(Boolean);
  const found = all.filter((candidate) => words.every((word) => candidate.words.includes(word)));
  const none: Choice[] = isRequired || words.length > 0 ? [] : [{ name: '(none)', value: NONE }];
  return [...none, ...found];
}
