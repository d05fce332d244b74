import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Agency, exchangeKeysOf } from '#apps/agency';
import { ok } from '#basics';
import { exchangeProofs, type JsonObject, listQueue, sendMessage } from '#engines/exchange';
import { openLog } from '#platform/log';
import { inTransaction, type Tx } from '#platform/postgres';
import { enterPartner, testGatewayAgency } from './gateway.testing.ts';
import { applyKept, deliverWaiting } from './rounds.ts';
import { listening } from './two-agencies.testing.ts';

const catalogue = {
  question: { body: z.strictObject({ text: z.string() }) },
  answer: { body: z.strictObject({ text: z.string() }) },
};
const logged: string[] = [];
const log = openLog({ level: 'debug', app: 'test', to: { write: (line) => logged.push(line) } });
let shenzhen: Agency;
let chengdu: Agency;

/** Chengdu answers each question in the transaction in which it takes it in; Shenzhen notes what it hears. */
beforeAll(async () => {
  const heard = async () => ok({ ownerId: null, effect: 'heard' });
  ({ agency: shenzhen } = await testGatewayAgency('440300', { catalogue, apply: heard }));
  ({ agency: chengdu } = await testGatewayAgency('510100', {
    catalogue,
    async apply(tx, { transferId, messageId, from }) {
      const body = { text: '收到' };
      const said = { transferId, to: from, type: 'answer', body, inReplyTo: messageId };
      const sent = await say(chengdu, tx, said);
      return sent.ok ? ok({ ownerId: null, effect: 'answered' }) : sent;
    },
  }));
  const [here, there] = await Promise.all([listening(shenzhen, log), listening(chengdu, log)]);
  await enterPartner(shenzhen, { region: '510100', ...there });
  await enterPartner(chengdu, { region: '440300', ...here });
});

function say(
  agency: Agency,
  tx: Tx,
  said: {
    readonly transferId: string;
    readonly to: string;
    readonly type: string;
    readonly body: JsonObject;
    readonly inReplyTo?: string;
  },
) {
  const signer = agency.signingKeys.signer();
  if (!signer.ok) throw new Error(signer.refusal.code);
  const { region: from, ids, clock, seal } = agency;
  const sending = {
    signer: signer.value,
    from,
    messageId: ids.next('msg'),
    at: clock.now(),
    catalogue,
    seal,
  };
  return sendMessage(tx, { ...said, ownerId: 'psn_one' }, sending);
}

test('a question goes to the other agency over its gateway, is answered there, and the answer comes back; both can prove it', async () => {
  for (const transferId of ['440300-question01', '440300-question02', '440300-question03'])
    await inTransaction(shenzhen.database, (tx) =>
      say(shenzhen, tx, { transferId, to: '510100', type: 'question', body: { text: '在吗' } }),
    );
  await deliverWaiting(shenzhen, log);
  await applyKept(chengdu, { log, stream: null });
  await deliverWaiting(chengdu, log);
  await applyKept(shenzhen, { log, stream: null });
  for (const agency of [shenzhen, chengdu]) {
    expect(
      await listQueue(agency.database, { at: agency.clock.now(), reason: null, after: null, limit: 10 }),
    ).toEqual([]);
    for (const proof of exchangeProofs(exchangeKeysOf(agency))) {
      const { rows, broken } = await proof.run(agency.database, () => undefined);
      expect([proof.name, rows, broken]).toEqual([proof.name, 6n, []]);
    }
  }
  expect(logged.join('\n')).not.toMatch(/在吗|收到/);
});
