import { canonicalUrl } from '../catalogue/canonical-url';
import type { CatalogueFile } from '../catalogue/check';
import { cleanText } from '../catalogue/clean';
import { entriesIn, entryText, withItem } from '../catalogue/entry-text';
import { entryOf, fieldsOf, readField } from '../catalogue/fields';
import { kindNamed, KINDS, type Kind } from '../catalogue/kinds';
import type { Context } from '../context';
import { CatalogueError, didYouMean, UsageError } from '../errors';
import { isStdout, text } from '../raw-options';
import { nearest } from '../search/distance';
import { dayAt } from '../time/reader';
import { askFields } from './ask-fields';
import { usualValue, valuesOf, type Fault, type Values } from './fill-in';
import { refuseOtherForms } from './forms';
import { changeOwnFile, filesBeside, ownFile, problemsOf, referredTo } from './own-file';
import type { Action } from './specs';

/** Asks for an entry, or takes it from the flags; shows it as YAML, and writes it where it shall be. */
export const newEntry: Action = async (ctx, [word = ''], options) => {
  const kind = kindNamed(word);
  if (!kind) {
    throw new UsageError(`no kind "${word}".${didYouMean(nearest(word, KINDS, 1))}`, {
      hint: `One of: ${KINDS.join(', ')}`,
    });
  }
  refuseOtherForms(ctx, 'new gives YAML', ['yaml', 'table'], 'Use --format yaml, or none.');
  const today = dayAt(ctx.moment.now, ctx.moment.zone, ctx.zones);
  const { values: given, faults } = valuesOf(kind, Array.isArray(options.set) ? options.set : []);
  if (faults.length > 0) await refuseFlags(ctx, kind, { given, faults, today });
  const output = text(options, 'output');
  if (output === '') throw new UsageError('-o needs a file name.', { hint: 'Use -o mine.yaml.' });
  const path = output ?? ownFile(ctx, kind);
  const beside = isStdout(path) ? [] : await filesBeside(ctx, path);
  const values = ctx.mayAsk
    ? await askUntilSound(ctx, kind, given, { today, all: options.all === true, beside })
    : withUsual(kind, given, today);
  refuseMissing(kind, values);
  const item = entryText(entryOf(kind, values));
  const problems = await allProblems(ctx, item, values, beside);
  if (problems.length > 0) {
    throw new CatalogueError(`this ${kind} cannot be taken:\n${problems.map(({ line }) => `  ${line}`).join('\n')}`, {
      hint: 'Give what is wrong anew, such as --name "…".',
    });
  }
  ctx.out(item.trimEnd());
  await noteSamePage(ctx, values);
  // It stands there already.
  if (isStdout(path)) return;
  const isAsked = options.write === true || output !== undefined;
  if (isAsked || (ctx.mayAsk && (await ctx.host.ask(({ confirm }) => confirm(`Write it to ${path}?`))))) {
    await changeOwnFile(ctx, path, (old) => {
      // Somebody else may have written while this one was asked for.
      if (holdsId(old, values.get('id'))) {
        throw new CatalogueError(`has the id "${String(values.get('id'))}" by now.`, { hint: 'Give it another --id.' });
      }
      return withItem(old, item);
    });
    ctx.note(`Written to ${path}`);
  } else if (!ctx.mayAsk) ctx.note(`Not written: --write puts it into ${path}`);
};

/** @throws UsageError naming all that has to be said */
function refuseMissing(kind: Kind, values: Values): void {
  const missing = missingFrom(kind, values);
  if (missing.length === 0) return;
  throw new UsageError(`new ${kind} needs ${missing.join(', ')}.`, {
    hint: `Give each as a flag, such as --name "…"; all fields: mlops-guide schema ${kind}`,
  });
}

/**
 * Together with flags that cannot be taken, what else is wrong: what the rules say of the others, and what is missing
 * where nobody is asked.
 * @throws UsageError always
 */
