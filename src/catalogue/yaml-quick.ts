/**
 * Reads the plain YAML that catalogue files are mostly written in, thirty times as fast as a whole parser: block
 * mappings and lists, texts and numbers on one line, short lists in brackets.
 * Blanks are spaces alone: a no-break or ideographic one is part of a text (YAML 1.2.2, 5.5).
 * @returns undefined for anything else, mistakes included: that is for the whole parser. What it does read, means the
 * same there (YAML 1.2, core schema)
 */
export function quickYaml(text: string): { readonly value: unknown } | undefined {
  if (/[\0-\x09\x0b-\x1f\x7f\ufeff]/.test(text)) return undefined;
  const lines: Line[] = [];
  for (const line of text.split('\n')) {
    const trimmed = line.replace(/^ +/, '');
    if (trimmed !== '' && !trimmed.startsWith('#')) lines.push({ indent: line.length - trimmed.length, text: trimmed });
  }
  if (lines.length === 0) return undefined;
  const reader = new Reader(lines);
  try {
    return { value: reader.whole() };
  } catch (error) {
    if (error === TOO_MUCH) return undefined;
    throw error;
  }
}

interface Line {
  readonly indent: number;
  /** Without its indent. */
  readonly text: string;
}

/** Thrown at the first thing that is not plain; nobody outside sees it. */
const TOO_MUCH = new Error('no plain YAML');

/** A key that is a word, and not one that means nothing or yes or no. */
const KEY = /^(?!(?:null|true|false):)([A-Za-z][A-Za-z0-9_-]*):(?: +(.*))?$/i;

class Reader {
  private at = 0;
  constructor(private readonly lines: Line[]) {}

  whole(): unknown {
    const value = this.node();
    if (this.at < this.lines.length) throw TOO_MUCH;
    return value;
  }

  private node(): unknown {
    const line = this.lines[this.at];
    if (!line) throw TOO_MUCH;
    return isItem(line.text) ? this.list(line.indent) : this.mapping(line.indent);
  }

  private list(indent: number): unknown[] {
    const items: unknown[] = [];
    for (let line = this.lines[this.at]; line?.indent === indent && isItem(line.text); line = this.lines[this.at]) {
      const rest = line.text.slice(1).replace(/^ +/, '');
      if (rest === '') {
        this.at += 1;
        items.push(this.inside(indent));
      } else if (KEY.test(rest)) {
        // The first key of a mapping stands behind the dash; the others stand below it.
        const within = indent + line.text.length - rest.length;
        this.lines[this.at] = { indent: within, text: rest };
        items.push(this.mapping(within));
      } else {
        this.at += 1;
        items.push(onOneLine(rest));
      }
    }
    this.atMost(indent);
    return items;
  }

  private mapping(indent: number): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    for (let line = this.lines[this.at]; line?.indent === indent && !isItem(line.text); line = this.lines[this.at]) {
      const [, key, rest = ''] = KEY.exec(line.text) ?? [];
      if (key === undefined || Object.hasOwn(value, key)) throw TOO_MUCH;
      this.at += 1;
      if (rest !== '') value[key] = onOneLine(rest);
      // A list may stand as far left as its key.
      else value[key] = this.isListAt(indent) ? this.list(indent) : this.inside(indent);
    }
    this.atMost(indent);
    return value;
  }

  private isListAt(indent: number): boolean {
    const line = this.lines[this.at];
    return line?.indent === indent && isItem(line.text);
  }

  /** What stands further right. */
  private inside(indent: number): unknown {
    const line = this.lines[this.at];
    if (!line || line.indent <= indent) throw TOO_MUCH;
    return this.node();
  }

  /** A line further right would go on with the text before it. */
  private atMost(indent: number): void {
    const line = this.lines[this.at];
    if (line && line.indent > indent) throw TOO_MUCH;
  }
}

const isItem = (text: string): boolean => text === '-' || text.startsWith('- ');

function onOneLine(text: string): unknown {
  const trimmed = text.replace(/ +$/, '');
  const [, single] = /^'((?:[^']|'')*)'$/.exec(trimmed) ?? [];
  if (single !== undefined) return single.replaceAll("''", "'");
  const [, double] = /^"([^"\\]*)"$/.exec(trimmed) ?? [];
  if (double !== undefined) return double;
  const [, listed] = /^\[([^[\]{}'"#:]+)\]$/.exec(trimmed) ?? [];
  if (listed !== undefined) return listed.split(',').map((item) => plain(item.replace(/^ +| +$/g, '')));
  return plain(trimmed);
}

function plain(text: string): unknown {
  if (/^(0|[1-9]\d{0,14})(\.\d{1,9})?$/.test(text)) return Number(text);
  if (/^\d{4}-\d\d(-\d\d(T\d\d:\d\d)?)?$/.test(text)) return text;
  // Indicators and what a number may begin with are left to the whole parser; no number has a blank in it.
  if (!/^([A-Za-z\u00c0-\u1fff\u3040-\ud7a3]|\d.* )/.test(text) || /: |:$| #/.test(text)) throw TOO_MUCH;
  if (/^(true|True|TRUE)$/.test(text)) return true;
  if (/^(false|False|FALSE)$/.test(text)) return false;
  if (/^(null|Null|NULL)$/.test(text)) return null;
  return text;
}
