import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDisk } from '../../src/disk';
import { aDevice } from '../helpers/device';
import { aFolder } from '../helpers/folder';
import { NOW, type FakeHostOptions } from '../helpers/host';
import { expectTwoLines, guide } from '../helpers/run';

/** A reader with folders of their own on a real disk. */
function reader(own?: string) {
  const folder = aFolder();
  const events = join(folder, 'data', 'catalogue', 'events.yaml');
  if (own !== undefined) {
    mkdirSync(join(folder, 'data', 'catalogue'), { recursive: true });
    writeFileSync(events, own);
  }
  const options: FakeHostOptions = {
    disk: createDisk(() => Date.parse(NOW)),
    env: {
      MLOPS_GUIDE_DATA_DIR: join(folder, 'data'),
      MLOPS_GUIDE_CACHE_DIR: join(folder, 'cache'),
      NO_COLOR: '1',
      EDITOR: 'ed',
    },
  };
  const run = (line: string | readonly string[], more: FakeHostOptions = {}) => guide(line, { ...options, ...more });
  return { folder, events, env: options.env, read: () => readFileSync(events, 'utf8'), run };
}

const SET = {
  name: 'Our Ünïted ML Day 2027',
  url: 'https://example.org/day',
  summary: 'We meet.',
  topics: 'monitoring',
  type: 'meetup',
  start: '2027-02-03',
  certainty: 'confirmed',
  status: 'scheduled',
  relevance: 'core',
  sources: "[{ref: us, verified: '2026-11-20'}]",
};
const asSet = (values: Readonly<Record<string, string | undefined>>): string[] =>
  Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : ['--set', `${key}=${value}`]));
const OURS = `- id: our-united-ml-day-2027
  kind: event
  name: Our Ünïted ML Day 2027
  url: https://example.org/day
  summary: We meet.
  topics: [monitoring]
  type: meetup
  start: '2027-02-03'
  certainty: confirmed
  status: scheduled
  relevance: core
  sources:
    - ref: us
      verified: '2026-11-20'
  added: '2026-11-21'
`;

