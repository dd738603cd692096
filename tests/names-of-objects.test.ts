import { expect, test } from 'vitest';
import { countryNamed, countryNames, searchedCountryNames } from '../src/catalogue/countries';
import { kindNamed } from '../src/catalogue/kinds';
import { actionNamed } from '../src/commands/actions';
import { usualValue } from '../src/commands/fill-in';
import { checkFields } from '../src/field-keys';
import { countriesIn, regionsOf } from '../src/places/regions';
import { nameKey } from '../src/places/name-key';
import { diskReason } from '../src/reader/disk-reason';
import { dateWords } from '../src/search/dates';
import { wishOf } from '../src/search/intent-words';
import { parseQuery } from '../src/search/query-syntax';
import { isChineseTime } from '../src/search/relative-dates';
import { deadlineIn } from '../src/sources/deadline-text';
import { whereaboutsIn } from '../src/sources/place-text';
import { ruleWords } from '../src/time/rule-words';
import { parseSpan } from '../src/time/span';
import { zoneNamed } from '../src/time/zone-names';
import { zones } from './helpers/host';
import { guide } from './helpers/run';

/** What every object of the language has: a table that is an object has them too, though nobody wrote them into it. */
const NAMES = Object.getOwnPropertyNames(Object.prototype);
/** A word that is nothing to anybody, with the signs of another. */
const nothingLike = (name: string): string => name.replace(/[a-z]+/i, 'qzxvbnjkwpqz');

/** What a command line does, whatever the word in it, and whatever may have been meant by that. */
async function done(line: string, word: string) {
  const { code, out, err, host } = await guide(line.split(' ').map((part) => part.replaceAll('WORD', word)));
  const spellings = [word, word.toLowerCase(), word.replaceAll('_', ''), word.replaceAll('_', '').toLowerCase()];
  const plain = (text: string): string =>
    spellings
      .reduce((rest, spelling) => rest.replaceAll(spelling, 'WORD'), text)
      .replace(/ (Did|did) you mean [^?]*\?/g, '');
  return { code, out: plain(out), err: plain(err), files: [...host.files.keys()].map(plain) };
}

test.each([
  ...['search WORD', 'search drift WORD', 'search WORD drift', 'search this WORD', 'search drift kind:WORD'],
  ...['search drift type:WORD', 'search WORD:x', 'search drift -WORD', 'search "WORD"', 'list WORD'],
  ...['list --kind WORD', 'list --topic WORD', 'list --level WORD', 'list --cost WORD', 'list --lang WORD'],
  ...['list --sort WORD', 'list --type WORD', 'list --mode WORD', 'list --status WORD', 'list --relevance WORD'],
  ...['list --certainty WORD', 'deadlines --sort WORD', 'upcoming --near Berlin --km WORD', 'list --country WORD'],
  ...['list --region WORD', 'list --city WORD', 'list --near WORD', 'list --series WORD', 'list --author WORD'],
  ...['list --year WORD', 'list --format WORD', 'list --fields WORD', 'list --tz WORD', 'list --color WORD'],
  ...['list --WORD', 'list --WORD x', '--WORD list', '--WORD x list', 'WORD', 'help WORD'],
  ...['check-links --known -o report.WORD', 'upcoming --within WORD', 'upcoming --from WORD'],
  ...['upcoming --avoid WORD', 'deadlines --milestone WORD', 'calendar WORD', 'changes --since WORD', 'schema WORD'],
  ...['latest --since WORD', 'export-ics WORD', 'export-ics --alarm WORD', 'export-ics --what WORD', 'show WORD'],
  ...['open WORD', 'topics WORD', 'new WORD', 'new book --set WORD=x', 'new book --WORD x'],
  ...['new event --set name=WORD', 'edit WORD', 'sources WORD', 'sources show WORD', 'sources add WORD'],
  ...['update WORD'],
])('mlops-guide %s: what every object has is a word like any other', async (line) => {
  for (const name of NAMES) expect([name, await done(line, name)]).toEqual([name, await done(line, nothingLike(name))]);
});

const today = (): string => '2026-11-21';
test.each<{ what: string; ask: (name: string) => unknown; says: (name: string) => unknown }>([
  {
    what: 'a word of a question is no time',
    ask: (name) => dateWords([name, name], 'in', today),
    says: () => undefined,
  },
  { what: 'a word is not cut out of a run', ask: isChineseTime, says: () => false },
  { what: 'a word is no wish', ask: wishOf, says: () => undefined },
  { what: 'a word before a colon is no field', ask: (name) => parseQuery(`${name}:x`).filters, says: () => [] },
  { what: 'a word is no kind', ask: kindNamed, says: () => undefined },
  { what: 'a name is no country', ask: countryNamed, says: () => undefined },
  { what: 'a code has no names of a country', ask: countryNames, says: (name) => [name] },
  { what: 'a code is found by itself', ask: searchedCountryNames, says: (name) => [name] },
  { what: 'a code is in no region', ask: regionsOf, says: () => [] },
  { what: 'a name is no region', ask: countriesIn, says: () => undefined },
  { what: 'a name of a place keeps its letters', ask: nameKey, says: (name) => name.toLowerCase().replaceAll('_', '') },
  { what: 'a place is a city', ask: whereaboutsIn, says: (name) => ({ place: { city: name } }) },
  { what: 'a span has a unit', ask: (name) => parseSpan(`1${name}`), says: () => undefined },
  { what: 'a TZID says nothing', ask: (name) => zoneNamed(name, zones), says: () => undefined },
  {
    what: 'a zone of a deadline is not stated',
    ask: (name) => deadlineIn('2026-12-08 12:00', name, zones.has),
    says: () => ({ at: '2026-12-08' }),
  },
  {
    what: 'a rule has no words',
    ask: (name) => ruleWords({ rule: `FREQ=${name}`, start: '2026-01-01', time: '10:00', timezone: 'Europe/Berlin' }),
    says: () => ', 10:00 Berlin',
  },
  { what: 'a code of the system stays it', ask: diskReason, says: (name) => name },
  { what: 'a field has no usual value', ask: (name) => usualValue(name, { name, today: '' }), says: () => undefined },
  { what: 'a command may print any field', ask: (name) => checkFields(name, ['id']), says: () => undefined },
])('asked with what every object has, $what', ({ ask, says }) => {
  for (const name of NAMES) expect([name, ask(name)]).toEqual([name, says(name)]);
});

test.each(NAMES)('%s is no action', async (name) => {
  await expect(actionNamed(name)).rejects.toThrow(RangeError);
});
