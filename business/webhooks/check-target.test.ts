import { describe, expect, test } from 'vitest';
import { findTarget, mayReach, readUrl } from './check-target.ts';
import type { Reach } from './context.ts';

const outside: Reach = { loopback: false, networks: [] };
const at =
  (...addresses: readonly string[]) =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
const codeOf = async (
  url: string,
  resolve: () => Promise<readonly { address: string; family: number }[]>,
  reach = outside,
) => {
  const found = await findTarget(url, { reach, resolve });
  return found.ok ? found.value.address : found.refusal.code;
};

describe('Where a webhook may go', () => {
  test.each([
    ...[
      'http://example.org/',
      'ftp://example.org/',
      'https://u:p@example.org/',
      'https://example.org/#x',
      'nonsense',
      '',
      'file:///etc/passwd',
    ],
    ...['http://localhost/', 'javascript:alert(1)', `https://example.org/${'x'.repeat(1000)}`],
  ])('the address %s is refused before anybody is asked where it is', (url) => {
    expect(readUrl(url, outside)).toMatchObject({ refusal: { code: 'webhooks.bad-url' } });
  });

  test.each([
    ...[
      '127.0.0.1',
      '10.1.2.3',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
    ],
    ...[
      '192.0.2.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '::1',
      '::',
      'fe80::1',
      'fd00::1',
      'ff02::1',
    ],
    ...[
      '::ffff:10.0.0.1',
      '::ffff:a00:1',
      '64:ff9b::a00:1',
      '2002:a00:1::1',
      '2001::1',
      '::127.0.0.1',
      'not an address',
    ],
  ])('the machine at %s is not reached', (address) => {
    expect(mayReach(address, outside)).toBe(false);
  });

  test.each(['1.1.1.1', '172.15.0.1', '172.32.0.1', '100.63.0.1', '2606:4700::1111', '::ffff:1.1.1.1'])(
    'the machine at %s on the public internet is',
    (address) => {
      expect(mayReach(address, outside)).toBe(true);
    },
  );

  test('a name with one private address among its public ones is refused, and one without any is not found', async () => {
    expect(await codeOf('https://example.org/', at('1.1.1.1', '10.0.0.1'))).toBe('webhooks.private-address');
    expect(await codeOf('https://example.org/', at('1.1.1.1'))).toBe('1.1.1.1');
    expect(await codeOf('https://example.org/', async () => [])).toBe('webhooks.no-such-host');
    expect(await codeOf('https://example.org/', async () => Promise.reject(new Error('ENOTFOUND')))).toBe(
      'webhooks.no-such-host',
    );
  });

  test('numbers written otherwise are read as the address that they are', async () => {
    for (const url of [
      'https://2130706433/',
      'https://0x7f.1/',
      'https://0177.0.0.1/',
      'https://[::ffff:7f00:1]/',
    ])
      expect(await codeOf(url, at('1.1.1.1'))).toBe('webhooks.private-address');
  });

  test('this machine is reached in development only, a private network where it was named', async () => {
    const development = { loopback: true, networks: [] };
    expect(await codeOf('http://localhost:8080/', at('127.0.0.1'), development)).toBe('127.0.0.1');
    expect(await codeOf('http://example.org/', at('1.1.1.1'), development)).toBe('webhooks.bad-url');
    const named = { loopback: false, networks: ['10.9.0.0/16', '192.168.7.7'] };
    expect(await codeOf('https://inside.example/', at('10.9.1.1'), named)).toBe('10.9.1.1');
    expect(await codeOf('https://inside.example/', at('192.168.7.7'), named)).toBe('192.168.7.7');
    expect(await codeOf('https://inside.example/', at('10.8.1.1'), named)).toBe('webhooks.private-address');
  });
});
