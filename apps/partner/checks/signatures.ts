import { canonicalJson } from '#basics';
import { envelopeTo, post, signed, signedAsTyped } from '../target.ts';
import { type Check, type Kit, turnedAway } from './check.ts';

const section = 'README.md#signing';

interface Wrong {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly statuses: readonly number[];
  readonly text: (kit: Kit) => string;
}

function refused({ id, zh, en, statuses, text }: Wrong): Check {
  return {
    ...{ id, says: { zh, en }, section },
    run: async (kit) => turnedAway(await post(kit.target, text(kit)), ...statuses),
  };
}

const good = ({ target, signers }: Kit) => signed(signers.partner, envelopeTo(target));
const parts = (text: string) => text.split('.') as [string, string, string];
const encoded = (text: string) => Buffer.from(text).toString('base64url');
const header = ({ signers }: Kit, other: object) =>
  canonicalJson({ alg: signers.partner.alg, kid: signers.partner.kid, typ: 'suixing-message', ...other });

function under(kit: Kit, head: string): string {
  return signedAsTyped(kit.signers.partner, canonicalJson(envelopeTo(kit.target)), head);
}

/** The last sign of 64 bytes in base64url has four bits that say nothing: another one decodes to the same bytes. */
function withSpareBits(text: string): string {
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return text.slice(0, -1) + signs.charAt(signs.indexOf(text.slice(-1)) + 1);
}

/** Who signed it, and in which form. */
export const signatureChecks: readonly Check[] = [
  {
    ...{
      id: 'unsigned',
      zh: '没有签名的报文被拒绝',
      en: 'A message without a signature is refused',
      statuses: [400, 401],
    },
    text: (kit: Kit) => `${encoded(header(kit, { alg: 'none' }))}.${parts(good(kit))[1]}.`,
  },
  {
    ...{ id: 'two-parts', zh: '只有两段的 JWS 被拒绝', en: 'A JWS of two parts is refused', statuses: [400] },
    text: (kit: Kit) => parts(good(kit)).slice(0, 2).join('.'),
  },
  {
    ...{
      id: 'forged',
      zh: '签名改动一位即被拒绝',
      en: 'A signature of which one sign was changed is refused',
      statuses: [401, 403],
    },
    text(kit: Kit) {
      const [head, body, signature] = parts(good(kit));
      return `${head}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    },
  },
  {
    ...{
      id: 'altered',
      zh: '签名之后改过内容的报文被拒绝',
      en: 'A body that was altered after signing is refused',
      statuses: [401, 403],
    },
    text(kit: Kit) {
      const [head, , signature] = parts(good(kit));
      return `${head}.${parts(good(kit))[1]}.${signature}`;
    },
  },
  {
    ...{
      id: 'unknown-key',
      zh: '未登记的公钥签的报文被拒绝',
      en: 'A key that nobody was told is refused',
      statuses: [401, 403],
    },
    text: ({ target, signers }: Kit) => signed(signers.stranger, envelopeTo(target)),
  },
  {
    ...{
      id: 'borrowed-kid',
      zh: '冒用他人密钥编号的报文被拒绝',
      en: 'Who names a known key and signs with another is refused',
      statuses: [401, 403],
    },
    text: (kit: Kit) =>
      signedAsTyped(kit.signers.stranger, canonicalJson(envelopeTo(kit.target)), header(kit, {})),
  },
  {
    ...{
      id: 'header-extra',
      zh: '签名头多一项即被拒绝',
      en: 'A header with one member more is refused',
      statuses: [400],
    },
    text: (kit: Kit) => under(kit, header(kit, { jku: 'https://example.com/' })),
  },
  {
    ...{
      id: 'header-without-type',
      zh: '签名头没有 typ 的报文被拒绝',
      en: 'A header without `typ` is refused',
      statuses: [400],
    },
    text: (kit: Kit) => under(kit, canonicalJson({ alg: 'EdDSA', kid: kit.signers.partner.kid })),
  },
  {
    ...{
      id: 'receipt-as-message',
      zh: '回执不能当作报文',
      en: 'A receipt does not pass for a message',
      statuses: [400],
    },
    text: (kit: Kit) => under(kit, header(kit, { typ: 'suixing-receipt' })),
  },
  {
    ...{
      id: 'other-algorithm',
      zh: '不是 EdDSA 的算法被拒绝',
      en: 'Another algorithm than EdDSA is refused',
      statuses: [400, 401, 403],
    },
    text: (kit: Kit) => under(kit, header(kit, { alg: 'HS256' })),
  },
  {
    ...{
      id: 'header-order',
      zh: '签名头不是规范写法的报文被拒绝',
      en: 'A header that is not canonical is refused',
      statuses: [400],
    },
    text: (kit: Kit) =>
      under(kit, JSON.stringify({ typ: 'suixing-message', kid: kit.signers.partner.kid, alg: 'EdDSA' })),
  },
  {
    ...{ id: 'padding', zh: '带填充的 base64 被拒绝', en: 'Base64 with padding is refused', statuses: [400] },
    text: (kit: Kit) => `${good(kit)}==`,
  },
  {
    ...{
      id: 'spare-bits',
      zh: 'base64url 多余的位不为零的被拒绝',
      en: 'Spare bits in base64url are refused',
      statuses: [400],
    },
    text: (kit: Kit) => withSpareBits(good(kit)),
  },
].map(refused);
