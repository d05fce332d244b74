import { kitRegions } from '../kit-keys.ts';
import { envelopeTo, freshId, signed } from '../target.ts';
import {
  type Check,
  type Fault,
  first,
  type Kit,
  receipted,
  type Sent,
  say,
  sent,
  turnedAway,
} from './check.ts';

const receipts = 'README.md#receipts';
const order = 'README.md#order-and-retry';
const newTransfer = () => `${kitRegions.partner}-${freshId('t')}`;

function sameBytes(one: Sent, other: Sent): Fault {
  return one.answer.body === other.answer.body ? null : 'another receipt than the first time';
}

/** Says something, and then something that contradicts it. */
async function contradict(kit: Kit, other: (said: Sent) => object) {
  const said = await say(kit);
  const second = await say(kit, { transferId: said.envelope.transferId, ...other(said) });
  return { said, second, told: receipted(second, 'refused', 'exchange.contradicts') };
}

const otherBody = {
  type: 'invalidate',
  body: {
    ...{ invalidates: 'msg_01k8example1', reason: 'other', replacedBy: null },
    text: { zh: '另一内容', en: 'Something else' },
  },
};

/** The same again, something else instead, and one before it missing. */
export const orderChecks: readonly Check[] = [
  {
    ...{ id: 'again', section: receipts },
    says: {
      zh: '同一份报文再来，回执一个字节也不变',
      en: 'The same message again gets the same receipt, byte for byte',
    },
    async run(kit) {
      const said = await say(kit);
      return first(receipted(said, 'taken'), sameBytes(said, await sent(kit.target, said)));
    },
  },
  {
    ...{ id: 'again-at-once', section: receipts },
    says: {
      zh: '同一份报文十次同时到达，得同一份回执',
      en: 'The same message ten times at once gets one receipt',
    },
    async run(kit) {
      const envelope = envelopeTo(kit.target);
      const text = signed(kit.signers.partner, envelope);
      const all = await Promise.all(Array.from({ length: 10 }, () => sent(kit.target, { text, envelope })));
      const [one] = all as [Sent];
      return first(receipted(one, 'taken'), ...all.map((other) => sameBytes(one, other)));
    },
  },
  {
    ...{ id: 'same-id', section: receipts },
    says: {
      zh: '同一编号、不同内容，按前后矛盾拒绝',
      en: 'The same id with other bytes contradicts and is refused',
    },
    run: async (kit) =>
      (await contradict(kit, ({ envelope }) => ({ ...otherBody, messageId: envelope.messageId }))).told,
  },
  {
    ...{ id: 'same-place', section: receipts },
    says: {
      zh: '同一序号、不同编号，按前后矛盾拒绝',
      en: 'The same place in a transfer with another id contradicts and is refused',
    },
    run: async (kit) => (await contradict(kit, () => otherBody)).told,
  },
  {
    ...{ id: 'contradiction-again', section: receipts },
    says: { zh: '矛盾的报文再来，得同样的拒绝', en: 'What contradicts gets the same refusal again' },
    async run(kit) {
      const { second, told } = await contradict(kit, () => otherBody);
      return first(told, sameBytes(second, await sent(kit.target, second)));
    },
  },
  {
    ...{ id: 'first-word-stands', section: receipts },
    says: { zh: '出现矛盾之后，先前那份的回执不变', en: 'After a contradiction the first word still stands' },
    async run(kit) {
      const { said, told } = await contradict(kit, () => otherBody);
      return first(told, sameBytes(said, await sent(kit.target, said)));
    },
  },
  {
    ...{ id: 'gap-waits', section: order },
    says: { zh: '缺前一份的报文收下并等待', en: 'A message whose predecessor is missing is kept and waits' },
    run: async (kit) => receipted(await say(kit, { transferId: newTransfer(), sequence: 2 }), 'waiting'),
  },
  {
    ...{ id: 'gap-filled', section: order },
    says: {
      zh: '前一份补到后，两份和其后的都收下',
      en: 'Once the missing one comes it is taken, and so is the one after both',
    },
    async run(kit) {
      const transferId = newTransfer();
      const waits = await say(kit, { transferId, sequence: 2 });
      const filled = await say(kit, { transferId, sequence: 1 });
      const after = await say(kit, { transferId, sequence: 3 });
      return first(receipted(waits, 'waiting'), receipted(filled, 'taken'), receipted(after, 'taken'));
    },
  },
  {
    ...{ id: 'waiting-again', section: order },
    says: {
      zh: '等待过的报文再来，得当初那份回执',
      en: 'A message that had to wait gets its first receipt again, also once it waits no more',
    },
    async run(kit) {
      const transferId = newTransfer();
      const waits = await say(kit, { transferId, sequence: 2 });
      await say(kit, { transferId, sequence: 1 });
      return first(receipted(waits, 'waiting'), sameBytes(waits, await sent(kit.target, waits)));
    },
  },
  {
    ...{ id: 'refused-has-its-place', section: order },
    says: {
      zh: '被拒绝的报文占用序号，其后的照收',
      en: 'A refused message has its place, and those after it go on',
    },
    async run(kit) {
      const transferId = newTransfer();
      const refused = await say(kit, { transferId, body: {} });
      const after = await say(kit, { transferId, sequence: 2 });
      return first(receipted(refused, 'refused', 'exchange.bad-body'), receipted(after, 'taken'));
    },
  },
  {
    ...{ id: 'two-transfers', section: order },
    says: { zh: '一笔转移的缺号不影响另一笔', en: 'A gap in one transfer holds up no other' },
    async run(kit) {
      const waits = await say(kit, { transferId: newTransfer(), sequence: 5 });
      return first(receipted(waits, 'waiting'), receipted(await say(kit), 'taken'));
    },
  },
  {
    ...{ id: 'third-party', section: receipts },
    says: {
      zh: '第三家机构不能在别人的转移里说话',
      en: 'A third agency has no say in a transfer of two others',
    },
    async run(kit) {
      const transferId = `${kit.target.region}-${freshId('t')}`;
      const said = await say(kit, { transferId });
      const meddles = await say(kit, { transferId, from: kitRegions.other }, kit.signers.other);
      return first(receipted(said, 'taken'), turnedAway(meddles.answer, 401, 403, 409));
    },
  },
];
