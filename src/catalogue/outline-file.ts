import type { Detail, Head } from './compiled-files';

/** Where the parts of one kind begin in `outline.tsv`; a line feed stands behind each part. */
export interface KindAt {
  readonly detail: number;
  readonly rows: number;
}

/** @returns the first line, and where each of its sections lies */
export function openOutlines(file: Buffer): {
  readonly head: Head;
  readonly headBytes: number;
  readonly at: readonly KindAt[];
} {
  const headBytes = file.indexOf('\n');
  const head = JSON.parse(file.toString('utf8', 0, headBytes)) as Head;
  let detail = headBytes + 1;
  let rows = head.sections.reduce((sum, { detailBytes }) => sum + detailBytes + 1, detail);
  const at = head.sections.map(({ detailBytes, outlineBytes }) => {
    const here = { detail, rows };
    detail += detailBytes + 1;
    rows += outlineBytes + 1;
    return here;
  });
  return { head, headBytes, at };
}

/** The detail that starts there. */
export function detailAt(file: Buffer, start: number, bytes: number): Detail {
  return JSON.parse(file.toString('utf8', start, start + bytes)) as Detail;
}
