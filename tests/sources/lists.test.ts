import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { convertAiDeadlines } from '../../src/sources/ai-deadlines';
import { convertCcfDeadlines } from '../../src/sources/ccf-deadlines';
import { convertConferenceData, stateIn } from '../../src/sources/conference-data';
import { recognise } from '../../src/sources/recognise';
import { zones } from '../helpers/entries';

const recordsOf = (name: string): readonly unknown[] =>
  recognise(readFileSync(`tests/fixtures/upstreams/${name}`, 'utf8')).records;

describe('conference-data', () => {
  test('gives each conference of a file', () => {
    const { readings, leftOut } = convertConferenceData(recordsOf('conference-data/2026/sre.json'), 'sre');
    expect(leftOut).toEqual([]);
    expect(readings.map(({ name, mode }) => `${name}: ${mode ?? ''}`)).toEqual([
      'AI SRE Summit: online',
      'IaCConf: online',
      'TechSummit Amsterdam: in-person',
      'X-Ops Conference Dubai: in-person',
      'JDD: in-person',
      'X-Ops Conference Madrid: in-person',
    ]);
    expect(readings[3]).toEqual({
      key: 'https://dubai.xopsconference.com/ 2026 Dubai',
      name: 'X-Ops Conference Dubai',
      seriesNames: ['X-Ops Conference Dubai'],
      url: 'https://dubai.xopsconference.com/',
      year: 2026,
      start: '2026-10-15',
      end: '2026-10-17',
      mode: 'in-person',
      place: { city: 'Dubai', country: 'AE' },
      milestones: [
        {
          kind: 'cfp',
          label: 'Call for papers',
          at: '2026-08-31',
          url: 'https://sessionize.com/x-ops-conference-2026',
        },
      ],
      language: 'en',
      status: 'scheduled',
      subjects: ['sre'],
      isOfficial: false,
    });
    // EN,ES is not one language.
    expect(readings[5]?.language).toBeUndefined();
  });

  const good = { name: 'A', url: 'https://a.example/', startDate: '2026-05-01' };
  test.each([
    { record: { ...good, name: ' ' }, what: 'has no name' },
    { record: { ...good, startDate: 'soon' }, what: 'startDate is no day: soon' },
    { record: { ...good, startDate: undefined }, what: 'startDate is no day: missing' },
    { record: { ...good, endDate: '2026-02-30' }, what: 'endDate is no day: 2026-02-30' },
    { record: { ...good, url: 'javascript:alert(1)' }, what: 'url is no http(s) address' },
    { record: { ...good, url: 'https://me:pw@a.example/' }, what: 'url is no http(s) address' },
    { record: 'text', what: 'is no mapping' },
    { record: null, what: 'is no mapping' },
  ])('leaves out a record that $what, and keeps the others', ({ record, what }) => {
    const { readings, leftOut } = convertConferenceData([record, good], 'data');
    expect(readings.map(({ name }) => name)).toEqual(['A']);
    expect(leftOut).toMatchObject([{ why: 'not valid', what }]);
  });

  test.each([
    { name: 'CANCELLED: Data Day', is: ['Data Day', 'cancelled'] },
    { name: 'Data Day (canceled)', is: ['Data Day', 'cancelled'] },
    { name: 'Data Day [Postponed]', is: ['Data Day', 'postponed'] },
    { name: 'Cancelled flights, a talk', is: ['flights, a talk', 'cancelled'] },
    { name: 'Data Day', is: ['Data Day', 'scheduled'] },
    { name: 'cancelled', is: ['cancelled', 'cancelled'] },
  ])('$name', ({ name, is: [rest, status] }) => {
    expect(stateIn(name)).toEqual({ name: rest, status });
  });
});

