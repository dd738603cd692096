/** Paints text; every function returns the text unchanged where colour is off. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  underline(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
  /** Text as a hyperlink, where the terminal takes them. */
  link(text: string, url: string): string;
}

const asIs = (text: string): string => text;
export const plainStyle: Style = {
  bold: asIs,
  dim: asIs,
  underline: asIs,
  red: asIs,
  green: asIs,
  yellow: asIs,
  cyan: asIs,
  link: asIs,
};

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Is colour wanted? `--color` first, then NO_COLOR (no-color.org: any value but an empty one), FORCE_COLOR,
 * and at last whether stdout is a terminal that can paint.
 */
export function wantsColor(when: 'auto' | 'always' | 'never', env: Env, isTerminal: boolean): boolean {
  if (when !== 'auto') return when === 'always';
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '')
    return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTerminal && env.TERM !== 'dumb';
}

/** Terminals known to take OSC 8 hyperlinks; in others the address would be lost or printed as noise. */
export function takesLinks(env: Env, isTerminal: boolean): boolean {
  if (!isTerminal || env.TERM === 'dumb' || env.CI !== undefined) return false;
  const known = /^(iTerm\.app|WezTerm|vscode|ghostty|Hyper|Tabby|rio)$/.test(env.TERM_PROGRAM ?? '');
  const byTerm = /^(xterm-kitty|xterm-ghostty|alacritty|foot|contour)/.test(env.TERM ?? '');
  return (
    known ||
    byTerm ||
    Number(env.VTE_VERSION ?? 0) >= 5000 ||
    env.WT_SESSION !== undefined ||
    Boolean(env.KONSOLE_VERSION)
  );
}

/** chalk's colours, loaded only where some will be printed: it costs a fifth of a start. */
export async function colourStyle(withLinks: boolean): Promise<Style> {
  const { Chalk } = await import('chalk');
  // Level 1, the sixteen colours that the reader's own theme defines, so that dark and light both stay readable.
  const chalk = new Chalk({ level: 1 });
  return {
    ...chalkStyle(chalk),
    link: withLinks ? (text, url) => `\u001b]8;;${url}\u0007${text}\u001b]8;;\u0007` : asIs,
  };
}

function chalkStyle(chalk: Omit<Style, 'link'>): Omit<Style, 'link'> {
  return {
    bold: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    underline: (text) => chalk.underline(text),
    red: (text) => chalk.red(text),
    green: (text) => chalk.green(text),
    yellow: (text) => chalk.yellow(text),
    cyan: (text) => chalk.cyan(text),
  };
}
