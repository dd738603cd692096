import type { Catalogue } from '../catalogue/catalogue';
import { compileCatalogue } from '../catalogue/compile';
import { vocabularyOf } from '../catalogue/countries';
import { memoryCatalogue } from '../catalogue/memory';
import { problemLine, type Problem } from '../catalogue/problem';
import { raisedOver } from '../catalogue/raise-over';
import type { Host } from '../host';
import type { Zones } from '../time/zone';
import { keepCompiled } from './keep';
import type { OwnCatalogue, OwnParts } from './own-catalogue';
import { ownEntries } from './own-entries';
import { spareMemory } from './spare-memory';

/**
 * Lays the reader's own entries over the bundled ones, compiles the whole and keeps it for the next run. Where it cannot
 * be kept, as on a read-only disk, it is done at every run.
 */
export async function layOver(host: Host, bundled: Catalogue, zones: Zones, parts: OwnParts): Promise<OwnCatalogue> {
  spareMemory(parts.files.reduce((sum, file) => sum + (host.disk.facts(file)?.bytes ?? 0), 0));
  const own = ownEntries(parts.files, vocabularyOf(bundled, zones));
  const content = {
    entries: over(
      bundled.entries(),
      own.entries.map((entry) => raisedOver(bundled.find(entry.id), entry)),
    ),
    stages: over(bundled.stages, own.stages),
    categories: over(bundled.categories, own.categories),
  };
  // An entry that the reader wrote today makes nothing else newer.
  const whole = { ...memoryCatalogue(content, 'bundled'), date: bundled.date };
  const files = compileCatalogue(whole, zones);
  const notes = own.problems.length === 0 ? [] : [problemNote(own.problems)];
  const { pack, stamp } = parts;
  return keepCompiled(host, pack === undefined ? undefined : { pack, stamp }, files, { origin: 'bundled', notes });
}

/** What is above takes the place of what has its id below, as a whole. */
function over<T extends { readonly id: string }>(below: readonly T[], above: readonly T[]): T[] {
  const byId = new Map(below.map((item) => [item.id, item]));
  for (const item of above) byId.set(item.id, item);
  return [...byId.values()];
}

function problemNote(problems: readonly Problem[]): string {
  const [first] = problems;
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
  return `Your own entries have ${count}, and what is wrong is left out: ${first ? problemLine(first) : ''}\n  See all: mlops-guide validate`;
}
