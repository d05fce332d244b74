import { expect, test } from 'vitest';
import { identityHashesByKey } from '#business/registry';
import { makeSeal } from '#platform/seal';
import { testRandom } from '#platform/testing';
import { type TransferMessageType, transferMessages, transferMessageTypes } from './catalogue.ts';
import { transferCatalogue } from './exchange-catalogue.ts';
import { examplePerson } from './person.ts';

const seal = makeSeal({ keys: [testRandom(1)(32)], random: testRandom(2) });

function clearOf(type: TransferMessageType, change: object = {}) {
  const body = { ...transferMessages[type].example, ...change };
  const form = transferCatalogue[type];
  return { figures: form?.figuresOf?.(body), subject: form?.subjectOf?.(body, seal) };
}

/** Every text in a value, however deep. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

test('what the gateway keeps in clear of a message names no person, and of an account only its end', () => {
  const personal = [
    examplePerson.name,
    examplePerson.identity.number,
    '51001234567890000001',
    '0755-00000000',
  ];
  for (const type of transferMessageTypes) {
    const texts = textsIn(clearOf(type).figures);
    for (const text of personal) expect(texts, type).not.toContain(text);
  }
});

test('the figures of a message are those that guards hold later steps to', () => {
  const account = { holder: '示例市医疗保障事务中心', bankCode: '105651000001', tail: '0001' };
  expect(Object.fromEntries(transferMessageTypes.map((type) => [type, clearOf(type).figures]))).toEqual({
    'contact-letter': { acceptsBalance: true, hasAccount: true, account },
    'information-sheet': { revision: 1, paidMonths: 101, deemedMonths: 0 },
    'remittance-advice': { amountFen: '831350', reference: 'ord-01k8exampleexampleexample-1' },
    'balance-credited': { amountFen: '831350', reference: 'ord-01k8exampleexampleexample-1' },
    'balance-refused': { code: 'scheme-has-no-account', money: 'not-received' },
    'account-details': { account },
    'transfer-declined': { codes: ['insurance-stopped'] },
    reminder: { missing: ['contact-letter'], count: 1 },
    invalidate: { invalidates: 'msg_01k8example1' },
  });
  const letter = clearOf('contact-letter', { acceptsBalance: false, receivingAccount: null });
  expect(letter.figures).toEqual({ acceptsBalance: false, hasAccount: false });
  const back = clearOf('balance-refused', { money: 'sent-back', amountFen: '5', sentBackReference: 'B-1' });
  expect(back.figures).toMatchObject({ money: 'sent-back', amountFen: '5', reference: 'B-1' });
});

test('a message that names a person is known by the hash under which that person’s document lies', () => {
  const document = { kind: 'citizen-id', issuer: 'CHN', number: examplePerson.identity.number } as const;
  const whose = identityHashesByKey(seal, document);
  const naming = transferMessageTypes.filter((type) => clearOf(type).subject !== null);
  expect(naming.toSorted()).toEqual(['contact-letter', 'information-sheet', 'reminder']);
  for (const type of naming) expect(clearOf(type).subject, type).toEqual(whose);
  expect(clearOf('reminder', { certificate: null }).subject).toBeNull();
});
