import type { Refusal, Result } from '#basics';
import { inTransaction } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import { testClock, testDatabase, testIds, testOffice, testRandom } from '#platform/testing';
import { testCatalogue, testParty } from './message.testing.ts';
import { handleQueueItem, listQueue, type QueueAction } from './queue.ts';

/** Shenzhen's end of an exchange, with what it says to Chengdu and the queue that its clerk sees. */
export async function testEnd() {
  const db = await testDatabase();
  const { clerk } = await testOffice(db);
  const shenzhen = testParty('440300');
  const clock = testClock('2026-11-29T11:00:00+08:00');
  const seal = makeSeal({ keys: [testRandom(1)(32)], random: testRandom(2) });
  const ids = testIds(3);
  return {
    ...{ db, clock, seal },
    ...{ shenzhen, chengdu: testParty('510100'), dongguan: testParty('441900') },
    draftOf(transferId: string) {
      return { transferId, ownerId: 'psn_one', to: '510100', type: 'greeting', body: { text: '您好' } };
    },
    sendingAt() {
      const messageId = ids.next('msg');
      const { signer } = shenzhen;
      return { signer, from: '440300', messageId, at: clock.now(), catalogue: testCatalogue, seal };
    },
    async queueOf(transferId: string) {
      const items = await listQueue(db.app, { at: clock.now(), reason: null, after: null, limit: 100 });
      return items.filter((item) => item.transferId === transferId);
    },
    handled(id: string, what: QueueAction): Promise<Result<unknown, Refusal>> {
      const asked = { id, what, reason: '与成都核对过', token: clerk, handlingId: ids.next('hdl') };
      return inTransaction(db.app, (tx) => handleQueueItem(tx, { ...asked, at: clock.now() }));
    },
  };
}
