import { NotFoundError } from '../errors';
import { findEntry } from './find-entry';
import { refuseOtherForms } from './forms';
import type { Action } from './specs';

export const open: Action = async (ctx, [word = ''], options) => {
  refuseOtherForms(ctx, 'open gives an address', ['table'], 'Use: mlops-guide show <id> --json --fields url');
  const catalogue = await ctx.catalogue();
  const { id, name, url } = await findEntry(ctx, catalogue, word);
  if (url === undefined) {
    throw new NotFoundError(`${name} has no page that we know of.`, { hint: `See: mlops-guide show ${id}` });
  }
  // The schema takes http(s) addresses alone, so nothing else ever reaches the system's opener.
  const isOpened = ctx.host.stdout.isTerminal && options.print !== true && (await ctx.host.openUrl(url));
  if (isOpened) ctx.note(`opened ${url}`);
  else ctx.out(url);
};
