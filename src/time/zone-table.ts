/** Where the rules of zones come from, each as `packRules` writes them. */
export interface ZoneSource {
  /** Version of the tz database: `2026f`. */
  readonly version: string;
  /** Rules of a zone; undefined for a name that it does not have. */
  rules(zone: string): string | undefined;
  /** Of all zones, in no order. */
  names(): readonly string[];
}

/** The rules of all zones, as `scripts/compile-zones.ts` makes them. They hold for 1990 to 2037. */
export interface ZoneTable extends ZoneSource {
  /** Name → rules. */
  readonly zones: Readonly<Record<string, string>>;
  /** Name → the key of `zones` that has had the same rules since 1990, not only tzdata's own links. */
  readonly links: Readonly<Record<string, string>>;
}

/**
 * The table as a file: the version, then a line for each name with its rules. Whose rules end like those of another name
 * has what comes before that, `=`, that name and how many characters they share: most of Europe does what one of it does,
 * and that is half of the table. `=` and a name: all is shared.
 */
export function zoneText({ version, zones, links }: Pick<ZoneTable, 'version' | 'zones' | 'links'>): string {
  const whole: (readonly [name: string, rules: string])[] = [];
  const lines = Object.entries(zones).map(([name, rules]) => {
    const [like, shared] = mostShared(rules, whole);
    const short = `${rules.slice(0, rules.length - shared)}=${like} ${shared}`;
    if (short.length < rules.length) return `${name}\t${short}`;
    whole.push([name, rules]);
    return `${name}\t${rules}`;
  });
  const same = Object.entries(links).map(([name, target]) => `${name}\t=${target}`);
  return `${[version, ...lines, ...same].join('\n')}\n`;
}

/** The first of the names whose rules share the longest end with these, and the length of that. */
function mostShared(
  rules: string,
  others: readonly (readonly [name: string, rules: string])[],
): readonly [name: string, length: number] {
  let best: readonly [string, number] = ['', 0];
  for (const [name, other] of others) {
    let length = 0;
    while (length < rules.length && rules.at(-1 - length) === other.at(-1 - length)) length += 1;
    if (length > best[1]) best = [name, length];
  }
  return best;
}

/** Reads such a file line by line as names are asked for: a start needs a zone or two of six hundred. */
export function zoneSource(file: Buffer): ZoneSource {
  const text = (start: number, end: number): string => file.toString('latin1', start, end);
  const rules = (zone: string): string | undefined => {
    const key = `\n${zone}\t`;
    const at = file.indexOf(key, 0, 'latin1');
    if (at === -1) return undefined;
    const [own = '', like] = text(at + key.length, file.indexOf('\n', at + 1)).split('=');
    if (like === undefined) return own;
    const [name = '', shared] = like.split(' ');
    const others = rules(name);
    return shared === undefined ? others : others && own + others.slice(-Number(shared));
  };
  return {
    version: text(0, file.indexOf('\n')),
    rules,
    names: () => text(0, file.length).match(/^[^\t\n]+(?=\t)/gm) ?? [],
  };
}
