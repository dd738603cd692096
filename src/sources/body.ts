import { Final, TimeUp } from './failure';
import type { Limits } from './network';

/**
 * The body of an answer as text, counted after decompression as it comes in: nothing is kept of what is too large.
 * @throws Final where it is too large or no text, TimeUp where nothing comes any more
 */
export async function textOf(response: Response, limits: Pick<Limits, 'bytes' | 'silence'>): Promise<string> {
  const tooLarge = (): Final => new Final(`is larger than ${sizeText(limits.bytes)}`);
  if (Number(response.headers.get('content-length') ?? 0) > limits.bytes) throw tooLarge();
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = response.body?.getReader();
  if (!reader) return '';
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const silence = watch(limits.silence);
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), silence.isOver]);
      if (done) break;
      bytes += value.length;
      if (bytes > limits.bytes) throw tooLarge();
      parts.push(value);
      silence.again();
    }
  } finally {
    silence.stop();
  }
  return decoded(Buffer.concat(parts), response.headers.get('content-type') ?? '');
}

/** `8 MB`, or in a smaller unit what is less than one. */
function sizeText(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${Math.floor(bytes / 1024)} kB`;
}

/** One timer for the whole answer, set back with every piece: a piece may be a single byte. */
function watch(milliseconds: number): { readonly isOver: Promise<never>; again(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isOver = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeUp(`sends nothing for ${milliseconds / 1000} s`)), milliseconds);
  });
  // It may end when nobody waits for it any more.
  isOver.catch(() => undefined);
  return { isOver, again: () => timer?.refresh(), stop: () => clearTimeout(timer) };
}

/** Old feeds name another encoding, in the header or in their first line; without a word it is UTF-8. */
function decoded(bytes: Buffer, contentType: string): string {
  const head = bytes.subarray(0, 200).toString('latin1');
  const named =
    /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? /^\s*<\?xml[^>]{0,100}\sencoding=["']([\w-]+)/.exec(head)?.[1];
  for (const encoding of ['utf-8', named]) {
    if (encoding === undefined) continue;
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this one, or one that nobody knows.
    }
  }
  throw new Final('is not UTF-8 text');
}
