import { expect, test } from 'vitest';
import { reachOf, reachOfAddress } from '../../src/sources/address-policy';
import { testNetwork } from '../helpers/network';

test.each([
  ...['93.184.216.34', '8.8.8.8', '172.15.0.1', '172.32.0.1', '100.63.0.1', '192.0.1.1', '2606:2800:220:1::1'],
  ...['::ffff:8.8.8.8', '::ffff:808:808', '64:ff9b::8.8.8.8', '[2606:2800:220:1::1]'],
])('%s is public', (address) => {
  expect(reachOfAddress(address)).toBe('public');
});

test.each([
  ...['127.0.0.1', '127.255.255.255', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  ...[
    '169.254.169.254',
    '100.64.0.1',
    '192.0.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.1',
    '224.0.0.1',
  ],
  ...[
    '255.255.255.255',
    '::',
    '::1',
    '[::1]',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '2001:db8::1',
  ],
  ...['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:a00:1', '64:ff9b::127.0.0.1', '2002:7f00:1::', '', 'nonsense'],
])('%s is not', (address) => {
  expect(reachOfAddress(address)).toBe('private');
});

test.each([
  { host: 'one.example', addresses: ['8.8.8.8', '2606:2800:220:1::1'], reach: 'public' },
  { host: 'other.example', addresses: ['8.8.8.8', '127.0.0.1'], reach: 'private' },
  { host: 'none.example', addresses: [], reach: 'private' },
])('a host is as private as the most private of its addresses: $addresses', async ({ host, addresses, reach }) => {
  expect(await reachOf(new URL(`https://${host}/`), testNetwork({ [host]: addresses }))).toBe(reach);
});
