/** What a site's robots.txt says to this program (RFC 9309). */
export interface Robots {
  /** @param path path and query of an address */
  allows(path: string): boolean;
  /** Seconds between two requests that the site asks for; no part of the RFC, but heeded all the same. */
  readonly delay: number | undefined;
}

/** RFC 9309, 2.5: at least so much of it has to be read. */
export const MOST_ROBOTS_BYTES = 512 * 1024;
const LONGEST_LINE = 2000;

interface Rule {
  readonly isAllowed: boolean;
  readonly pattern: string;
}

interface Group {
  readonly agents: string[];
  readonly rules: Rule[];
  delay: number | undefined;
}

/**
 * Reads a robots.txt. The groups that name the program count, else those for everybody; of the rules that fit a path the
 * longest decides, and of equal ones the kinder.
 * @param agent the program's product token, lower case
 */
export function readRobots(text: string, agent: string): Robots {
  const groups = groupsIn(text);
  const own = groups.filter(({ agents }) => agents.includes(agent));
  const chosen = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'));
  const rules = chosen.flatMap((group) => group.rules);
  return {
    allows(path) {
      // The file itself may always be read.
      if (path === '/robots.txt') return true;
      let best: Rule | undefined;
      for (const rule of rules) {
        if (!fits(rule.pattern, path)) continue;
        const isLonger = best === undefined || rule.pattern.length > best.pattern.length;
        if (isLonger || (rule.pattern.length === best?.pattern.length && rule.isAllowed)) best = rule;
      }
      return best?.isAllowed ?? true;
    },
    delay: chosen.map(({ delay }) => delay).find((delay) => delay !== undefined),
  };
}

function groupsIn(text: string): Group[] {
  const groups: Group[] = [];
  let isHead = false;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)) {
    const [words = ''] = line.slice(0, LONGEST_LINE).split('#');
    const colon = words.indexOf(':');
    const name = words.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const value = words.slice(colon + 1).trim();
    if (name === 'user-agent') {
      if (!isHead) groups.push({ agents: [], rules: [], delay: undefined });
      isHead = true;
      groups.at(-1)?.agents.push(value.toLowerCase());
      continue;
    }
    const group = groups.at(-1);
    if (!group || !['allow', 'disallow', 'crawl-delay'].includes(name)) continue;
    isHead = false;
    if (name === 'crawl-delay') {
      if (/^\d{1,5}(\.\d+)?$/.test(value)) group.delay = Number(value);
    } else if (value !== '') group.rules.push({ isAllowed: name === 'allow', pattern: plain(value) });
  }
  return groups;
}

/** `*` is any text, `$` at the end is the end; all else stands for itself, from the start of the path. */
function fits(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const [first = '', ...rest] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  const target = plain(path);
  if (!target.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of rest.entries()) {
    // The last piece of a whole pattern must stand at the very end.
    if (isWhole && index === rest.length - 1) return target.length - part.length >= at && target.endsWith(part);
    const found = target.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return !isWhole || at === target.length;
}

/** One spelling of characters that may be written with `%` or without. */
function plain(path: string): string {
  try {
    return decodeURI(path).normalize();
  } catch {
    return path;
  }
}
