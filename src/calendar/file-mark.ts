const MAKER = '-//mlops-guide//';

/** PRODID of the files that this program writes. */
export function productId(version: string): string {
  return `${MAKER}mlops-guide ${version}//EN`;
}

/**
 * Whether this program, of any version, made the calendar file, so it may write over it. A file that another
 * program imported and saved again carries that program's PRODID: it may hold the reader's own entries and is not ours.
 * @param text all of the file or its beginning; LF line ends and a byte order mark do not matter
 */
export function isOurs(text: string): boolean {
  const [first, ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (first !== 'BEGIN:VCALENDAR') return false;
  const mark = lines.find((line) => line.startsWith('PRODID') || line.startsWith('BEGIN:'));
  return mark !== undefined && mark.startsWith(`PRODID:${MAKER}`);
}
