import { ok, type Result } from '#basics';
import { type UnfitXml, unfit } from './read-xml.ts';

/** As large as a bank's file may be: a statement of some twenty thousand entries. */
export const largestBankFile = 32 * 1024 * 1024;

/** What files of Chinese banks are written in; GBK and GB 2312 are parts of GB 18030. */
const decoders: Readonly<Record<string, 'utf-8' | 'gb18030'>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
};

/** The text of a bank's file, in the encoding that it declares; a byte order mark is left out. */
export function bankText(bytes: Uint8Array): Result<string, UnfitXml> {
  if (bytes.byteLength > largestBankFile) return unfit(`> ${largestBankFile} bytes`);
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*\bencoding=["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  const encoding = decoders[declared.toLowerCase()];
  if (encoding === undefined) return unfit(`encoding ${declared}`);
  try {
    return ok(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return unfit(`encoding ${declared}`);
  }
}
