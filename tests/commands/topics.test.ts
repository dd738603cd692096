import { describe, expect, test } from 'vitest';
import { cells } from '../../src/render/width';
import { anEntry } from '../helpers/entries';
import { builtFiles } from '../helpers/host';
import { expectTwoLines, guide } from '../helpers/run';

describe('the map', () => {
  test('a pipe gets every topic with its stage, Chinese terms, number of entries and terms', async () => {
    const { code, out, err } = await guide('topics --header');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      [
        'stage\tid\tname\tzh\tentries\tterms',
        'data\tfeature-stores\tFeature stores\t特征存储,特征库\t6\tpoint-in-time-join',
        'operate\tmonitoring\tModel monitoring\t模型监控\t9\t',
        '',
      ].join('\n'),
    );
  });

  test('a terminal gets a block for each stage', async () => {
    const { out, err } = await guide('topics', { terminal: true, env: { NO_COLOR: '1' } });
    for (const words of ['Data', 'Monitor and operate', 'feature-stores', 'Model monitoring', '特征存储'])
      expect(out).toContain(words);
    expect(err).toContain('2 topics');
  });

  test.each([20, 40, 60, 80, 120, 200])('at %i cells no line is wider', async (width) => {
    const { cells } = await import('../../src/render/width');
    const { out } = await guide(`topics --format table --width ${width}`);
    for (const line of out.split('\n')) expect(cells(line)).toBeLessThanOrEqual(Math.max(width, 26));
  });

  test('--json gives the topics whole', async () => {
    expect(JSON.parse((await guide('topics --json')).out)).toMatchObject([
      {
        id: 'feature-stores',
        kind: 'topic',
        stage: 'data',
        definition: expect.any(String) as unknown,
        entries: 6,
        termIds: ['point-in-time-join'],
      },
      { id: 'monitoring', entries: 9, termIds: [] },
    ]);
  });

  test('--fields', async () => {
    expect((await guide('topics --fields id,entries')).out).toBe('feature-stores\t6\nmonitoring\t9\n');
  });
});

describe('the number of entries is that of a list of them', () => {
  const rows = async (id: string): Promise<number> => (await guide(`list --topic ${id}`)).out.trim().split('\n').length;

  test('on the map, as a record and on the page', async () => {
    const map = JSON.parse((await guide('topics --json')).out) as { id: string; entries: number }[];
    expect(map.length).toBeGreaterThan(0);
    for (const { id, entries } of map) {
      const listed = await rows(id);
      expect(entries).toBe(listed);
      expect((await guide(`topics --fields id,entries`)).out).toContain(`${id}\t${listed}\n`);
      const table = (await guide('topics', { terminal: true, env: { NO_COLOR: '1' } })).out;
      expect(table).toMatch(new RegExp(`^ +${id} .* ${listed} +\\d+$`, 'm'));
      const page = (await guide(`topics ${id}`)).out.replace(/\s+/g, ' ');
      expect(page).toContain(` ${listed} entries, with the topic itself`);
    }
  });

  test('says in words what else is in it', async () => {
    expect((await guide('topics feature-stores')).out.replace(/\s+/g, ' ')).toContain(
      '6 entries, with the topic itself and its term ',
    );
  });
});

describe('one topic', () => {
  test.each([
    ['topics monitoring', 'Model monitoring'],
    ['topics Monitoring', 'Model monitoring'],
    [['topics', 'model observability'], 'Model monitoring'],
    ['topics 特征库', 'Feature stores'],
    [['topics', ' Feature PLATFORM '], 'Feature stores'],
  ])('%s', async (line, name) => {
    const { code, out } = await guide(line);
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe(name);
  });

  test('what it means, its terms and where to start', async () => {
    const { out } = await guide('topics feature-stores');
    const text = out.replace(/\s+/g, ' ');
    expect(text).toContain('A feature store keeps the inputs of models in one place. Training and serving');
    expect(text).toContain('feature platform');
    expect(text).toContain('特征存储');
    expect(text).toContain('Point-in-time join');
    expect(text).toContain('Features from Scratch');
  });

  test('a term is explained, with its topic', async () => {
    const { out } = await guide('topics point-in-time-join');
    const text = out.replace(/\s+/g, ' ');
    expect(text.indexOf('takes each feature as it was')).toBeGreaterThan(0);
    expect(text).toContain('Feature stores');
  });

  test('--json', async () => {
    const [topic, ...terms] = JSON.parse((await guide('topics feature-stores --json')).out) as object[];
    expect(topic).toMatchObject({ id: 'feature-stores', kind: 'topic', definition: expect.any(String) as unknown });
    expect(topic).toHaveProperty('best', ['features-from-scratch']);
    expect(terms).toMatchObject([{ id: 'point-in-time-join', kind: 'term', topic: 'feature-stores' }]);
  });
});

test('a topic that is not there: exit 3 and the nearest one', async () => {
  const ran = await guide('topics montoring');
  expect(ran).toMatchObject({ code: 3, out: '' });
  expectTwoLines(ran.err, 'no topic "montoring". Did you mean "monitoring"?', 'mlops-guide topics');
});

test('two topics at once are one too many: exit 2', async () => {
  expect((await guide('topics a b')).code).toBe(2);
});

describe('ids on the page of a topic', () => {
  const name = 'Machine Learning in Production, Elsewhere and Everywhere Else';
  const id = 'machine-learning-in-production-elsewhere-and-everywhere-else';
  const built = builtFiles([
    anEntry({ id, kind: 'book', name, topics: ['monitoring'] }),
    anEntry({ id: `${id}-term`, kind: 'term', name, topic: 'monitoring', definition: 'A long term.' }),
  ]);

  test.each([40, 60, 80, 120, 160])('at %i columns each stands there, however long', async (columns) => {
    const { out } = await guide('topics monitoring', { terminal: true, columns, built, env: { NO_COLOR: '1' } });
    expect(out.replace(/\s+/g, '')).toContain(`${id}-term`);
    expect(out.split('Where to start')[1]?.replace(/\s+/g, '')).toContain(id);
    for (const line of out.split('\n')) expect(cells(line)).toBeLessThanOrEqual(columns);
  });
});
