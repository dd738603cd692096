import { counted } from '../counted';
import { VERSION } from '../version';
import type { Action } from './specs';

/** `--version`; with `--verbose` also what it runs on and how old its data are. */
export const version: Action = async (ctx, _, options) => {
  ctx.out(VERSION);
  if (options.verbose !== true) return;
  const catalogue = await ctx.catalogue();
  ctx.out(`catalogue of ${catalogue.date}, ${counted(catalogue.outlines().length, 'entry', 'entries')}`);
  ctx.out(`zone rules ${ctx.zones.version}`);
  ctx.out(`node ${ctx.host.nodeVersion}`);
};
