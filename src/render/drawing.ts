/** Marks that pictures are drawn with, each one cell wide. */
export interface Drawing {
  readonly line: string;
  readonly wall: string;
  /** Left, middle and right of the rules above, between and below rows. */
  readonly corners: readonly [top: readonly string[], middle: readonly string[], bottom: readonly string[]];
  /** A bar: where it begins, goes on, ends; where it has begun before, goes on behind. */
  readonly bar: { readonly head: string; readonly body: string; readonly tail: string };
  readonly before: string;
  readonly after: string;
  /** Where a month begins on a time axis. */
  readonly month: string;
  /** Body of a bar whose dates are not confirmed. */
  readonly unsure: string;
  /** A page, its dashes, dots and ellipses as far as they can be shown. */
  text(page: string): string;
}

export const LINES: Drawing = {
  line: '─',
  wall: '│',
  corners: [
    ['┌', '┬', '┐'],
    ['├', '┼', '┤'],
    ['└', '┴', '┘'],
  ],
  bar: { head: '┣', body: '━', tail: '┫' },
  before: '◂',
  after: '▸',
  month: '┊',
  unsure: '┅',
  text: (page) => page,
};

export const ASCII: Drawing = {
  line: '-',
  wall: '|',
  corners: [
    ['+', '+', '+'],
    ['+', '+', '+'],
    ['+', '+', '+'],
  ],
  bar: { head: '[', body: '=', tail: ']' },
  before: '<',
  after: '>',
  month: ':',
  unsure: '-',
  text: (page) => page.replace(/[–—]/g, '-').replace(/·/g, '-').replace(/…/g, '.'),
};

/**
 * What the reader's terminal can draw, by POSIX's order of variables: plain ASCII where the locale names a character set
 * other than UTF-8, or is `C`. One that says nothing is taken for a new one.
 */
export function drawingFor(env: Readonly<Record<string, string | undefined>>): Drawing {
  const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find(Boolean);
  if (locale === undefined || /utf-?8/i.test(locale)) return LINES;
  return /^(C|POSIX)$|\./.test(locale) ? ASCII : LINES;
}
