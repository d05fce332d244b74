import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Reach } from './context.ts';

/** An address that may be told, and where on the network it is: the connection goes there and nowhere else. */
export interface Target {
  readonly url: URL;
  readonly address: string;
  readonly family: 4 | 6;
}

/** Asks the name service; handed in, so that a test can play a name that moves. */
export type Resolve = (
  host: string,
) => Promise<readonly { readonly address: string; readonly family: number }[]>;

export const resolveHost: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/** The form of an address, before anybody is asked where it is. Refuses `webhooks.bad-url`. */
export function readUrl(text: string, reach: Reach): Result<URL, Refusal> {
  const url = URL.canParse(text) ? new URL(text) : null;
  const bare = url && url.username === '' && url.password === '' && url.hash === '' && text.length <= 1000;
  if (!url || !bare) return badUrl;
  const local = reach.loopback && url.protocol === 'http:' && isLoopbackName(url.hostname);
  return url.protocol === 'https:' || local ? ok(url) : badUrl;
}

/**
 * Where an address is now. Every address that its name has must be public, or lie in a network that the agency lets be
 * reached: else somebody would have us call the agency's own machines. Refuses `webhooks.bad-url`, `webhooks.no-such-host`
 * and `webhooks.private-address`.
 */
export async function findTarget(
  text: string,
  { reach, resolve = resolveHost }: { readonly reach: Reach; readonly resolve?: Resolve | undefined },
): Promise<Result<Target, Refusal>> {
  const url = readUrl(text, reach);
  if (!url.ok) return url;
  const host = url.value.hostname.replace(/^\[|\]$/g, '');
  const found = await (isIP(host) ? [{ address: host, family: isIP(host) }] : resolve(host).catch(() => []));
  const [first] = found;
  if (!first) return refuse({ code: 'webhooks.no-such-host' });
  if (!found.every(({ address }) => mayReach(address, reach)))
    return refuse({ code: 'webhooks.private-address' });
  return ok({ url: url.value, address: first.address, family: first.family === 6 ? 6 : 4 });
}

const badUrl = refuse({ code: 'webhooks.bad-url' });

function isLoopbackName(host: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(host);
}

export function mayReach(address: string, { loopback, networks }: Reach): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
  const family = isIP(plain) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(plain) === 0) return false;
  if (allowedList(networks).check(plain, family)) return true;
  if (loopback && loopbackList.check(plain, family)) return true;
  return !closed[family].check(plain, family);
}

function allowedList(networks: readonly string[]): BlockList {
  return listOf(
    networks.map((network) =>
      network.includes('/') ? network : `${network}/${isIP(network) === 6 ? 128 : 32}`,
    ),
  );
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/');
    list.addSubnet(address, Number(bits), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

const loopbackList = listOf(['127.0.0.0/8', '::1/128']);

/**
 * Everything that is not the public internet (RFC 6890 and what came after it), translated and tunnelled forms included. A list
 * for each family: in one list an IPv4 address would count as the IPv6 one that it is mapped to.
 */
const closed = {
  ipv4: listOf([
    ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
    ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
    ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  ]),
  ipv6: listOf([
    ...['::/96', '::ffff:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32'],
    ...['2002::/16', '3fff::/20', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
  ]),
} as const;
