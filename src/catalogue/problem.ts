/** One thing wrong in a catalogue file, at the place where a person would mend it. */
export interface Problem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** Id of the entry it is in; absent outside entries. */
  readonly id?: string | undefined;
  /** Dotted path inside the entry, such as `milestones.0.at`; empty for the entry as a whole. */
  readonly field: string;
  readonly message: string;
}

/** `file:line:column id field: what is wrong`, the form that editors and CI logs turn into links. */
export function problemLine({ file, line, column, id, field, message }: Problem): string {
  const where = [`${file}:${line}:${column}`, id, field].filter(Boolean).join(' ');
  return `${where}: ${message}`;
}

/** By file, then by place in it. */
export function inFileOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
}
