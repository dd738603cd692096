import type { Context } from '../context';
import { counted } from '../counted';
import { catalogueAge } from './answer';
import { COMMANDS, type Action } from './specs';

/** Commands whose first example a newcomer sees. */
const SHOWN = ['upcoming', 'search', 'list', 'topics', 'export-ics'];

/** What a bare `mlops-guide` says. */
export const welcome: Action = async (ctx) => {
  const { style } = ctx;
  const examples = SHOWN.flatMap(
    (name) => COMMANDS.find((command) => command.name === name)?.examples.slice(0, 1) ?? [],
  );
  const width = Math.max(...examples.map(([command]) => command.length));
  const total = (await ctx.catalogue()).outlines().length;
  ctx.out(
    [
      `${style.bold('mlops-guide')}: what is on, what to read, which tool, what a word means in MLOps.`,
      '',
      ...examples.map(([command, what]) => exampleText(command, what, width, ctx)),
      '',
      `All commands: mlops-guide --help`,
      style.dim(`${counted(total, 'entry', 'entries')}, ${await catalogueAge(ctx)}`),
    ].join('\n'),
  );
};

/** Side by side where there is room for both. */
function exampleText(command: string, what: string, width: number, { style, width: room }: Context): string {
  const line = `  mlops-guide ${command.padEnd(width)}  `;
  return line.length + what.length <= room ? line + style.dim(what) : `${line.trimEnd()}\n      ${style.dim(what)}`;
}
