import type { Catalogue } from '../catalogue/catalogue';
import type { Entry } from '../catalogue/schema';
import { detail } from '../render/detail';
import { printRecords, wantsPage } from './answer';
import { findEntry } from './find-entry';
import type { Action } from './specs';

export const show: Action = async (ctx, words) => {
  const catalogue = await ctx.catalogue();
  const entries: Entry[] = [];
  for (const word of words) entries.push(await findEntry(ctx, catalogue, word));
  if (!wantsPage(ctx)) return printRecords(ctx, entries);
  const nameOf = (id: string): string => outlineName(catalogue, id);
  for (const [index, entry] of entries.entries()) {
    if (index > 0) ctx.out('');
    const hidesBundled =
      entry.origin !== undefined && ctx.cataloguePaths.length === 0 && hasEntry(ctx.bundled(), entry.id);
    ctx.out(
      detail(entry, { nameOf, moment: ctx.moment, style: ctx.style, width: Math.min(ctx.width, 100), hidesBundled }),
    );
  }
};

const hasEntry = (catalogue: Catalogue, id: string): boolean => catalogue.find(id) !== undefined;

function outlineName(catalogue: Catalogue, id: string): string {
  return catalogue.find(id)?.name ?? id;
}
