import { expect, test } from 'vitest';
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
