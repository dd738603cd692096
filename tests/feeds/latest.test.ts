import { describe, expect, test } from 'vitest';
import { durationText, latestIssues, type Issue, type LatestQuery } from '../../src/feeds/latest';
import type { FeedItem } from '../../src/sources/reading';

const NOW = '2026-11-21T09:00:00.000Z';
const from = { id: 'drift-talk', kind: 'podcast', name: 'Drift Talk', topics: ['monitoring'] };
const issue = (title: string, published?: string, own: Partial<FeedItem> = {}, name = 'Drift Talk'): Issue => ({
  from: { ...from, name },
  item: { key: title, title, ...(published === undefined ? {} : { published }), ...own },
});
const told = (issues: readonly Issue[], query: Partial<LatestQuery> = {}) => {
  const { dated, undated } = latestIssues(issues, { now: NOW, words: [], ...query });
  const titles = (list: readonly Issue[]) => list.map(({ item }) => item.title);
  return { dated: titles(dated), undated: titles(undated) };
};

test('newest first, of the same instant by title; those without a date apart, in the order of their feed', () => {
  expect(
    told([
      issue('b', '2026-11-19T10:00:00.000Z'),
      issue('none 2'),
      issue('c', '2026-11-20T10:00:00.000Z'),
      issue('a', '2026-11-19T10:00:00.000Z'),
      issue('none 1'),
    ]),
  ).toEqual({ dated: ['c', 'a', 'b'], undated: ['none 2', 'none 1'] });
});

test('a date that is still ahead is no date, but for what is made ready the evening before', () => {
  expect(
    told([
      issue('soon', '2026-11-22T08:00:00.000Z'),
      issue('ahead', '2026-11-22T10:00:00.000Z'),
      issue('far', '2099-01-01T00:00:00.000Z'),
    ]),
  ).toEqual({
    dated: ['soon'],
    undated: ['ahead', 'far'],
  });
});

test('since an instant, itself included', () => {
  const issues = [issue('new', '2026-11-19T00:00:00.000Z'), issue('old', '2026-11-18T23:59:59.999Z'), issue('none')];
  expect(told(issues, { since: '2026-11-19T00:00:00.000Z' })).toEqual({ dated: ['new'], undated: ['none'] });
});

describe('words', () => {
  const issues = [
    issue('Feature stores, again'),
    issue('São Paulo special, with Łukasz', undefined, {}, 'MLOps Weekly'),
    issue('模型监控 101'),
  ];
  test.each([
    { words: ['feature'], found: ['Feature stores, again'] },
    { words: ['STORE', 'again'], found: ['Feature stores, again'] },
    { words: ['feature', 'weekly'], found: [] },
    { words: ['sao', 'weekly'], found: ['São Paulo special, with Łukasz'] },
    { words: ['lukasz'], found: ['São Paulo special, with Łukasz'] },
    { words: ['模型'], found: ['模型监控 101'] },
    { words: ['drift'], found: ['Feature stores, again', '模型监控 101'] },
  ])('$words', ({ words, found }) => expect(told(issues, { words }).undated).toEqual(found));
});

test('what two feeds have is there once, with its length', () => {
  const url = 'https://pod.example/1';
  const [written, spoken] = [issue('written', NOW, { url }), issue('spoken', NOW, { url, duration: 60 })];
  expect(told([written, spoken]).dated).toEqual(['spoken']);
  expect(told([spoken, written]).dated).toEqual(['spoken']);
  expect(told([written, issue('other', NOW, { url })]).dated).toEqual(['written']);
  expect(told([issue('a', NOW), issue('b', NOW)]).dated).toEqual(['a', 'b']);
});

test.each([
  { seconds: 45, text: '45 s' },
  { seconds: 60, text: '1 min' },
  { seconds: 3540, text: '59 min' },
  { seconds: 3599, text: '1 h' },
  { seconds: 3600, text: '1 h' },
  { seconds: 3725, text: '1 h 2 min' },
  { seconds: 7200, text: '2 h' },
])('$seconds: $text', ({ seconds, text }) => expect(durationText(seconds)).toBe(text));
