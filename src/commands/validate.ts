import { checkFiles, type Checked } from '../catalogue/check';
import { vocabularyOf } from '../catalogue/vocabulary';
import { checkPaths } from '../catalogue/load';
import { problemLine } from '../catalogue/problem';
import type { Context } from '../context';
import { counted } from '../counted';
import { EXIT } from '../errors';
import { jsonArray } from '../render/formats';
import { ownParts } from '../reader/own-catalogue';
import { refuseSecondStdin } from '../stdin';
import { refuseOtherForms } from './forms';
import type { Action } from './specs';

/** Without a path: the files of --catalogue, or else those of the reader's own, or the bundled catalogue as installed. */
export const validate: Action = (ctx, args) => {
  refuseOtherForms(ctx, 'validate gives lines, or JSON', ['table', 'json'], 'Use --json, or none.');
  refuseSecondStdin(args);
  const named = args.length > 0 ? args : ctx.cataloguePaths;
  const own = named.length > 0 ? [] : (ownParts(ctx.host)?.files ?? []);
  const paths = [...named, ...own];
  const isPart = own.length > 0;
  const checked =
    paths.length > 0 ? checkPaths(paths, vocabularyOf(ctx.bundled(), ctx.zones), { isPart }) : checkBundled(ctx);
  const { problems, entries, files } = checked;
  if (ctx.format === 'json') ctx.out(jsonArray(problems.map((problem) => JSON.stringify(problem))));
  else for (const problem of problems) ctx.out(problemLine(problem));
  const what = `${counted(entries.length, 'entry', 'entries')} in ${counted(files, 'file', 'files')}`;
  if (problems.length === 0) {
    ctx.note(`${what}: no problems`);
    return EXIT.ok;
  }
  ctx.note(`${counted(problems.length, 'problem', 'problems')}; ${what} passed the schema`);
  return EXIT.badData;
};

/** JSON is YAML: the compiled entries go through the same door as any file. */
function checkBundled(ctx: Context): Checked & { files: number } {
  const bundled = ctx.bundled();
  const { stages, categories } = bundled;
  const text = JSON.stringify({ stages, categories, entries: bundled.entries() }, undefined, 1);
  return { ...checkFiles([{ name: 'bundled', text }], vocabularyOf(undefined, ctx.zones)), files: 1 };
}
