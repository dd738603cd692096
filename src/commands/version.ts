import { counted } from '../counted';
import { VERSION } from '../version';
import { refuseOtherForms } from './forms';
import type { Action } from './specs';

/** `--version`; with `--verbose` also what it runs on and how old its data are. */
export const version: Action = async (ctx, _, options) => {
  refuseOtherForms(ctx, '--version gives lines, or JSON', ['table', 'json'], 'Use --json, or none.');
  const isJson = ctx.format === 'json';
  if (options.verbose !== true) {
    ctx.out(isJson ? JSON.stringify({ version: VERSION }) : VERSION);
    return;
  }
  const catalogue = await ctx.catalogue();
  const { date } = catalogue;
  const entries = catalogue.outlines().length;
  const [zoneRules, node] = [ctx.zones.version, ctx.host.nodeVersion];
  ctx.out(
    isJson
      ? JSON.stringify({ version: VERSION, catalogue: { date, entries }, zoneRules, node })
      : [
          VERSION,
          `catalogue of ${date}, ${counted(entries, 'entry', 'entries')}`,
          `zone rules ${zoneRules}`,
          `node ${node}`,
        ].join('\n'),
  );
};
