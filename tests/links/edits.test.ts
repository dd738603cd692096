import { describe, expect, test } from 'vitest';
import { editedEntries, editOf } from '../../src/links/edits';
import { linksOf, requestAddress, type Link } from '../../src/links/link';
import { FRONT_PAGE, type Finding } from '../../src/links/probe';
import { nextRecord, type LinkRecord } from '../../src/links/record';
import { anEvent, aTool } from '../helpers/entries';

const OLD = 'https://old.example/page';
const NEW = 'https://new.example/page';
const DAY = '2026-11-21';
const found = (url: string, finding: Omit<Finding, 'isAnswered'>): LinkRecord =>
  nextRecord(url, { ...finding, isAnswered: true }, undefined, { instant: `${DAY}T09:00:00.000Z`, day: DAY });
const moved = (url: string, to: string, why?: string): LinkRecord =>
  found(url, { state: 'moved', status: 200, to, why });

const tool = aTool({ url: `${OLD}#intro`, repo: 'https://code.example/a' });
const event = anEvent({
  url: 'https://conf.example/2026',
  milestones: [
    { kind: 'cfp', label: 'CFP', at: '2026-10-01' },
    { kind: 'registration', label: 'Registration', at: '2026-12-01', url: OLD },
  ],
  sources: [
    { ref: 'a test', verified: '2026-11-01' },
    { ref: OLD, verified: '2026-11-01' },
  ],
});

test('every address of an entry, with where it stands; sources where they are asked for', () => {
  const places = (links: readonly Link[]) => links.map(({ field, url }) => `${field} ${url}`);
  expect(places(linksOf(tool, false))).toEqual([`url ${OLD}#intro`, 'repo https://code.example/a']);
  expect(places(linksOf(event, false))).toEqual(['url https://conf.example/2026', `milestones.1.url ${OLD}`]);
  expect(places(linksOf(event, true)).slice(2)).toEqual([`sources.1.ref ${OLD}`]);
  expect(requestAddress(`${OLD}?q=1#intro`)).toBe(`${OLD}?q=1`);
});

describe('an edit', () => {
  const [link] = linksOf(tool, false) as [Link];

  test('is proposed for what has moved, and keeps the part behind #', () => {
    expect(editOf(link, moved(OLD, NEW))).toEqual({ link, new: `${NEW}#intro`, day: DAY, doubt: undefined });
    expect(editOf(link, moved(OLD, `${NEW}#other`))?.new).toBe(`${NEW}#other`);
  });

  test.each(['ok', 'gone', 'blocked', 'unknown'] as const)('is not proposed for what is %s', (state) =>
    expect(editOf(link, found(OLD, { state }))).toBeUndefined(),
  );
});

describe('an overlay', () => {
  const edits = [...linksOf(tool, false), ...linksOf(event, true)].flatMap(
    (link) =>
      editOf(link, moved(requestAddress(link.url), link.url.replace('old.', 'new.').replace('code.', 'git.'))) ?? [],
  );

  test('holds whole entries with all their new addresses and where those were read; others are left out', () => {
    expect(editedEntries([tool, event, aTool({ id: 'other' })], edits)).toEqual([
      {
        ...tool,
        url: `${NEW}#intro`,
        repo: 'https://git.example/a',
        sources: [
          ...tool.sources,
          { ref: `redirect of ${OLD}#intro`, verified: DAY },
          { ref: 'redirect of https://code.example/a', verified: DAY },
        ],
      },
      {
        ...event,
        milestones: [event.milestones?.[0], { ...event.milestones?.[1], url: NEW }],
        sources: [
          event.sources[0],
          { ref: NEW, verified: '2026-11-01' },
          { ref: 'redirect of https://conf.example/2026', verified: DAY },
          { ref: `redirect of ${OLD}`, verified: DAY },
        ],
      },
    ]);
  });

  test('leaves doubtful ones alone', () => {
    const [link] = linksOf(tool, false) as [Link];
    const doubtful = editOf(link, moved(OLD, 'https://new.example/', FRONT_PAGE));
    expect(doubtful?.doubt).toBe(FRONT_PAGE);
    expect(editedEntries([tool], [doubtful!])).toEqual([]);
  });
});
