import type { Network } from './network';

/** Is an address one that the whole Internet can reach? */
export type Reach = 'public' | 'private';

/**
 * Judges an IP address: loopback, private, link-local, shared, multicast, documentation and reserved ranges are private.
 * @see IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890 and its successors)
 */
export function reachOfAddress(address: string): Reach {
  const plain = address.replace(/^\[|\]$|%.*$/g, '').toLowerCase();
  const four = /^(?:(?:::ffff:)?|64:ff9b::)(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (four !== undefined) return reachOfFour(four);
  const mapped = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(plain);
  if (mapped) {
    const [high, low] = [parseInt(mapped[1] ?? '', 16), parseInt(mapped[2] ?? '', 16)];
    return reachOfFour(`${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`);
  }
  // Global unicast is 2000::/3; of that, 2001:db8::/32 is for documents, 2001::/23 for protocols, 2002::/16 holds IPv4.
  return /^[23][0-9a-f]{3}:/.test(plain) && !/^(2001:db8|2001:0?[01]?[0-9a-f]{0,2}:|2001::|2002:|3fff:)/.test(plain)
    ? 'public'
    : 'private';
}

function reachOfFour(address: string): Reach {
  const [a = 0, b = 0, c = 0] = address.split('.').map(Number);
  const isPrivate =
    a === 0 ||
    a === 10 ||
    a === 127 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 0 && (c === 0 || c === 2)) ||
    (a === 192 && b === 88 && c === 99) ||
    (a === 192 && b === 168) ||
    (a === 198 && (b === 18 || b === 19)) ||
    (a === 198 && b === 51 && c === 100) ||
    (a === 203 && b === 0 && c === 113) ||
    a >= 224;
  return isPrivate ? 'private' : 'public';
}

/**
 * Judges the host of an address: private as soon as one of its IP addresses is.
 * @throws as `addressesOf`
 */
export async function reachOf(url: URL, { addressesOf }: Pick<Network, 'addressesOf'>): Promise<Reach> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isNumber = /^[\d.]+$/.test(host) || host.includes(':');
  const addresses = isNumber ? [host] : await addressesOf(host);
  return addresses.length > 0 && addresses.every((address) => reachOfAddress(address) === 'public')
    ? 'public'
    : 'private';
}

/**
 * Where a redirect may lead: only to https, without a name and password, and from a host of the whole Internet to no
 * other.
 * @throws Error saying why not
 */
export async function checkRedirect(from: URL, to: URL, network: Pick<Network, 'addressesOf'>): Promise<void> {
  if (to.protocol !== 'https:')
    throw new Error(`redirects to ${to.protocol.replace(':', '')}, and only https is followed`);
  if (to.username || to.password) throw new Error('redirects to an address with a password in it');
  if ((await reachOf(from, network)) === 'public' && (await reachOf(to, network)) === 'private') {
    throw new Error(`redirects from a public host to ${to.hostname}, which is not one`);
  }
}
