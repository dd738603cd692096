import { deadlines } from './deadlines';
import { list } from './list';
import { search } from './search';
import type { Action } from './specs';
import { upcoming } from './upcoming';

/**
 * The code of each command. Those that most starts are for stand in the main file; the others are read only when they
 * run, with the libraries that they bring along.
 */
const ACTIONS = new Map<string, () => Action | Promise<Action>>([
  ['deadlines', () => deadlines],
  ['list', () => list],
  ['search', () => search],
  ['upcoming', () => upcoming],
  ['calendar', async () => (await import('./calendar')).calendar],
  ['changes', async () => (await import('./from-files')).changes],
  ['check-links', async () => (await import('./from-files')).checkLinks],
  ['edit', async () => (await import('./from-files')).edit],
  ['export-ics', async () => (await import('./export-ics')).exportIcs],
  ['latest', async () => (await import('./from-files')).latest],
  ['new', async () => (await import('./from-files')).newEntry],
  ['open', async () => (await import('./pages')).open],
  ['schema', async () => (await import('./pages')).schema],
  ['show', async () => (await import('./pages')).show],
  ['sources', async () => (await import('./from-files')).sources],
  ['topics', async () => (await import('./pages')).topics],
  ['update', async () => (await import('./from-files')).update],
  ['validate', async () => (await import('./from-files')).validate],
  ['version', async () => (await import('./pages')).version],
  ['welcome', async () => (await import('./pages')).welcome],
]);

/** @throws RangeError for a name that no command has */
export async function actionNamed(name: string): Promise<Action> {
  const load = ACTIONS.get(name);
  if (!load) throw new RangeError(`no action for ${name}`);
  return load();
}
