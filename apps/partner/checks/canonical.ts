import { canonicalJson } from '#basics';
import { envelopeTo, post, signedAsTyped } from '../target.ts';
import { type Check, type Kit, turnedAway } from './check.ts';

interface Written {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** What becomes of the canonical text before it is signed. */
  readonly as: (text: string) => string | Uint8Array;
}

/** Everything is signed by a key that is known: only the way in which it is written is wrong. */
function refused({ id, zh, en, as }: Written): Check {
  return {
    ...{ id, says: { zh, en }, section: 'README.md#signing' },
    async run({ target, signers }: Kit) {
      const payload = as(canonicalJson(envelopeTo(target)));
      return turnedAway(await post(target, signedAsTyped(signers.partner, payload)), 400);
    },
  };
}

const inBody = (text: string, more: string) => text.replace('"body":{', `"body":{${more},`);

/** Canonical JSON (RFC 8785) of I-JSON (RFC 7493), and no other. */
export const canonicalChecks: readonly Check[] = [
  {
    ...{ id: 'white-space', zh: '有多余空白的内容被拒绝', en: 'White space between its members is refused' },
    as: (text: string) => text.replace(',', ', '),
  },
  {
    ...{ id: 'key-order', zh: '键的次序不规范的内容被拒绝', en: 'Keys in another order are refused' },
    as: (text: string) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).reverse())),
  },
  {
    ...{ id: 'key-twice', zh: '同一个键写两次的内容被拒绝', en: 'A key that is given twice is refused' },
    as: (text: string) => text.replace('"sequence":1', '"sequence":1,"sequence":1'),
  },
  {
    ...{ id: 'escape', zh: '不必要的转义被拒绝', en: 'An escape that need not be is refused' },
    as: (text: string) => text.replace('"version":"1"', '"version":"\\u0031"'),
  },
  {
    ...{
      id: 'number-form',
      zh: '数字不是规范写法的内容被拒绝',
      en: 'A number that is written otherwise is refused',
    },
    as: (text: string) => text.replace('"sequence":1', '"sequence":1.0'),
  },
  {
    ...{ id: 'number-huge', zh: '放不进双精度的数被拒绝', en: 'A number beyond every double is refused' },
    as: (text: string) => text.replace('"sequence":1', '"sequence":1e999'),
  },
  {
    ...{ id: 'number-inexact', zh: '超出 2⁵³ 的整数被拒绝', en: 'A whole number beyond 2⁵³ is refused' },
    as: (text: string) => inBody(text, '"a":9007199254740993'),
  },
  {
    ...{
      id: 'half-character',
      zh: '半个字符（单独的代理码位）被拒绝',
      en: 'Half a character (a lone surrogate) is refused',
    },
    as: (text: string) => inBody(text, '"a":"\\ud800"'),
  },
  {
    ...{ id: 'zero-character', zh: 'U+0000 被拒绝', en: 'U+0000 is refused' },
    as: (text: string) => inBody(text, '"a":"\\u0000"'),
  },
  {
    ...{
      id: 'deep',
      zh: '嵌套极深的内容被拒绝，服务不出错',
      en: 'What is nested very deep is refused and breaks nothing',
    },
    as: (text: string) => inBody(text, `"a":${'['.repeat(20_000)}${']'.repeat(20_000)}`),
  },
  {
    ...{ id: 'byte-order-mark', zh: '带字节序标记的内容被拒绝', en: 'A byte order mark is refused' },
    as: (text: string) => `\uFEFF${text}`,
  },
  {
    ...{ id: 'not-utf8', zh: '不是 UTF-8 的内容被拒绝', en: 'What is not UTF-8 is refused' },
    as: (text: string) => Buffer.from(text.replace('"version":"1"', '"version":"\u00ff"'), 'latin1'),
  },
  {
    ...{ id: 'no-object', zh: '不是对象的内容被拒绝', en: 'What is no object is refused' },
    as: (text: string) => `[${text}]`,
  },
  {
    ...{ id: 'trailing', zh: '内容之后还有别的即被拒绝', en: 'Anything after the object is refused' },
    as: (text: string) => `${text}{}`,
  },
].map(refused);
