/** A failure that the same request would meet again. */
export class Final extends Error {}

/** Nothing came for so long that it is not waited for any more; another try may do better. */
export class TimeUp extends Error {}

/** By the code that Node gives it. */
const FAILURES: ReadonlyMap<string, string> = new Map([
  ['ENOTFOUND', 'no such host, or no network'],
  ['EAI_AGAIN', 'the name server does not answer: is there a network?'],
  ['ECONNREFUSED', 'nobody answers there'],
  ['ENETUNREACH', 'the network cannot be reached'],
  ['EHOSTUNREACH', 'the host cannot be reached'],
  ['ECONNRESET', 'the connection broke off'],
  ['UND_ERR_SOCKET', 'the connection broke off'],
  ['ETIMEDOUT', 'no answer in time'],
  ['UND_ERR_CONNECT_TIMEOUT', 'no answer in time'],
  ['UND_ERR_HEADERS_OVERFLOW', 'the head of the answer is too large'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'its certificate is not trusted'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'its certificate is not trusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'its certificate is not trusted'],
  ['CERT_HAS_EXPIRED', 'its certificate has expired'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'its certificate is for another host'],
  ['Z_DATA_ERROR', 'its compressed answer is damaged'],
  ['Z_BUF_ERROR', 'its compressed answer ends early'],
]);
const PASSING = new Set(['ECONNRESET', 'UND_ERR_SOCKET', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'EAI_AGAIN']);

/** What a failure of the network is called, and whether it may pass. */
export function failureOf(error: unknown): { readonly words: string; readonly isPassing: boolean } {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    if (code !== '') return { words: FAILURES.get(code) ?? code, isPassing: PASSING.has(code) };
  }
  return { words: error instanceof Error ? error.message : String(error), isPassing: false };
}
