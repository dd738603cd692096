import { cleanText } from '../catalogue/clean';
import type { Context } from '../context';
import { counted } from '../counted';
import type { Field } from '../render/formats';
import type { Column } from '../render/table';
import type { SourceState } from '../sources/fetched';
import { WHYS, type LeftOut } from '../sources/reading';
import type { Source } from '../sources/source';
import type { Account } from '../sources/told';

/** A source and its last good state. */
export interface Status {
  readonly source: Source;
  readonly state: SourceState | undefined;
  readonly account: Account;
}

/** A source as scripts get it: with each record that was left out, and why. */
export function sourceRecord(status: Status): Readonly<Record<string, Value | readonly LeftOut[]>> {
  return { ...sourceFacts(status), leftOut: status.account.leftOut };
}

type Value = string | number | boolean | null | readonly string[];

function sourceFacts({ source, state, account }: Status): Readonly<Record<string, Value>> {
  const { name, isEnabled, type, filter, topics, licence, location } = source;
  const files = state?.files;
  const types = [...new Set(files?.map((file) => file.type))];
  return {
    name,
    enabled: isEnabled,
    type: type ?? (types.length > 0 ? types.join(',') : null),
    filter,
    ...(topics ? { topics } : {}),
    licence: licence ?? null,
    location,
    files: source.files.length,
    read:
      files
        ?.map(({ checked }) => checked)
        .sort()
        .at(-1) ?? null,
    records: account.records,
    taken: account.taken,
  };
}

const KEYS = [
  'name',
  'enabled',
  'type',
  'filter',
  'read',
  'records',
  'taken',
  'leftOut',
  'files',
  'licence',
  'location',
] as const;
const valueOf = (status: Status, key: string): string => {
  if (key === 'leftOut') return String(status.account.leftOut.length);
  const value = sourceFacts(status)[key];
  return value === null || value === undefined ? '' : String(value);
};
export const SOURCE_FIELDS: readonly Field<Status>[] = KEYS.map((key) => ({
  key,
  value: (status) => valueOf(status, key),
}));
export const SOURCE_COLUMNS: readonly Column<Status>[] = [
  { head: 'name', show: ({ source }) => source.name, min: 12 },
  { head: 'state', show: ({ source }) => (source.isEnabled ? 'on' : 'off') },
  { head: 'type', show: (status) => valueOf(status, 'type'), min: 8, drop: 4 },
  { head: 'read', show: (status) => valueOf(status, 'read'), drop: 5 },
  { head: 'taken', show: (status) => (status.state ? valueOf(status, 'taken') : ''), drop: 6 },
  { head: 'left out', show: (status) => (status.state ? valueOf(status, 'leftOut') : ''), drop: 3 },
  // Whose it is stands on its page.
  { head: 'licence', show: ({ source }) => source.licence?.split(',')[0] ?? 'not known', min: 6, drop: 2 },
  { head: 'what', show: ({ source }) => (source.isReadyMade ? source.about : source.location), min: 16, drop: 1 },
];

/** What a person wants to know of a source: where it is, what came of it, and each record that was left out, with why. */
export function sourcePage(status: Status, { style }: Pick<Context, 'style'>): string {
  const { source, state, account } = status;
  const rows: (readonly [string, string])[] = [
    ['state', source.isEnabled ? 'on' : 'off'],
    ['what', source.about],
    ['type', valueOf(status, 'type') || 'told by the content when it is read'],
    ['licence', source.licence ?? 'not known: look at its page before you copy more than facts'],
    [
      'filter',
      source.filter === 'mlops'
        ? 'mlops: what an MLOps engineer would go to (docs/sources.md)'
        : 'none: everything is taken',
    ],
    ['location', source.location],
    ['read', valueOf(status, 'read') || 'never'],
    [
      'records',
      `${valueOf(status, 'records')}, ${valueOf(status, 'taken')} taken, ${valueOf(status, 'leftOut')} left out`,
    ],
  ];
  const files = (state?.files ?? []).map(
    (file) =>
      `  ${cleanText(file.location)}: ${counted(file.records, 'record', 'records')}, read ${file.read}, the same on ${file.checked}`,
  );
  const reasons = WHYS.flatMap((why) => {
    const of = account.leftOut.filter((one) => one.why === why);
    return of.length === 0
      ? []
      : [
          '',
          style.bold(`left out, ${why}: ${of.length}`),
          ...of.map(({ record: name, what }) => `  ${cleanText(what === undefined ? name : `${name}: ${what}`)}`),
        ];
  });
  const lines = rows.map(([label, value]) => `${style.cyan(label.padEnd(10))}${cleanText(value)}`);
  return [
    style.bold(source.name),
    ...lines,
    ...(files.length > 0 ? ['', style.bold('files'), ...files] : []),
    ...reasons,
  ].join('\n');
}
