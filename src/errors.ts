/** Exit codes; scripts rely on these. */
export const EXIT = {
  ok: 0,
  failure: 1,
  usage: 2,
  notFound: 3,
  badData: 4,
  network: 5,
  /** A deadline is near: `deadlines --fail-within`. */
  near: 10,
  interrupted: 130,
} as const;

/** The same in every file of the build: each has its own copy of the classes below, so `instanceof` tells nothing. */
const FORESEEN = Symbol.for('mlops-guide.foreseen');

/** A failure we foresaw: `message` says what is wrong, `hint` what to do about it. */
export class GuideError extends Error {
  readonly [FORESEEN] = true;
  readonly exitCode: number = EXIT.failure;
  readonly hint: string;

  constructor(message: string, options: { hint: string; cause?: unknown }) {
    super(message, options);
    this.name = new.target.name;
    this.hint = options.hint;
  }
}

export function isGuideError(error: unknown): error is GuideError {
  // eslint-disable-next-line no-restricted-syntax -- its own symbol, which nobody can type
  return error instanceof Error && FORESEEN in error;
}

/** The way out of a mistake that has none of its own: what there is to say. */
export const HELP_HINT = 'See: mlops-guide --help';

/** The command line cannot be understood. */
export class UsageError extends GuideError {
  override readonly exitCode = EXIT.usage;

  constructor(message: string, { hint = HELP_HINT, cause }: { hint?: string; cause?: unknown } = {}) {
    super(message, { hint, cause });
  }
}

/** A named id, topic, series, author or city that the catalogue does not hold. */
export class NotFoundError extends GuideError {
  override readonly exitCode = EXIT.notFound;
}

/** Catalogue data that cannot be used. */
export class CatalogueError extends GuideError {
  override readonly exitCode = EXIT.badData;
}

/** ` Did you mean "x"?`, or nothing where no name is near. */
export function didYouMean(near: readonly string[]): string {
  const quoted = near.map((name) => `"${name}"`);
  return quoted.length === 0 ? '' : ` Did you mean ${quoted.join(' or ')}?`;
}