async function refuseFlags(
  ctx: Context,
  kind: Kind,
  { given, faults, today }: { readonly given: Values; readonly faults: readonly Fault[]; readonly today: string },
): Promise<never> {
  const fields = fieldsOf(kind).map(({ key }) => key);
  // As it was typed, so that a rule does not take what is malformed for what is not there.
  const typed = faults.flatMap(({ key, typed }) => (fields.includes(key) ? [[key, typed] as const] : []));
  const all: Values = new Map([...given, ...typed]);
  const problems = await problemsOf(ctx, entryText(entryOf(kind, all)));
  const broken = problems.filter(({ field }) => [...given.keys()].some((key) => `${field}.`.startsWith(`${key}.`)));
  const values = ctx.mayAsk ? undefined : withUsual(kind, all, today);
  const missing = values ? missingFrom(kind, values) : [];
  const lines = [
    ...faults.map(({ line }) => line),
    ...broken.map(({ line }) => `--${line}`),
    ...(missing.length > 0 ? [`needs ${missing.join(', ')} as well`] : []),
  ];
  const what = lines.length === 1 ? ` ${lines.join()}` : `\n${lines.map((line) => `  ${line}`).join('\n')}`;
  throw new UsageError(`new ${kind}:${what}`, { hint: `What each field takes: mlops-guide schema ${kind}` });
}

function missingFrom(kind: Kind, values: Values): readonly string[] {
  return fieldsOf(kind).flatMap(({ key, isRequired }) => (isRequired && !values.has(key) ? [key] : []));
}

/** Asks, and asks again for what the checks find wrong. */
async function askUntilSound(
  ctx: Context,
  kind: Kind,
  given: Values,
  { beside, ...asked }: { readonly today: string; readonly all: boolean; readonly beside: readonly CatalogueFile[] },
): Promise<Values> {
  const catalogues = await referredTo(ctx);
  let values = await ctx.host.ask((prompts) => askFields(prompts, kind, given, { ...asked, catalogues }));
  for (;;) {
    const problems = await allProblems(ctx, entryText(entryOf(kind, values)), values, beside);
    const keys = new Set(fieldsOf(kind).map(({ key }) => key));
    const wanted = new Set(
      problems.flatMap(({ field }) => [field, field.split('.')[0] ?? ''].filter((key) => keys.has(key))),
    );
    // What no field is to blame for, asking again cannot mend.
    if (wanted.size === 0) return values;
    ctx.note(problems.map(({ line }) => line).join('\n'));
    const before = values;
    values = await ctx.host.ask((prompts) => askFields(prompts, kind, before, { ...asked, catalogues, wanted }));
  }
}

/** Without a person to ask: what is usual, where it says nothing about the thing itself. */
function withUsual(kind: Kind, given: Values, today: string): Values {
  const values = new Map(given);
  for (const field of fieldsOf(kind)) {
    if (values.has(field.key) || (field.key !== 'id' && field.key !== 'added')) continue;
    const answer = readField(field, usualValue(field.key, { name: values.get('name'), today }) ?? '');
    if ('value' in answer) values.set(field.key, answer.value);
  }
  return values;
}

/** @param beside see `problemsOf` */
async function allProblems(
  ctx: Context,
  item: string,
  values: Values,
  beside: readonly CatalogueFile[],
): Promise<readonly { field: string; line: string }[]> {
  const problems = await problemsOf(ctx, item, beside);
  const owner = await ownerOf(ctx, values.get('id'), beside);
  if (owner === undefined) return problems;
  return [{ field: 'id', line: `id: is the id of ${owner}` }, ...problems.filter(({ field }) => field !== 'id')];
}

/** Who has an id already, for people: in the catalogue in use, or in the files beside. */
async function ownerOf(ctx: Context, id: unknown, beside: readonly CatalogueFile[]): Promise<string | undefined> {
  const owner = (await ctx.catalogue()).find(String(id));
  // `edit` does not change files that are named.
  const isNamed = owner?.origin?.startsWith('file:') === true;
  if (owner && !isNamed) return `"${owner.name}"; to change that: mlops-guide edit ${owner.id}`;
  const file = owner?.origin?.slice('file:'.length) ?? beside.find(({ text: other }) => holdsId(other, id))?.name;
  return file === undefined ? undefined : `an entry of ${cleanText(file)} already`;
}

const holdsId = (file: string, id: unknown): boolean => entriesIn(file)?.some((entry) => entry.id === id) ?? false;

/** One page is one entry; but two things may share a page, so it is only said. */
async function noteSamePage(ctx: Context, values: Values): Promise<void> {
  const url = values.get('url');
  if (typeof url !== 'string') return;
  const page = canonicalUrl(url);
  const other = (await ctx.catalogue()).entries().find((entry) => entry.url && canonicalUrl(entry.url) === page);
  if (other) ctx.note(`Its page is that of ${other.id} (${other.name}), too.`);
}
