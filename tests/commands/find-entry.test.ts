import { describe, expect, test } from 'vitest';
import { anEntry, anEvent, aSeries, aTerm, aTool, aTopic } from '../helpers/entries';
import { builtFiles } from '../helpers/host';
import { expectTwoLines, guide } from '../helpers/run';

const built = builtFiles([
  aTopic({
    id: 'clusters',
    name: 'Clusters and cloud',
    synonyms: ['Kube Serve', 'gang work', 'retraining', 'big iron', 'Ünïted', 'Łatwiß'],
    terms: { zh: ['集群', '调度', '机群'] },
  }),
  aTopic({ id: 'reliability', name: 'Reliability', synonyms: ['big iron'] }),
  aTerm({
    id: 'gang-scheduling',
    name: 'Gang scheduling',
    topic: 'clusters',
    synonyms: ['gang work'],
    terms: { zh: ['调度', '机群'] },
  }),
  aTool({ id: 'kube-serve-tool', name: 'Kube Serve', url: 'https://kube.example/' }),
  aTool({ id: 'twin-tool', name: 'Twin' }),
  anEntry({ kind: 'book', id: 'twin-book', name: 'A twin', aliases: ['twin'] }),
  aSeries({ id: 'cluster-days', name: 'Cluster Days', aliases: ['CD'] }),
  anEvent({ id: 'cluster-days-2027', name: 'Cluster Days 2027', series: 'cluster-days', start: '2027-03-01' }),
]);

const found = async (command: string, word: string): Promise<string> => {
  const { out, err } = await guide([command, word, '--fields', 'id', '--format', 'tsv'], { built });
  return out.split('\n')[0] ?? err;
};

describe('what a word leads to', () => {
  test.each([
    // Ids before names, also in another case.
    { word: 'clusters', show: 'clusters', topics: 'clusters' },
    { word: 'Twin-Tool', show: 'twin-tool' },
    // Names, in any case, with blanks around and accents or not.
    { word: 'clusters AND cloud', show: 'clusters', topics: 'clusters' },
    { word: ' Gang scheduling ', show: 'gang-scheduling', topics: 'gang-scheduling' },
    { word: 'united', show: 'clusters', topics: 'clusters' },
    { word: 'latwiss', show: 'clusters', topics: 'clusters' },
    // Other words for a topic or term.
    { word: 'retraining', show: 'clusters', topics: 'clusters' },
    { word: '集群', show: 'clusters', topics: 'clusters' },
    // Its own name goes before what people say for another; `topics` is about topics and terms alone.
    { word: 'kube serve', show: 'kube-serve-tool', topics: 'clusters' },
    // The first of the words in another language is its name there.
    { word: '调度', show: 'gang-scheduling', topics: 'gang-scheduling' },
    // Traditional characters mean the simplified ones.
    { word: '調度', show: 'gang-scheduling', topics: 'gang-scheduling' },
    { word: '機群', show: 'gang-scheduling', topics: 'gang-scheduling' },
    // A word that a topic and its own term have in common is the term's.
    { word: 'gang work', show: 'gang-scheduling', topics: 'gang-scheduling' },
    { word: '机群', show: 'gang-scheduling', topics: 'gang-scheduling' },
  ])('$word', async ({ word, show, topics }) => {
    expect(await found('show', word)).toBe(show);
    if (topics) expect(await found('topics', word)).toBe(topics);
  });

  test.each([
    ['open', 'kube serve', 'https://kube.example/'],
    ['export-ics', 'CD', 'SUMMARY:Cluster Days 2027'],
  ])('%s goes by it, too', async (command, word, says) => {
    expect((await guide([command, word], { built })).out).toContain(says);
  });
});

describe('a word with several meanings', () => {
  test.each([
    ['show', 'twin', '"twin" names 2 entries: twin-book (book), twin-tool (tool).'],
    ['open', 'Twin', '"Twin" names 2 entries: twin-book (book), twin-tool (tool).'],
    ['show', 'big iron', '"big iron" names 2 entries: clusters (topic), reliability (topic).'],
    ['topics', 'big iron', '"big iron" names 2 entries: clusters (topic), reliability (topic).'],
  ])('%s %s is an error that lists them, exit 3', async (command, word, says) => {
    const ran = await guide([command, word], { built });
    expect(ran).toMatchObject({ code: 3, out: '' });
    expectTwoLines(ran.err, says, 'id');
  });

  test.each([
    ['show', 'Reliability'],
    ['topics', 'Reliability'],
  ])('%s asks on a terminal', async (command, name) => {
    const options = { built, terminal: true, answers: ['reliability'], env: { NO_COLOR: '1' } };
    const { code, out, host } = await guide([command, 'big iron'], options);
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe(name);
    expect(host.questions[0]?.choices.map(({ value }) => value)).toEqual(['clusters', 'reliability']);
  });
});

test('topics offers topics and terms alone', async () => {
  const { err } = await guide(['topics', 'cluster'], { built });
  expect(err).toContain('no topic "cluster". Did you mean "clusters"');
  expect(err).not.toContain('cluster-days');
});

test('a plain id reads neither the search index nor its code', async () => {
  const { host } = await guide('show twin-tool', { built });
  expect(host.assetsRead.filter((name) => name.includes('index'))).toEqual([]);
});
