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
      ...examples.map(([command, what]) => `  mlops-guide ${command.padEnd(width)}  ${style.dim(what)}`),
      '',
      `All commands: mlops-guide --help`,
      style.dim(`${total} entries, ${await catalogueAge(ctx)}`),
    ].join('\n'),
  );
};
