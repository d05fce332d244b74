import { isIP } from 'node:net';
import type { Text } from '#basics';

/** Either the value, or what is wrong with the text. */
export type Parsed<T> = { readonly value: T } | { readonly wrong: Text };

export function parseText(text: string): Parsed<string> {
  return { value: text };
}

/** Texts with commas between. */
export function parseTexts(text: string): Parsed<readonly string[]> {
  return { value: text.split(',').map((part) => part.trim()) };
}

/** A token travels in a header, where white space would cut it. */
export function parseToken(text: string): Parsed<string> {
  if (!/^[\x21-\x7e]+$/.test(text))
    return wrong('必须是不含空格的可见字符', 'must be visible characters without spaces');
  return { value: text };
}

/** IP addresses and networks (`10.0.0.0/8`), with commas between. */
export function parseAddresses(text: string): Parsed<readonly string[]> {
  const addresses = text.split(',').map((part) => part.trim());
  if (addresses.every(isAddress)) return { value: addresses };
  return wrong('必须是 IP 地址或网段，用逗号分隔', 'must be IP addresses or networks, with commas between');
}

function isAddress(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const most = isIP(address) === 6 ? 128 : 32;
  const fits = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
  return isIP(address) !== 0 && fits && more.length === 0;
}

export function parseOneOf<const T extends string>(...choices: readonly T[]): (text: string) => Parsed<T> {
  return (text) => {
    const value = choices.find((choice) => choice === text);
    if (value !== undefined) return { value };
    return wrong(`只能是 ${choices.join('、')} 之一`, `must be one of ${choices.join(', ')}`);
  };
}

/** 0 lets the operating system choose a free port. */
export function parsePort(text: string): Parsed<number> {
  const value = Number(text);
  if (/^\d{1,5}$/.test(text) && value <= 65_535) return { value };
  return wrong('必须是 0 到 65535 之间的整数', 'must be a whole number from 0 to 65535');
}

/** Where a program listens: `host:port`, or the path of a socket. */
export function parseListener(text: string): Parsed<Listener> {
  const path = /^(?:unix:)?(\/[^\0]{1,100})$/.exec(text)?.[1];
  if (path !== undefined) return { value: { path } };
  const [, host = '', port = ''] = /^(?:tcp:\/\/)?([\w.-]+|\[[\da-f:]+\]):(\d{1,5})$/i.exec(text) ?? [];
  if (host !== '' && Number(port) > 0 && Number(port) <= 65_535)
    return { value: { host: host.replace(/^\[|\]$/g, ''), port: Number(port) } };
  return wrong('必须形如 主机:端口，或套接字的路径', 'must look like host:port, or be the path of a socket');
}

export type Listener = { readonly path: string } | { readonly host: string; readonly port: number };

/** Six digits of GB/T 2260. */
export function parseRegion(text: string): Parsed<string> {
  if (/^[1-9]\d{5}$/.test(text)) return { value: text };
  return wrong('必须是六位行政区划代码，例如 440300', 'must be a region code of six digits, such as 440300');
}

export function parsePostcode(text: string): Parsed<string> {
  if (/^\d{6}$/.test(text)) return { value: text };
  return wrong('必须是 6 位数字', 'must be six digits');
}

export function parsePostgresUrl(text: string): Parsed<URL> {
  const url = URL.canParse(text) ? new URL(text) : null;
  const complete =
    url && /^postgres(ql)?:$/.test(url.protocol) && url.username !== '' && url.pathname.length > 1;
  if (complete) return { value: url };
  return wrong(
    '必须形如 postgresql://用户:密码@主机:端口/数据库',
    'must look like postgresql://user:password@host:port/database',
  );
}

export function parseSmtpUrl(text: string): Parsed<URL> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^smtps?:$/.test(url.protocol) && url.hostname !== '') return { value: url };
  return wrong('必须形如 smtps://用户:密码@主机:465', 'must look like smtps://user:password@host:465');
}

/** The beginning of a page's address, without a path. */
export function parseWebAddress(text: string): Parsed<string> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return { value: url.href };
  return wrong('必须形如 https://主机/', 'must look like https://host/');
}

export function parseMailAddress(text: string): Parsed<string> {
  if (/^[^\s@<>,;"]{1,64}@[A-Za-z0-9.-]{1,200}$/.test(text)) return { value: text };
  return wrong('必须是一个邮件地址', 'must be one e-mail address');
}

/** 32 bytes, as 64 hexadecimal digits or as base64. */
export function parseKey(text: string): Parsed<Uint8Array> {
  const bytes = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : fromBase64(text);
  if (bytes?.length === 32 && new Set(bytes).size > 8) return { value: new Uint8Array(bytes) };
  return wrong(
    '必须是 32 个随机字节，写成 64 位十六进制或 base64',
    'must be 32 random bytes, written as 64 hexadecimal digits or as base64',
  );
}

/** Keys with commas between. */
export function parseKeys(text: string): Parsed<readonly Uint8Array[]> {
  const keys: Uint8Array[] = [];
  for (const part of text.split(',')) {
    const parsed = parseKey(part.trim());
    if ('wrong' in parsed) return parsed;
    keys.push(parsed.value);
  }
  return { value: keys };
}

function fromBase64(text: string): Buffer | null {
  return /^[A-Za-z0-9+/_-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : null;
}

function wrong(zh: string, en: string): { readonly wrong: Text } {
  return { wrong: { zh, en } };
}
