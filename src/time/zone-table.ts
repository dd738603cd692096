/** Where the rules of zones come from, each as `packRules` writes them. */
export interface ZoneSource {
  /** Version of the tz database: `2026f`. */
  readonly version: string;
  /** Rules of a zone; undefined for a name that it does not have. */
  rules(zone: string): string | undefined;
}

/** The rules of all zones, as `scripts/compile-zones.ts` makes them. They hold for 1990 to 2037. */
export interface ZoneTable extends ZoneSource {
  /** Name → rules. */
  readonly zones: Readonly<Record<string, string>>;
  /** Name → the key of `zones` that has had the same rules since 1990, not only tzdata's own links. */
  readonly links: Readonly<Record<string, string>>;
}

/** The table as a file: the version, then a line for each name with its rules, or `=` and the name that has the same. */
export function zoneText({ version, zones, links }: Omit<ZoneTable, 'rules'>): string {
  const lines = [
    ...Object.entries(zones).map(([name, rules]) => `${name}\t${rules}`),
    ...Object.entries(links).map(([name, target]) => `${name}\t=${target}`),
  ];
  return `${[version, ...lines].join('\n')}\n`;
}

/** Reads such a file line by line as names are asked for: a start needs a zone or two of six hundred. */
export function zoneSource(file: Buffer): ZoneSource {
  const text = (start: number, end: number): string => file.toString('latin1', start, end);
  const rules = (zone: string): string | undefined => {
    const key = `\n${zone}\t`;
    const at = file.indexOf(key, 0, 'latin1');
    if (at === -1) return undefined;
    const value = text(at + key.length, file.indexOf('\n', at + 1));
    return value.startsWith('=') ? rules(value.slice(1)) : value;
  };
  return { version: text(0, file.indexOf('\n')), rules };
}