describe('ccf-deadlines', () => {
  test('gives each edition of a conference', () => {
    const { readings, leftOut } = convertCcfDeadlines(recordsOf('ccf-deadlines/SE/osdi.yml'), zones.has);
    expect(leftOut).toEqual([]);
    expect(readings.map(({ name, start, end }) => `${name} ${start} ${end ?? ''}`)).toEqual([
      'OSDI 2022 2022-07-11 2022-07-13',
      'OSDI 2023 2023-07-10 2023-07-12',
      'OSDI 2024 2024-07-10 2024-07-12',
      'OSDI 2025 2025-07-07 2025-07-09',
      'OSDI 2026 2026-07-13 2026-07-15',
      'OSDI 2027 2027-07-07 2027-07-09',
    ]);
    expect(readings[5]).toMatchObject({
      key: 'OSDI 2027',
      seriesNames: ['OSDI', 'USENIX Symposium on Operating Systems Design and Implementation'],
      url: 'https://www.usenix.org/conference/osdi27',
      year: 2027,
      place: { city: 'Baltimore', region: 'MD', country: 'US' },
      milestones: [
        { kind: 'abstract', label: 'Abstracts', at: '2026-12-01T22:59', timezone: 'UTC' },
        { kind: 'paper', label: 'Papers', at: '2026-12-08T22:59', timezone: 'UTC' },
      ],
    });
  });

  test('leaves out the edition of a year that is held in another', () => {
    const { readings, leftOut } = convertCcfDeadlines(recordsOf('ccf-deadlines/DB/cikm.yml'), zones.has);
    expect(readings).toHaveLength(6);
    expect(leftOut).toEqual([
      {
        record: 'CIKM 2020',
        why: 'not valid',
        what: 'is the edition of 2020, but its days are 2021-10-19 to 2021-10-23',
      },
    ]);
  });

  test.each([
    { edition: { year: 2027, date: 'TBD' }, leftOut: { record: 'X 2027', why: 'no date yet' } },
    { edition: { year: 'soon', date: 'May 1, 2027' }, leftOut: { why: 'not valid', what: 'has no year' } },
    { edition: 'text', leftOut: { why: 'not valid', what: 'is no mapping' } },
  ])('leaves out $edition', ({ edition, leftOut }) => {
    const made = convertCcfDeadlines([{ title: 'X', confs: [edition] }], zones.has);
    expect(made.readings).toEqual([]);
    expect(made.leftOut).toMatchObject([leftOut]);
  });

  test.each([{ confs: [] }, 'text', null, { title: {} }])(
    'leaves out a conference without a title: %j',
    (conference) => {
      expect(convertCcfDeadlines([conference], zones.has).leftOut).toMatchObject([{ what: 'has no title' }]);
    },
  );

  test('a deadline to come is no milestone yet', () => {
    const confs = [{ year: 2027, date: 'May 1, 2027', timezone: 'AoE', timeline: [{ deadline: 'TBD' }, null, 'x'] }];
    expect(convertCcfDeadlines([{ title: 'X', confs }], zones.has).readings[0]?.milestones).toEqual([]);
  });
});

describe('ai-deadlines', () => {
  test('gives each edition, and the deadlines that concern those who hand in', () => {
    const { readings, leftOut } = convertAiDeadlines(recordsOf('ai-deadlines/icml.yml'), zones.has);
    expect(leftOut).toEqual([]);
    expect(readings.map(({ key, start, end, place }) => [key, start, end, place?.city, place?.country])).toEqual([
      ['icml25', '2025-07-13', '2025-07-19', 'Vancouver', 'CA'],
      ['icml26', '2026-07-06', '2026-07-11', 'Seoul', 'KR'],
    ]);
    expect(readings[1]?.milestones).toEqual([
      { kind: 'abstract', label: 'Abstract Submission', at: '2026-01-23T23:59', timezone: 'AoE' },
      { kind: 'paper', label: 'Paper Submission', at: '2026-01-28T23:59', timezone: 'AoE' },
      { kind: 'notification', label: 'Author Notification', at: '2026-04-30T23:59', timezone: 'AoE' },
    ]);
  });

  test.each([
    { edition: { title: 'X', year: 2027 }, leftOut: { record: 'X 2027', why: 'no date yet' } },
    { edition: { title: 'X', year: 2027, start: 'x' }, leftOut: { what: 'start is no day: x' } },
    { edition: { title: 'X', year: 2027, start: '2027-01-02', end: 'x' }, leftOut: { what: 'end is no day: x' } },
    { edition: { title: 'X', year: 2020, start: '2027-01-02' }, leftOut: { what: /is the edition of 2020/ } },
    { edition: { title: 'X', start: '2027-01-02' }, leftOut: { what: 'has no year' } },
    { edition: { year: 2027, start: '2027-01-02' }, leftOut: { what: 'has no title' } },
  ])('leaves out $edition', ({ edition, leftOut }) => {
    const made = convertAiDeadlines([edition], zones.has);
    expect(made.readings).toEqual([]);
    const what = leftOut.what instanceof RegExp ? expect.stringMatching(leftOut.what) : leftOut.what;
    expect(made.leftOut).toMatchObject([what === undefined ? leftOut : { what }]);
  });

  test('takes the days from the words where there are no others, and a state for what it is', () => {
    const edition = { title: 'X', year: 2027, date: 'May 1-3, 2027', city: 'Austin', country: 'Texas' };
    expect(convertAiDeadlines([edition], zones.has).readings).toMatchObject([
      { start: '2027-05-01', end: '2027-05-03', place: { city: 'Austin', region: 'Texas' } },
    ]);
  });
});
