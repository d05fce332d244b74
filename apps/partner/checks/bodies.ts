import { type TransferMessageType, transferMessages, transferMessageTypes } from '#business/transfer';
import type { JsonObject } from '#engines/exchange';
import { post } from '../target.ts';
import { type Check, type Fault, first, type Kit, receipted, type Sent, say, turnedAway } from './check.ts';

const exampleOf = (type: TransferMessageType) => transferMessages[type].example as unknown as JsonObject; // JSON, as published

function valid(type: TransferMessageType): Check {
  return {
    id: `valid-${type}`,
    says: { zh: `公布的 ${type} 样例收下`, en: `The published example of ${type} is taken` },
    section: `examples/${type}.json`,
    run: async (kit) => receipted(await say(kit, { type, body: exampleOf(type) }), 'taken'),
  };
}

/** The first key of each form is left out. */
function invalid(type: TransferMessageType): Check {
  const [missing = ''] = Object.keys(exampleOf(type));
  return {
    id: `invalid-${type}`,
    says: {
      zh: `${type} 缺少 ${missing} 的被回执拒绝，并指明位置`,
      en: `A ${type} without ${missing} is refused by its receipt, which says where`,
    },
    section: `${type}.schema.json`,
    async run(kit) {
      const { [missing]: _, ...body } = exampleOf(type);
      return refusedAt(await say(kit, { type, body }), [`body.${missing}`]);
    },
  };
}

function refusedAt(said: Sent, paths: readonly string[]): Fault {
  const told = said.receipt?.problems.map(({ path }) => path) ?? [];
  const silent = paths.filter((path) => !told.includes(path));
  return first(
    receipted(said, 'refused', 'exchange.bad-body'),
    silent.length > 0 ? `nothing is said of ${silent.join(', ')}` : null,
  );
}

/** A letter about somebody whose number does not fit; the number must come back nowhere. */
const hostile = (() => {
  const letter = exampleOf('contact-letter');
  const person = {
    name: '某某某',
    nameLatin: null,
    identity: { type: 'citizen-id', number: '110105194912310021' },
  };
  return { type: 'contact-letter', body: { ...letter, person } };
})();

function tells(answer: Sent['answer']): Fault {
  const [, payload = ''] = answer.body.split('.');
  const all = `${answer.body}${Buffer.from(payload, 'base64url').toString('utf8')}`;
  return /某某某|110105194912310021/.test(all) ? 'personal data of the message came back' : null;
}

/** The nine messages, and what of people an answer may say: nothing. */
export const bodyChecks: readonly Check[] = [
  ...transferMessageTypes.map(valid),
  ...transferMessageTypes.map(invalid),
  {
    ...{ id: 'all-at-once', section: 'README.md#receipts' },
    says: { zh: '正文的全部错误一次说完', en: 'Everything that is wrong with a body is told at once' },
    run: async (kit) =>
      refusedAt(
        await say(kit, { body: { ...exampleOf('balance-credited'), amountFen: 1, receivedOn: 'x' } }),
        [...['body.amountFen', 'body.receivedOn']],
      ),
  },
  {
    ...{ id: 'beyond-schema', section: 'README.md#rules-beyond-the-forms' },
    says: {
      zh: '校验位不符的证件号被拒绝，并指明位置',
      en: 'An identity number whose check character does not fit is refused, with its place',
    },
    run: async (kit) => refusedAt(await say(kit, hostile), ['body.person.identity.number']),
  },
  {
    ...{ id: 'both-languages', section: 'README.md#receipts' },
    says: { zh: '每个错误都有中文和英文', en: 'Every problem is told in Chinese and in English' },
    async run(kit: Kit) {
      const { receipt } = await say(kit, { body: {} });
      if (!receipt || receipt.problems.length === 0) return 'no problems were told';
      return receipt.problems.every(({ detail }) => detail.zh !== '' && detail.en !== '')
        ? null
        : 'a language is missing';
    },
  },
  {
    ...{ id: 'private-receipt', section: 'README.md#receipts' },
    says: { zh: '拒绝的回执不带个人信息', en: 'A receipt that refuses repeats no personal data' },
    run: async (kit) => tells((await say(kit, hostile)).answer),
  },
  {
    ...{ id: 'private-problem', section: 'README.md#receipts' },
    says: { zh: '问题说明不带个人信息', en: 'A problem document repeats no personal data' },
    async run(kit) {
      const { answer } = await say(kit, hostile, kit.signers.stranger);
      const plain = await post(kit.target, JSON.stringify(hostile));
      return first(turnedAway(answer, 401, 403), tells(answer), turnedAway(plain, 400), tells(plain));
    },
  },
];
