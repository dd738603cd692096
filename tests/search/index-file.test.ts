import { expect, test } from 'vitest';
import { buildIndex } from '../../src/search/build';
import { decodeIndex, encodeAsked, encodeIndex } from '../../src/search/index-file';
import { learn } from '../../src/search/learn';
import { search } from '../../src/search/query';
import { numberOf, rowOf } from '../../src/search/search-index';
import { entries } from './fixture';

const learned = () =>
  learn([
    { phrase: 'it was fine on Friday', ids: ['model-monitoring', 'training-serving-skew'] },
    { phrase: '上周还好好的', ids: ['model-monitoring'] },
  ]);
const text = encodeIndex(buildIndex(entries));
const decoded = (written = text, of = buildIndex(entries, { learned })) =>
  decodeIndex(written, { places: () => of.places, asked: () => encodeAsked(of.asked) });

test('comes back as it was', () => {
  expect(decoded()).toEqual(buildIndex(entries, { learned }));
  const empty = buildIndex([]);
  expect(decoded(encodeIndex(empty), empty)).toEqual(empty);
});

test('an index read back gives the same answers', () => {
  const [built, read] = [buildIndex(entries, { learned }), decoded()];
  for (const query of [
    'feature store',
    'experiment traking',
    '模型监控',
    '监',
    'a',
    'mlops london',
    'kube con',
    'x y',
    'fine on friday',
    '上周好好',
    '"feature store"',
    'free books in spain',
    'kind:event -london',
  ]) {
    expect(search(read, query)).toEqual(search(built, query));
  }
});

test('has a byte for each character, and but for the places in lists the same whatever the order of the entries', () => {
  expect(text).toMatch(/^[\n -\xff]*$/);
  const { rows, ...index } = buildIndex([...entries].reverse());
  expect(rows).not.toEqual(buildIndex(entries).rows);
  expect(encodeIndex({ ...index, rows: buildIndex(entries).rows })).toBe(text);
});

test('knows where every entry stands among those of its kind', () => {
  const index = buildIndex(entries);
  for (const { id, kind } of entries) {
    const number = numberOf(index, id);
    const row = rowOf(index, number);
    expect(entries.filter((entry) => entry.kind === kind)[row]?.id).toBe(id);
  }
  expect(numberOf(index, '')).toBe(-1);
  expect(numberOf(index, 'zzz')).toBe(-1);
});

test('where words stand is read with the first phrase, how people ask with what is more than an own name, each once', () => {
  const reads = { places: 0, asked: 0 };
  const built = buildIndex(entries);
  const index = decodeIndex(text, {
    places: () => {
      reads.places += 1;
      return built.places;
    },
    asked: () => {
      reads.asked += 1;
      return encodeAsked(built.asked);
    },
  });
  search(index, 'experiment tracking');
  expect(reads).toEqual({ places: 0, asked: 0 });
  search(index, '"feature store"');
  search(index, '"drift"');
  search(index, 'drift of features somewhere');
  search(index, 'drift of features elsewhere');
  expect(reads).toEqual({ places: 1, asked: 1 });
});

test.each([
  ['empty', ''],
  ['something else', '{"version": 1}\n'],
  ['of another format', text.replace(/index \d+/, 'index 2')],
  ['of other fields', text.replace(' aliases ', ' ')],
  ['of other kinds', text.replace('event series', 'series event')],
])('a file that is %s is refused', (_, broken) => {
  expect(() => decoded(broken)).toThrow('the search index was written by another version');
});

test.each([
  ['cut off', text.slice(0, -1)],
  ['cut off in its head', text.split('\n').slice(0, 4).join('\n')],
  ['run on', `${text}x`],
])('a file that is %s is refused', (_, broken) => {
  expect(() => decoded(broken)).toThrow('the search index is damaged');
});

test.each(['', 'no line', '20\n#$%', '20\n#$%\nword #'])('ways of asking that are %j are refused', (broken) => {
  const index = decodeIndex(text, { places: () => '', asked: () => broken });
  expect(() => index.asked).toThrow('the ways of asking are damaged');
});
