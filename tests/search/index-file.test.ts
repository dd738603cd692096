import { expect, test } from 'vitest';
import { buildIndex } from '../../src/search/build';
import { decodeIndex, encodeIndex } from '../../src/search/index-file';
import { search } from '../../src/search/query';
import { entries } from './fixture';

const text = encodeIndex(buildIndex(entries));

test('comes back as it was', () => {
  expect(decodeIndex(text)).toEqual(buildIndex(entries));
  expect(decodeIndex(encodeIndex(buildIndex([])))).toEqual(buildIndex([]));
});

test('an index read back gives the same answers', () => {
  const [built, read] = [buildIndex(entries), decodeIndex(text)];
  for (const query of [
    'feature store',
    'experiment traking',
    '模型监控',
    '监',
    'a',
    'mlops london',
    'kube con',
    'x y',
    '"feature store"',
    'free books in spain',
    'kind:event -london',
  ]) {
    expect(search(read, query)).toEqual(search(built, query));
  }
});

test('is ASCII, and the same whatever the order of the entries', () => {
  expect(text).toMatch(/^[\n -~]*$/);
  expect(encodeIndex(buildIndex([...entries].reverse()))).toBe(text);
});

test.each([
  ['empty', ''],
  ['something else', '{"version": 1}\n'],
  ['of another format', text.replace('index 2', 'index 3')],
  ['of other fields', text.replace(' aliases ', ' ')],
  ['of other kinds', text.replace('event series', 'series event')],
])('a file that is %s is refused', (_, broken) => {
  expect(() => decodeIndex(broken)).toThrow('the search index was written by another version');
});

test.each([
  ['cut off', text.slice(0, -1)],
  ['cut off in its head', text.split('\n').slice(0, 4).join('\n')],
  ['run on', `${text}x`],
])('a file that is %s is refused', (_, broken) => {
  expect(() => decodeIndex(broken)).toThrow('the search index is damaged');
});
