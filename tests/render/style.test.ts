import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { colourStyle, plainStyle, takesLinks, wantsColor } from '../../src/render/style';

type Env = Readonly<Record<string, string>>;
type When = 'auto' | 'always' | 'never';

test.each<{ env?: Env; when?: When; terminal?: boolean; painted: boolean }>([
  { painted: true },
  { terminal: false, painted: false },
  { env: { TERM: 'dumb' }, painted: false },
  { env: { NO_COLOR: '1' }, painted: false },
  { env: { NO_COLOR: '0' }, painted: false }, // no-color.org: whatever its value
  { env: { NO_COLOR: '' }, painted: true }, // … but an empty one
  { env: { FORCE_COLOR: '1' }, terminal: false, painted: true },
  { env: { FORCE_COLOR: '3', TERM: 'dumb' }, terminal: false, painted: true },
  { env: { FORCE_COLOR: '0' }, painted: false },
  { env: { FORCE_COLOR: 'false' }, painted: false },
  { env: { FORCE_COLOR: '' }, terminal: false, painted: false },
  { env: { NO_COLOR: '1', FORCE_COLOR: '1' }, painted: false },
  { when: 'always', terminal: false, painted: true },
  { when: 'always', env: { NO_COLOR: '1', TERM: 'dumb' }, terminal: false, painted: true },
  { when: 'never', painted: false },
  { when: 'never', env: { FORCE_COLOR: '1' }, painted: false },
])(
  '--color $when, $env, terminal $terminal: painted is $painted',
  ({ env = {}, when = 'auto', terminal = true, painted }) => {
    expect(wantsColor(when, env, terminal)).toBe(painted);
  },
);

test.each<{ env: Env; terminal?: boolean; linked: boolean }>([
  { env: { TERM_PROGRAM: 'iTerm.app' }, linked: true },
  { env: { TERM_PROGRAM: 'WezTerm' }, linked: true },
  { env: { TERM_PROGRAM: 'vscode' }, linked: true },
  { env: { TERM_PROGRAM: 'Apple_Terminal' }, linked: false },
  { env: { TERM: 'xterm-kitty' }, linked: true },
  { env: { TERM: 'xterm-256color' }, linked: false },
  { env: { VTE_VERSION: '7006' }, linked: true },
  { env: { VTE_VERSION: '4999' }, linked: false },
  { env: { WT_SESSION: 'a' }, linked: true },
  { env: { KONSOLE_VERSION: '220401' }, linked: true },
  { env: { TERM_PROGRAM: 'iTerm.app', TERM: 'dumb' }, linked: false },
  { env: { TERM_PROGRAM: 'iTerm.app', CI: '1' }, linked: false },
  { env: { TERM_PROGRAM: 'iTerm.app' }, terminal: false, linked: false },
])('$env, terminal $terminal: hyperlinks are $linked', ({ env, terminal = true, linked }) => {
  expect(takesLinks(env, terminal)).toBe(linked);
});

describe('painting', () => {
  const NAMES = ['bold', 'dim', 'red', 'green', 'yellow', 'cyan'] as const;

  test('off: every text as it is', () => {
    for (const name of NAMES) expect(plainStyle[name]('x')).toBe('x');
    expect(plainStyle.link('x', 'https://x.example')).toBe('x');
  });

  test('on: each in its own way, and closed again', async () => {
    const style = await colourStyle(false);
    const texts = NAMES.map((name) => style[name]('x'));
    expect(new Set(texts).size).toBe(NAMES.length);
    for (const text of texts) expect(text).toMatch(/^\u001b\[\d+mx\u001b\[\d+m$/);
    expect(texts.map(stripVTControlCharacters)).toEqual(NAMES.map(() => 'x'));
    expect(style.link('x', 'https://x.example')).toBe('x');
  });

  test('links are OSC 8, opened and closed', async () => {
    const style = await colourStyle(true);
    expect(style.link('name', 'https://x.example')).toBe('\u001b]8;;https://x.example\u0007name\u001b]8;;\u0007');
  });
});
