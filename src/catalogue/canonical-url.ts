/**
 * The form in which two addresses of one page are the same text: no scheme, `www.`, tracking or closing slash,
 * host in lower case, short YouTube links written out. For comparing, not for opening.
 */
export function canonicalUrl(url: string): string {
  const parsed = new URL(url);
  let host = parsed.host.replace(/^www\./, '');
  let path = parsed.pathname;
  if (host === 'youtu.be') {
    parsed.searchParams.set('v', path.slice(1));
    [host, path] = ['youtube.com', '/watch'];
  }
  for (const name of [...parsed.searchParams.keys()]) {
    if (/^(utm_\w+|ref|source|fbclid|gclid)$/.test(name)) parsed.searchParams.delete(name);
  }
  parsed.searchParams.sort();
  const query = parsed.searchParams.toString();
  return host + path.replace(/(\/index\.html?)?\/*$/, '') + (query ? `?${query}` : '') + parsed.hash;
}
