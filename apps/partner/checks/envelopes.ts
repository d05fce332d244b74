import { envelopeTo, freshId, post, signed } from '../target.ts';
import { type Check, type Kit, receipted, say, turnedAway } from './check.ts';

const section = 'README.md#a-message';

interface Wrong {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly other: object;
}

/** Signed well, so that it is the envelope alone that is refused; nothing of it is kept. */
function refused({ id, zh, en, other }: Wrong): Check {
  return {
    ...{ id, says: { zh, en }, section },
    async run({ target, signers }: Kit) {
      const envelope = Object.entries({ ...envelopeTo(target), ...other }).filter(
        ([, value]) => value !== undefined,
      );
      const answer = await post(target, signed(signers.partner, Object.fromEntries(envelope)));
      return turnedAway(answer, 400, 401, 403, 422);
    },
  };
}

/** The envelope, key by key. */
export const envelopeChecks: readonly Check[] = [
  ...[
    { id: 'envelope-extra', zh: '多一个键的信封被拒绝', en: 'Another key is refused', other: { note: 'x' } },
    {
      ...{ id: 'envelope-missing', zh: '少一个键的信封被拒绝', en: 'A key too few is refused' },
      other: { inReplyTo: undefined },
    },
    { id: 'version', zh: '未知的版本被拒绝', en: 'Another version is refused', other: { version: '2' } },
    {
      ...{ id: 'message-id', zh: '格式不对的报文编号被拒绝', en: 'A message id of another form is refused' },
      other: { messageId: 'no good' },
    },
    {
      ...{
        id: 'transfer-of-others',
        zh: '不由双方发起的转移编号被拒绝',
        en: 'A transfer that neither of the two opened is refused',
      },
      other: { transferId: '899008-strangers01' },
    },
    {
      id: 'to-another',
      zh: '写给别家的报文被拒绝',
      en: 'A message for another agency is refused',
      other: { to: '899002' },
    },
    { id: 'sequence-zero', zh: '序号从 1 开始', en: 'A sequence begins at 1', other: { sequence: 0 } },
    { id: 'sequence-part', zh: '序号是整数', en: 'A sequence is a whole number', other: { sequence: 1.5 } },
    { id: 'sequence-text', zh: '序号不是文本', en: 'A sequence is no text', other: { sequence: '1' } },
    {
      ...{ id: 'sent-at', zh: '发出时间须是带毫秒的世界时', en: '`sentAt` is UTC with milliseconds' },
      other: { sentAt: '2026-11-29T11:00:00+08:00' },
    },
    { id: 'body-no-object', zh: '正文须是对象', en: 'A body is an object', other: { body: 'x' } },
    {
      id: 'in-reply-to',
      zh: '所答报文的编号须合格式',
      en: '`inReplyTo` is a message id or null',
      other: { inReplyTo: 7 },
    },
  ].map(refused),
  {
    ...{ id: 'unknown-type', section },
    says: {
      zh: '未知的报文类型由签名回执拒绝',
      en: 'A type that there is not is refused by a signed receipt',
    },
    run: async (kit) =>
      receipted(await say(kit, { type: 'good-wishes', body: {} }), 'refused', 'exchange.unknown-type'),
  },
  {
    ...{ id: 'in-reply', section },
    says: { zh: '答复别的报文的报文照收', en: 'A message that answers another one is taken' },
    run: async (kit) => receipted(await say(kit, { inReplyTo: freshId('msg') }), 'taken'),
  },
];
