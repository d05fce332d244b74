import { expect, test } from 'vitest';
import { identityHashesByKey } from '#business/registry';
import { messageType, receiveMessage, signJws } from '#engines/exchange';
import { changeKeys, makeSeal, type Seal, settleKeys } from '#platform/seal';
import { keySetOf, newSigningKey, signerAt, verifierOf } from '#platform/signing';
import { type TestDatabase, testDatabase, testRandom } from '#platform/testing';
import { transferMessages } from '../messages/catalogue.ts';
import { transferCatalogue } from '../messages/exchange-catalogue.ts';
import { subjectsKept } from './hashed-columns.testing.store.ts';
import { transferHashedColumns } from './hashed-columns.ts';

/** Keeps a contact letter of Chengdu, as Shenzhen's gateway does. */
async function keepLetter(db: TestDatabase, seal: Seal): Promise<void> {
  const at = new Date();
  const key = newSigningKey({
    from: new Date(at.getTime() - 60_000),
    until: new Date(at.getTime() + 60_000),
  });
  const signer = signerAt([key], at);
  if (!signer.ok) throw new Error(signer.refusal.code);
  const text = signJws(signer.value, messageType, {
    ...{
      version: '1',
      messageId: 'msg_letter001',
      transferId: '510100-letter0001',
      from: '510100',
      to: '440300',
    },
    ...{ sequence: 1, inReplyTo: null, type: 'contact-letter', sentAt: at.toISOString() },
    body: transferMessages['contact-letter'].example,
  });
  const partner = { region: '510100', suspended: false, verifier: verifierOf(keySetOf([key])) };
  const kept = await receiveMessage(
    {
      ...{
        gateway: db.gateway,
        self: '440300',
        at,
        seal,
        signer: signer.value,
        catalogue: transferCatalogue,
      },
      partnerOf: async () => partner,
    },
    text,
  );
  if (!kept.ok) throw new Error(kept.refusal.code);
}

test('a letter that came under the former key is about the same person after a change of the key', async () => {
  const random = testRandom(3);
  const [first, second] = [random(32), random(32)];
  const before = makeSeal({ keys: [first], random });
  const after = makeSeal({ keys: [second, first], random });
  const db = await testDatabase();
  await settleKeys({ reader: db.app, migrator: db.migrator }, before);
  await keepLetter(db, before);
  await settleKeys({ reader: db.app, migrator: db.migrator }, after);
  const number = transferMessages['contact-letter'].example.person.identity.number;
  const document = { kind: 'citizen-id', issuer: 'CHN', number } as const;
  expect(await subjectsKept(db.app)).toEqual([Buffer.from(identityHashesByKey(before, document))]);
  const changed = await changeKeys({
    ...{ migrator: db.migrator, seal: after, hashed: transferHashedColumns, onProgress: () => undefined },
  });
  expect(changed).toMatchObject({ ok: true, value: { left: [] } });
  expect(await subjectsKept(db.app)).toEqual([Buffer.from(identityHashesByKey(after, document))]);
});
