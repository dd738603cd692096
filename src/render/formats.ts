/** One value of a row for scripts: ISO 8601, ids, nothing cut. */
export interface Field<Row> {
  /** Stable name in lower case: the header of tab-separated, CSV and Markdown output. */
  readonly key: string;
  value(row: Row): string;
  link?(row: Row): string | undefined;
}

/** A line break or a tab inside a value would start a new row or field. */
const oneLine = (text: string): string => (/[\t\r\n]/.test(text) ? text.replace(/[\t\r\n]+/g, ' ') : text);

/** Tab-separated values, for `cut`, `awk` and `fzf`: nothing quoted, nothing cut. */
export function tsv<Row>(rows: readonly Row[], fields: readonly Field<Row>[], withHeader: boolean): string {
  const lines = rows.map((row) => fields.map(({ value }) => oneLine(value(row))).join('\t'));
  return [...(withHeader ? [fields.map(({ key }) => key).join('\t')] : []), ...lines].join('\n');
}

/**
 * Comma-separated values with a header, after RFC 4180 but for the line feed. A cell that a spreadsheet would take
 * for a formula gets an apostrophe in front (OWASP, CSV injection).
 */
export function csv<Row>(rows: readonly Row[], fields: readonly Field<Row>[]): string {
  const cell = (text: string): string => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  };
  return [fields.map(({ key }) => cell(key)), ...rows.map((row) => fields.map((field) => cell(field.value(row))))]
    .map((line) => line.join(','))
    .join('\n');
}

/** A table of GitHub-flavoured Markdown; names are links where there is an address. */
export function markdown<Row>(rows: readonly Row[], fields: readonly Field<Row>[]): string {
  const escape = (text: string): string => oneLine(text).replace(/[\\|`*_<>[\]]/g, '\\$&');
  const cell = (field: Field<Row>, row: Row): string => {
    const url = field.link?.(row);
    const text = escape(field.value(row));
    return url ? `[${text}](<${url}>)` : text;
  };
  const line = (parts: readonly string[]): string => `| ${parts.join(' | ')} |`;
  const head = [line(fields.map(({ key }) => key)), line(fields.map(() => '---'))];
  return [...head, ...rows.map((row) => line(fields.map((field) => cell(field, row))))].join('\n');
}

/** A JSON array, one entry a line: still one document, and `grep` and `head` work on it too. */
export function jsonArray(lines: readonly string[]): string {
  return lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`;
}
