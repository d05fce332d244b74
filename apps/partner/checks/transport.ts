import type { JsonObject } from '#engines/exchange';
import { envelopeTo, post, signed } from '../target.ts';
import { type Check, type Kit, receipted, say, told, turnedAway } from './check.ts';

const section = 'README.md#signing';

function unlikeJose(id: string, contentType: string): Check {
  return {
    ...{ id, section },
    says: {
      zh: `${contentType} 不是报文，按媒体类型拒绝`,
      en: `What comes as ${contentType} is no message and is refused for its media type`,
    },
    run: async ({ target, signers }) =>
      turnedAway(await post(target, signed(signers.partner, envelopeTo(target)), { contentType }), 415),
  };
}

function otherMethod(method: string): Check {
  return {
    id: `method-${method.toLowerCase()}`,
    says: { zh: `不接受 ${method}`, en: `${method} is not taken` },
    section,
    async run({ target }) {
      const answer = await post(target, method === 'GET' ? null : 'x', { method });
      return [404, 405].includes(answer.status) ? null : told(answer);
    },
  };
}

/** How messages are posted. */
export const transportChecks: readonly Check[] = [
  {
    id: 'taken',
    says: {
      zh: '合格的报文得到已收下的签名回执',
      en: 'A good message is answered with a signed receipt that it was taken',
    },
    section: 'README.md#receipts',
    run: async (kit) => receipted(await say(kit), 'taken'),
  },
  {
    id: 'receipt-type',
    says: { zh: '回执以 application/jose 送回', en: 'A receipt comes as application/jose' },
    section: 'README.md#receipts',
    async run(kit) {
      const { answer } = await say(kit);
      return answer.contentType.startsWith('application/jose') ? null : told(answer);
    },
  },
  unlikeJose('media-text', 'text/plain'),
  unlikeJose('media-json', 'application/json'),
  unlikeJose('media-form', 'application/x-www-form-urlencoded'),
  otherMethod('GET'),
  otherMethod('PUT'),
  otherMethod('DELETE'),
  {
    ...{ id: 'empty', section },
    says: { zh: '空的请求被拒绝', en: 'An empty request is refused' },
    run: async ({ target }) => turnedAway(await post(target, ''), 400),
  },
  {
    ...{ id: 'garbage', section },
    says: { zh: '乱码被拒绝，服务不出错', en: 'Garbage is refused and breaks nothing' },
    run: async ({ target }) =>
      turnedAway(
        await post(
          target,
          Uint8Array.from({ length: 4096 }, (_, at) => (at * 167 + 13) % 256),
        ),
        400,
      ),
  },
  {
    ...{ id: 'too-large', section },
    says: { zh: '超过 256 KB 的报文被拒绝', en: 'More than 256 KB is refused' },
    run: async ({ target }) => turnedAway(await post(target, 'a'.repeat(256 * 1024 + 1)), 413),
  },
  {
    ...{ id: 'large', section },
    says: { zh: '不到 256 KB 的大报文照常收下', en: 'A large message below 256 KB is taken like any other' },
    run: async (kit) =>
      receipted(await say(kit, { type: 'transfer-declined', body: manyReasons() }), 'taken'),
  },
  {
    ...{ id: 'many-at-once', section: 'README.md#receipts' },
    says: {
      zh: '同时到达的五十份报文各得各的回执',
      en: 'Fifty messages at once each get a receipt of their own',
    },
    async run(kit: Kit) {
      const all = await Promise.all(Array.from({ length: 50 }, () => say(kit)));
      return all.map((one) => receipted(one, 'taken')).find((fault) => fault !== null) ?? null;
    },
  },
];

/** About 120 KB as they are signed. */
function manyReasons(): JsonObject {
  const both = { zh: '原'.repeat(490), en: 'r'.repeat(490) };
  const reasons = Array.from({ length: 20 }, (_, at) => ({
    ...{ code: `reason-${at}`, text: both, remedy: both, legalBasis: '办法' },
  }));
  return { reasons, declinedOn: '2026-11-17', supersededBy: null };
}
