import type { CommandSpec } from './command-spec';
import { DEADLINE_OPTIONS, FILTER_OPTIONS, KIND_OPTION, LIMIT_OPTION, SORT_OPTIONS, TOPIC_OPTION } from './options';

export type { Action, CommandSpec } from './command-spec';

export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'upcoming',
    about: 'what is on: events that have not ended, for three months ahead',
    options: [
      KIND_OPTION,
      ...FILTER_OPTIONS,
      { name: 'no-recurring', about: 'without what is only expected by the rule of its series' },
      { name: 'series-without-date', about: 'instead, series of which no next date is announced' },
      { name: 'timeline', about: 'bars on one time axis instead of a table, from today on unless all are far ahead' },
      { name: 'clashes', about: 'groups of events that overlap in time' },
      { name: 'avoid', value: 'file', many: true, about: 'mark what collides with this calendar file of yours' },
      { name: 'hide-clashes', about: 'with --avoid: leave that out' },
      ...SORT_OPTIONS,
      LIMIT_OPTION,
    ],
    examples: [
      ['upcoming --online', 'what can be attended from home'],
      ['upcoming --timeline --relevance core', 'how events lie beside one another'],
      ['upcoming --within 12mo --topic llmops --relevance core', 'a year ahead, one topic, only events about MLOps'],
    ],
  },
  {
    name: 'deadlines',
    alias: 'due',
    about: 'what closes next, soonest first: calls for papers and other dates of events',
    options: [...DEADLINE_OPTIONS, ...SORT_OPTIONS, LIMIT_OPTION],
    examples: [
      ['deadlines --within 6w', 'what closes in the next six weeks'],
      ['due --milestone cfp,abstract,paper --topic llmops', 'calls for papers on one topic'],
      ['due --one-line', 'the next one on one short line, for a prompt or a status bar'],
      ['due --within 3d --fail-within 3d', 'for cron: exit code 10 when something closes within three days'],
    ],
  },
  {
    name: 'calendar',
    args: '[month]',
    about: 'a month as a grid, events and deadlines in it; the present one, or YYYY-MM',
    options: [
      KIND_OPTION,
      ...FILTER_OPTIONS,
      { name: 'what', value: 'which', about: 'events, deadlines or all (the default)' },
      { name: 'months', value: 'count', about: 'so many months' },
      { name: 'week-start', value: 'day', about: 'weekday of the first column: monday (the default), sunday, …' },
      { name: 'no-recurring', about: 'leave out series that are expected by their rule' },
      ...SORT_OPTIONS,
      LIMIT_OPTION,
    ],
    examples: [
      ['calendar 2027-03 --relevance core', 'one month, only what is about MLOps'],
      ['calendar --months 3 --week-start sunday', 'this month and two more'],
    ],
  },
  {
    name: 'list',
    args: '[kinds...]',
    about: 'entries of one or more kinds, filtered',
    options: [KIND_OPTION, ...FILTER_OPTIONS, ...SORT_OPTIONS, LIMIT_OPTION],
    examples: [
      ['list books --topic model-monitoring', 'books on one topic'],
      ['list courses --cost free --level beginner', 'where to start without paying'],
    ],
  },
  {
    name: 'search',
    args: '<words...>',
    about: 'full text over everything, best match first',
    options: [
      KIND_OPTION,
      ...FILTER_OPTIONS,
      LIMIT_OPTION,
      { name: 'literal', about: 'take words such as free, podcasts or berlin for words only' },
      { name: 'explain', about: 'say how the question was read and what each score is made of' },
    ],
    examples: [
      [
        'search free kubernetes course for beginners',
        'words for kind, cost, level, place and time put what fits first',
      ],
      ['search feature store kind:book,podcast year:2020..', 'filters inside the question, in any order'],
      ['search model registry -kubernetes', 'a word that must not be there; "quotes" keep words together'],
      ['search 模型监控', 'Chinese works too'],
    ],
  },
  {
    name: 'show',
    args: '<ids...>',
    about: 'one entry in full: facts, deadlines, sources, related entries',
    options: [],
    examples: [['show designing-machine-learning-systems', 'an entry by id; a name works too']],
  },
  {
    name: 'topics',
    args: '[id]',
    about: 'the map of MLOps; with an id: what it means and where to start',
    options: [],
    examples: [['topics model-monitoring', 'a topic, its terms and its best entries']],
  },
  {
    name: 'export-ics',
    args: '[ids...]',
    about: 'events as a calendar file',
    options: [
      ...FILTER_OPTIONS,
      { name: 'what', value: 'which', about: 'events (the default), deadlines or all' },
      { name: 'as', value: 'form', about: 'deadlines as vevent (the default) or as tasks, vtodo' },
      { name: 'no-recurring', about: 'without the patterns of recurring series' },
      { name: 'output', short: 'o', value: 'file', about: 'write to this file; - for stdout' },
      { name: 'split', about: 'one file for each entry, into the folder that -o names' },
      {
        name: 'merge',
        value: 'file',
        about: 'update the entries of an earlier export in this file, leaving others alone',
      },
      { name: 'force', about: 'overwrite, or merge into, a file that this program did not make' },
      { name: 'alarm', value: 'spans', many: true, about: 'remind so long before, such as 7d,1d' },
      { name: 'name', value: 'text', about: 'what calendars call it' },
      { name: 'past', value: 'span', about: 'also what ended within this span, such as 30d' },
      ...SORT_OPTIONS,
      LIMIT_OPTION,
    ],
    examples: [
      ['export-ics --within 6mo -o mlops.ics', 'half a year of events'],
      ['export-ics --what deadlines --alarm 7d,1d', 'calls for papers, with reminders'],
      ['export-ics --what all --merge mlops.ics', 'the same file again, brought up to date in place'],
    ],
  },
  {
    name: 'open',
    args: '<id>',
    about: 'its page in the browser, or the address where there is no browser',
    options: [{ name: 'print', about: 'only print the address' }],
    examples: [['open mlops-world', 'the page of an entry']],
  },
  {
    name: 'validate',
    args: '[paths...]',
    about: 'checks catalogue files; without a path, the catalogue in use',
    options: [],
    examples: [['validate my-events.yaml', 'every problem as file:line:column id field: what is wrong']],
  },
  {
    name: 'new',
    args: '<kind>',
    about: 'asks for an entry of your own and writes it; in scripts, each field is a flag',
    takesFields: true,
    options: [
      {
        name: 'set',
        value: 'key=value',
        many: true,
        about: 'a field, such as name="Our MLOps day"; again for the next; or as a flag: --name "Our MLOps day"',
      },
      { name: 'all', about: 'ask for the rarer fields too' },
      { name: 'write', about: 'write it without asking' },
      { name: 'output', short: 'o', value: 'file', about: 'write to this file instead of your own catalogue' },
    ],
    examples: [
      ['new event', 'asks for each field, and writes the entry among your own'],
      [
        'new site --name Docs --summary "How we work." --topics team-culture --sources "{ref: our wiki, verified: 2026-11-20}" --write',
        'the same from a script',
      ],
    ],
  },
  {
    name: 'edit',
    args: '<id>',
    about: 'opens an entry in $EDITOR, checks it, and keeps it among your own',
    options: [],
    examples: [['edit mlops-world', 'correct a bundled entry for yourself']],
  },
  {
    name: 'schema',
    args: '[which]',
    about: 'JSON Schema of catalogue files (catalogue), of one kind, or of what --json prints (output, deadlines)',
    options: [],
    examples: [['schema catalogue > catalogue.schema.json', 'for an editor that checks YAML as you type']],
  },
  {
    name: 'sources',
    args: '[words...]',
    about: 'where newer data come from: list, add <address|path>, remove, enable, disable or show <name>',
    options: [
      { name: 'type', value: 'types', many: true, about: 'what it must be, instead of told by its content' },
      { name: 'topic', value: 'ids', many: true, about: 'topics of the events that it brings' },
      { name: 'name', value: 'text', about: 'what to call it' },
      { name: 'filter', value: 'which', about: 'mlops: only what an MLOps engineer would go to; none (the default)' },
      { name: 'mirror', value: 'address', about: 'read a list that comes with the program from here instead' },
    ],
    examples: [
      ['sources', 'what there is, what is on, and its licence'],
      ['sources enable conference-data', 'conferences from a public list, with the next update'],
    ],
  },
  {
    name: 'update',
    args: '[names...]',
    about: 'reads the sources that are enabled, or these; keeps the last good state of each',
    options: [
      { name: 'check', about: 'only say which sources have something new' },
      { name: 'dry-run', about: 'read and compare, but keep nothing' },
      {
        name: 'feeds',
        about: 'read the feeds of podcasts, newsletters and sites instead, for latest; with ids, only theirs',
      },
      { name: 'rollback', about: 'go back to the state before the last update that changed something' },
    ],
    examples: [['update', 'what came in, was moved or cancelled, and what was left out and why']],
  },
  {
    name: 'latest',
    args: '[words...]',
    about:
      'newest episodes and issues of podcasts and newsletters, as update --feeds read them; with words, only these',
    options: [
      { name: 'since', value: 'when', about: 'since this day, YYYY-MM-DD, or within this span, such as 14d' },
      KIND_OPTION,
      TOPIC_OPTION,
      LIMIT_OPTION,
    ],
    examples: [
      ['latest --kind podcast --since 14d', 'what to hear this week'],
      ['latest feature store', 'episodes and issues with these words'],
    ],
  },
  {
    name: 'changes',
    args: '[ids...]',
    about: 'what came in, was moved, extended, cancelled or retired, newest first; with ids, only of these',
    options: [
      {
        name: 'since',
        value: 'when',
        about: 'since this day, YYYY-MM-DD, or within this span, such as 14d (30d when left out)',
      },
      {
        name: 'change',
        value: 'which',
        many: true,
        about: 'only added, moved, extended, cancelled, retired or disputed',
      },
      KIND_OPTION,
      TOPIC_OPTION,
      LIMIT_OPTION,
    ],
    examples: [
      ['changes --since 14d', 'what is different from two weeks ago'],
      ['changes --change moved,cancelled --format atom > changes.atom', 'for a feed reader'],
    ],
  },
  {
    name: 'check-links',
    args: '[ids...]',
    about: 'asks politely whether the addresses of entries still lead somewhere; goes on where it was stopped',
    options: [
      KIND_OPTION,
      ...FILTER_OPTIONS,
      { name: 'sources', about: 'also the addresses at which facts were read' },
      { name: 'again', about: 'also what was checked today already' },
      { name: 'known', about: 'ask nobody, only tell what is known' },
      { name: 'all', about: 'tell of links that are well, too' },
      { name: 'edits', about: 'print new addresses of what has moved: entry, field, old, new' },
      { name: 'overlay', about: 'print these entries with their new addresses, as YAML for your own catalogue' },
      { name: 'output', short: 'o', value: 'file', about: 'write to this file: .json, .tsv, .csv, .md, .yaml, .txt' },
      { name: 'force', about: 'overwrite the file' },
      LIMIT_OPTION,
    ],
    examples: [
      ['check-links --kind tool', 'which pages of tools are gone or have moved'],
      ['check-links --known --edits', 'what to change, from what was found before'],
    ],
  },
];

export function commandNamed(name: string): CommandSpec | undefined {
  return COMMANDS.find((command) => command.name === name || command.alias === name);
}