describe('new, in a script', () => {
  test('prints the entry and writes nothing unless told to', async () => {
    const { run, events } = reader();
    const { code, out, err } = await run(['new', 'event', ...asSet(SET)]);
    expect({ code, out }).toEqual({ code: 0, out: OURS });
    expect(err).toContain(`Not written: --write puts it into ${events}`);
    expect(existsSync(events)).toBe(false);
  });

  test('--write adds it to the own entries of its kind, and every command knows it', async () => {
    const { run, read, folder } = reader();
    expect((await run(['new', 'events', '--write', ...asSet(SET)])).code).toBe(0);
    expect(read()).toBe(`# yaml-language-server: $schema=../catalogue.schema.json\n\n${OURS}`);
    expect(JSON.parse(readFileSync(join(folder, 'data', 'catalogue.schema.json'), 'utf8'))).toHaveProperty('$schema');
    expect((await run('show our-united-ml-day-2027')).out).toContain('your own file events.yaml');
    expect((await run('validate')).code).toBe(0);
  });

  test.each(['--json', '--format csv', '--fields id'])('%s is refused: what it gives is YAML', async (form) => {
    const { run } = reader();
    const ran = await run(['new', 'event', ...form.split(' '), ...asSet(SET)]);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expectTwoLines(ran.err, 'new gives YAML: it takes no ', '--format yaml');
    expect((await run(['new', 'event', '--format', 'yaml', ...asSet(SET)])).out).toBe(OURS);
  });

  test('the same id a second time is refused', async () => {
    const { run, read } = reader(OURS);
    const again = await run(['new', 'event', '--write', ...asSet(SET)]);
    expect(again).toMatchObject({ code: 4, out: '' });
    expect(again.err).toContain('mlops-guide edit our-united-ml-day-2027');
    expect(read()).toBe(OURS);
  });

  test('the page of another own entry, in another file, too, is refused: it would be left out', async () => {
    const { run, read } = reader(OURS);
    const site = {
      ...SET,
      name: 'Our site',
      type: undefined,
      start: undefined,
      certainty: undefined,
      status: undefined,
    };
    const again = await run(['new', 'site', '--write', ...asSet({ ...site, relevance: undefined })]);
    expect(again).toMatchObject({ code: 4, out: '' });
    expect(again.err).toContain('  url: is the page of "our-united-ml-day-2027" already\n');
    expect(read()).toBe(OURS);
  });

  test('what was in the file stays byte for byte', async () => {
    const before = `# by hand\nentries:\n  - {id: x,   kind: event}   # odd\n`;
    const { run, read } = reader(before);
    await run(['new', 'event', '--write', ...asSet(SET)]);
    expect(read()).toBe(`${before}\n${OURS.replace(/^(?=.)/gm, '  ')}`);
  });

  test.each([
    ['new', 2, "missing required argument 'kind'", '--help'],
    ['new evnt', 2, 'no kind "evnt". Did you mean "event"?', 'One of: event'],
    ['new event', 2, 'new event needs id, name, summary, topics', '--name "…"'],
    ['new event --name', 2, "unknown option '--name'", 'new --help'],
  ])('%s: exit %i', async (line, code, says, wayOut) => {
    const ran = await reader().run(line);
    expect(ran).toMatchObject({ code, out: '' });
    expectTwoLines(ran.err, says, wayOut);
  });

  describe('flags that cannot be taken: exit 2, each with what is wrong, and the way to what fields take', () => {
    const SOUND = asSet(SET);
    test.each([
      { flags: ['--set', 'nme=x'], says: 'no field "nme"; did you mean "name"?' },
      { flags: ['--nme', 'x'], says: 'no field "nme"; did you mean "name"?' },
      { flags: ['--type=party'], says: '--type: must be one of conference, summit, meetup' },
      { flags: ['--set', 'name'], says: '--set takes key=value, not "name"' },
      { flags: ['--end', '2026-13-01'], says: '--end: must be a real day' },
      { flags: ['--sources', '['], says: '--sources: is no YAML' },
      { flags: ['--place.lat', 'north'], says: '--place.lat: expected number' },
    ])('$flags', async ({ flags, says }) => {
      const ran = await reader().run(['new', 'event', ...SOUND, ...flags]);
      expect(ran).toMatchObject({ code: 2, out: '' });
      expectTwoLines(ran.err, `new event: ${says}`, 'mlops-guide schema event');
    });

    test('several, together with what rules say of the others and what is missing', async () => {
      const flags = ['--start', '2026-13-01', '--topics', 'montoring', '--type', 'conf', '--certainty', 'x'];
      const more = ['--sources', '[', '--milestones', '{kind: cfp, label: C, at: 1970-01-01}', '--place.country', 'XX'];
      const { code, out, err } = await reader().run(['new', 'event', ...flags, ...more]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      const [first, ...lines] = err.trimEnd().split('\n');
      expect(first).toBe('mlops-guide: new event:');
      expect(lines.map((line) => line.replace(/^( {2}\S+:? \S+ \S+).*/, '$1'))).toEqual([
        '  --start: must be',
        '  --type: must be',
        '  --certainty: must be',
        '  --sources: is no',
        '  --topics.0: no topic',
        '  --place.country: unknown country',
        '  --milestones.0.at: 1970-01-01 stands',
        '  needs id, name,',
        '  What each field',
      ]);
      expect(lines.at(-2)).toBe('  needs id, name, summary, status, relevance as well');
    });

    test('what is malformed is not taken for missing by a rule', async () => {
      const flags = ['--start', '2027-02-03T10:00', '--timezone', 'Europe Berlin'];
      const { err } = await reader().run(['new', 'event', ...asSet({ ...SET, start: undefined }), ...flags]);
      expectTwoLines(err, 'new event: --timezone: must be an IANA zone', 'mlops-guide schema event');
    });

    test('the last of a flag given twice counts', async () => {
      const { code } = await reader().run(['new', 'event', '--start', 'soon', ...SOUND]);
      expect(code).toBe(0);
    });

    test('where somebody can be asked, what is missing is no fault', async () => {
      const ran = await reader().run('new event --type party', { terminal: true });
      expect(ran).toMatchObject({ code: 2, out: '' });
      expectTwoLines(ran.err, 'new event: --type: must be one of', 'mlops-guide schema event');
    });
  });

  test('a field is a flag, too', async () => {
    const flags = Object.entries(SET).flatMap(([key, value]) => [`--${key}`, value]);
    const { run, read } = reader();
    expect(await run(['new', 'event', '--write', ...flags])).toMatchObject({ code: 0 });
    expect(read()).toContain(OURS);
  });

  test('rules across fields and entries hold: exit 4, all problems at once', async () => {
    const set = { ...SET, end: '2027-02-01', topics: 'nope', timezone: 'europe/berlin' };
    const { code, err } = await reader().run(['new', 'event', ...asSet(set)]);
    expect(code).toBe(4);
    const zone = 'unknown time zone "europe/berlin"; did you mean "Europe/Berlin"?';
    for (const problem of ['end: is before the start', 'no topic "nope"', zone]) {
      expect(err).toContain(problem);
    }
  });
});

describe('new, with a person', () => {
  // name, id, url, summary, topics (two searches), language, series, type, start, end, timezone, mode, venue, city, country,
  // milestones, certainty, status, relevance, sources; then whether to write it.
  const ANSWERS = [
    ...['Our Ünïted ML Day 2027', '', 'https://example.org/day', 'We meet.', 'monitor', ''],
    ...['', '', 'meetup', '2027-02-03', '', '', '', '', '', '', '', 'confirmed', 'scheduled', 'core', 'us'],
  ];

  test('asks, shows, and writes what is agreed to', async () => {
    const { run, read } = reader();
    const { code, out, host } = await run('new event', { terminal: true, answers: [...ANSWERS, true] });
    expect(host.questions.map(({ question }) => question.split(/[ ,]/)[0])).toEqual(
      expect.arrayContaining([
        'name',
        'id',
        'summary',
        'topics',
        'series',
        'type',
        'start',
        'sources',
        'Write',
      ]) as unknown,
    );
    const expected = OURS.replace('  type:', '  language: en\n  type:').replace("'2026-11-20'", "'2026-11-21'");
    expect({ code, out }).toEqual({ code: 0, out: expected });
    expect(read()).toContain(expected);
  });

  test('writes nothing when told no', async () => {
    const { run, events } = reader();
    expect((await run('new event', { terminal: true, answers: [...ANSWERS, false] })).code).toBe(0);
    expect(existsSync(events)).toBe(false);
  });

  test('judges while it is typed, and asks again for what the checks find', async () => {
    const answers = [...ANSWERS];
    answers[9] = '2027-02-30'; // start, refused on the spot
    answers.splice(10, 0, '2027-02-03');
    answers[11] = '2027-02-01'; // end, found by the rules afterwards
    const { host, code } = await reader().run('new event', {
      terminal: true,
      answers: [...answers, '2027-02-04', false],
    });
    expect(code).toBe(0);
    const asked = host.questions.map(({ question }) => question);
    expect(asked).toContainEqual(expect.stringMatching(/^! must be a real day/));
    expect(asked.filter((question) => question.startsWith('end'))).toHaveLength(2);
    expect(host.out).toContain("end: '2027-02-04'");
  });

  test('does not ask for what --set has given', async () => {
    const { host } = await reader().run(['new', 'event', ...asSet(SET)], {
      terminal: true,
      answers: ['', '', '', '', '', '', '', '', '', '', '', false],
    });
    expect(host.questions.map(({ question }) => question)).not.toContain('name');
    expect(host.out).toContain('id: our-united-ml-day-2027');
  });

  test.each([
    { line: '', isAsked: false },
    { line: '--all', isAsked: true },
  ])('of a term asks what comes first under it only with --all: "$line"', async ({ line, isAsked }) => {
    const given = { name: 'Our term', summary: 'Words.', topic: 'monitoring', definition: 'It is a term. It is ours.' };
    const sets = Object.entries(given).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
    const { host } = await reader().run(['new', 'term', ...sets, ...line.split(' ').filter(Boolean)], {
      terminal: true,
      answers: [...Array.from({ length: 20 }, () => ''), false],
    });
    const asked = host.questions.map(({ question }) => question.split(' ')[0]);
    expect(asked).toContain('url');
    expect({ leading: asked.includes('leading'), further: asked.includes('further') }).toEqual({
      leading: isAsked,
      further: isAsked,
    });
  });
});

describe('edit', () => {
  const withEditor = (change: (text: string) => string, isFine = true): FakeHostOptions => ({
    runEditor: (_, path) => {
      writeFileSync(path, change(readFileSync(path, 'utf8')));
      return isFine;
    },
  });

  test('an own entry is changed where it stands, comments and all', async () => {
    const { run, read } = reader(`# mine\n${OURS.replace('We meet.', 'We meet. # yes')}`);
    const ran = await run(
      'edit our-united-ml-day-2027',
      withEditor((text) => text.replace('meetup', 'workshop')),
    );
    expect(ran.code).toBe(0);
    expect(read()).toBe(`# mine\n${OURS.replace('We meet.', 'We meet. # yes').replace('meetup', 'workshop')}`);
  });

  test('a bundled entry gets one of the own over it', async () => {
    const { run, read } = reader();
    await run(
      'edit mlops-day-2026',
      withEditor((text) => text.replace(/name: .*/, 'name: MLOps Day, moved')),
    );
    expect(read()).toContain('- id: mlops-day-2026');
    expect((await run('show mlops-day-2026')).out).toMatch(/^MLOps Day, moved\n/);
  });

  test('another day raises its sequence, so that calendars take it', async () => {
    const { run, read } = reader(OURS);
    const { err } = await run(
      'edit our-united-ml-day-2027',
      withEditor((text) => text.replace('2027-02-03', '2027-02-10')),
    );
    expect(err).toMatch(/^Its sequence is one higher/);
    expect(read()).toBe(`${OURS.replace('2027-02-03', '2027-02-10')}  sequence: 1\n`);
    const { out } = await run('export-ics our-united-ml-day-2027');
    expect(out).toMatch(/SEQUENCE:1\r\nDTSTART;VALUE=DATE:20270210\r\n/);
  });

  test('nothing changed, nothing written', async () => {
    const { run, events } = reader();
    expect(
      (
        await run(
          'edit mlops-day-2026',
          withEditor((text) => text),
        )
      ).err,
    ).toContain('unchanged');
    expect(existsSync(events)).toBe(false);
  });

  test.each([
    ['what is not sound', (text: string) => text.replace(/start: .*/, 'start: soon'), 'start: must be a real day'],
    ['another id', (text: string) => text.replace(/id: .*/, 'id: other'), 'ids are for ever'],
    ['a second entry', (text: string) => `${text}${text.replace(/id: .*/, 'id: other')}`, 'ids are for ever'],
    ['nothing', () => '', 'ids are for ever'],
  ])('%s is not taken, and kept as a draft that the next edit goes on with', async (_, change, says) => {
    const { run, events, folder } = reader();
    const ran = await run('edit mlops-day-2026', withEditor(change));
    expect(ran.code).toBe(4);
    expect(ran.err).toContain(says);
    expect(existsSync(events)).toBe(false);
    const draft = join(folder, 'cache', 'drafts', 'mlops-day-2026.yaml');
    expect(ran.err).toContain(draft);
    const again = await run('edit mlops-day-2026', withEditor(change));
    expect(again.err).toContain(`Going on with what was written before: ${draft}`);
  });

  test.each([
    ['page', 'url: https://example.org/day', 'url: is the page of "our-united-ml-day-2027" already'],
    ['name', 'aliases: [our Ünïted ml day 2027]', 'aliases.0: "our Ünïted ml day 2027" names'],
  ])('the %s of another own entry is not taken: one of the two would be left out', async (_, taken, says) => {
    const { run, read } = reader(OURS);
    const ran = await run(
      'edit mlops-day-2027',
      withEditor((text) => `${text.trimEnd()}\n  ${taken}\n`),
    );
    expect(ran.code).toBe(4);
    expect(ran.err).toContain(says);
    expect(read()).toBe(OURS);
  });

  test('what is wrong in other own entries is no reason to refuse, nor that it stands there itself', async () => {
    const broken = `${OURS}\n- id: broken\n  kind: site\n`;
    const { run, read } = reader(broken);
    const ran = await run(
      'edit our-united-ml-day-2027',
      withEditor((text) => text.replace('We meet.', 'We talk.')),
    );
    expect(ran.code).toBe(0);
    expect(read()).toBe(broken.replace('We meet.', 'We talk.'));
  });

  test('an empty VISUAL is one that is not set', async () => {
    const { run, env } = reader(OURS);
    let opened = '';
    const runEditor = (editor: string): boolean => {
      opened = editor;
      return true;
    };
    await run('edit our-united-ml-day-2027', { runEditor, env: { ...env, VISUAL: '' } });
    expect(opened).toBe('ed');
  });

  test('a person may open it again', async () => {
    const { run, read } = reader();
    let times = 0;
    const editor = withEditor((text) =>
      times++ === 0 ? text.replace(/start: .*/, 'start: soon') : text.replace('start: soon', "start: '2026-11-02'"),
    );
    const { code, err } = await run('edit mlops-day-2026', { ...editor, terminal: true, answers: [true] });
    expect(err).toContain('start: must be a real day');
    expect({ code, times }).toEqual({ code: 0, times: 2 });
    expect(read()).toContain("start: '2026-11-02'");
  });

  test.each([
    ['an editor that fails', withEditor((text) => text, false), 1, 'ended with an error'],
    ['no editor', { env: { MLOPS_GUIDE_DATA_DIR: '/nowhere' } }, 1, 'no editor is set'],
  ])('%s', async (_, options, code, says) => {
    const ran = await reader().run('edit mlops-day-2026', options);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toContain(says);
  });

  test('an id that is not there: exit 3', async () => {
    expect((await reader().run('edit nope-nope-nope')).code).toBe(3);
  });
});

describe('new -o', () => {
  const written = (output: string) => reader().run(['new', 'event', ...asSet(SET), '-o', output]);

  test('- is what stands there anyway', async () => {
    for (const output of ['-', '/dev/stdout']) {
      const { code, out, err } = await written(output);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain('id: our-united-ml-day-2027');
    }
  });

  test.each([
    { name: 'a device', at: () => aDevice('null'), code: 1, says: '/null is no file: entries are kept in files.' },
    { name: 'a folder', at: aFolder, code: 1, says: ' is a folder: entries are kept in files.' },
    { name: 'no name', at: () => '', code: 2, says: '-o needs a file name.' },
    { name: 'no YAML', at: () => aFile('a: ['), code: 4, says: '.yaml is no YAML: ' },
    { name: 'no list', at: () => aFile('just words'), code: 4, says: '.yaml is no list of entries, each after a dash' },
  ])('$name is refused', async ({ at, code, says }) => {
    const ran = await written(at());
    expect(ran.code).toBe(code);
    const [first, second, ...rest] = ran.err.trimEnd().split('\n');
    expect(first).toContain(says);
    expect(second).toMatch(/^ {2}\S/);
    expect(rest).toEqual([]);
  });

  test.each([
    { name: 'its id', more: {}, line: (file: string) => `id: is the id of an entry of ${file} already` },
    {
      name: 'its page',
      more: { name: 'Another' },
      line: () => 'url: is the page of "our-united-ml-day-2027" already',
    },
    {
      name: 'its name, as an alias',
      more: { name: 'Another', url: undefined, aliases: 'our ünïted ml day 2027' },
      line: () => 'aliases.0: "our ünïted ml day 2027" names "our-united-ml-day-2027" already',
    },
    {
      name: 'its alias, as a name',
      more: { name: 'The Day', url: undefined },
      line: (file: string) => `${file}:16:13 our-united-ml-day-2027 aliases.0: "the day" names "the-day" already`,
    },
  ])('$name in that file is refused, and the file stays as it is', async ({ more, line }) => {
    const before = `${OURS}  aliases: [the day]\n`;
    const file = aFile(before);
    const ran = await reader().run(['new', 'event', ...asSet({ ...SET, ...more }), '-o', file]);
    expect(ran).toMatchObject({ code: 4, out: '' });
    expect(ran.err).toContain(`this event cannot be taken:\n  ${line(file)}\n`);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('what was wrong with that file before is no reason to refuse', async () => {
    const file = aFile(OURS.replace('monitoring', 'montoring'));
    const ran = await reader().run(['new', 'event', ...asSet({ ...SET, name: 'Another', url: undefined }), '-o', file]);
    expect(ran).toMatchObject({ code: 0, err: `Written to ${file}\n` });
  });

  test('with the file as catalogue, edit is no way out', async () => {
    const file = aFile(OURS);
    const ran = await reader().run(['new', 'event', ...asSet(SET), '-o', file, '--catalogue', file]);
    expect(ran).toMatchObject({ code: 4, out: '' });
    expect(ran.err).toContain(`  id: is the id of an entry of ${file} already\n`);
  });

  test('an entry beside such a file may refer to what the bundled catalogue has, as validate lets it', async () => {
    const file = aFile(OURS.replaceAll('our-united', 'other').replace('/day', '/other'));
    const line = ['new', 'event', ...asSet({ ...SET, series: 'mlops-day' }), '-o', file, '--catalogue', file];
    expect(await reader().run(line)).toMatchObject({ code: 0 });
    expect((await reader().run(['validate', file])).code).toBe(0);
  });

  test('an id that came into the file meanwhile is refused', async () => {
    const file = aFile('');
    const disk = createDisk(() => Date.parse(NOW));
    const late: typeof disk.locked = (path, action) => {
      writeFileSync(file, OURS);
      return disk.locked(path, action);
    };
    const ran = await reader().run(['new', 'event', ...asSet(SET), '-o', file], { disk: { ...disk, locked: late } });
    expect(ran.code).toBe(4);
    expectTwoLines(ran.err, `${file} has the id "our-united-ml-day-2027" by now.`, '--id');
    expect(readFileSync(file, 'utf8')).toBe(OURS);
  });

  function aFile(content: string): string {
    const path = join(aFolder(), 'mine.yaml');
    writeFileSync(path, content);
    return path;
  }
});
