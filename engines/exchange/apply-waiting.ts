import { ok, type Refusal, refuse } from '#basics';
import { inTransaction } from '#platform/postgres';
import { readEnvelope } from './envelope.ts';
import { messageType, openJws } from './jws.ts';
import type { Applying, ReceivedMessage } from './message.ts';
import { digestOfText } from './receipt.ts';
import {
  claimMessage,
  noteEffect,
  setMessageAside,
  type WaitingRow,
  waitingMessages,
} from './received.store.ts';

export interface ApplyRun {
  readonly applied: number;
  /** Put before a clerk, by their refusals' codes. */
  readonly setAside: readonly { readonly messageId: string; readonly code: string }[];
}

/**
 * One pass over what is kept and not applied, each sender's messages of a transfer in their order, until nothing more is next.
 * What is applied and what it does are one transaction, so that it happens once however often and by however many this is called.
 */
export async function applyWaiting(
  applying: Applying,
  { transferId = null, limit = 200 }: { readonly transferId?: string | null; readonly limit?: number } = {},
): Promise<ApplyRun> {
  let applied = 0;
  const setAside: { messageId: string; code: string }[] = [];
  const tried = new Set<string>();
  for (;;) {
    const rows = await waitingMessages(applying.database, { transferId, limit });
    const fresh = rows.filter((row) => !tried.has(keyOf(row)));
    if (fresh.length === 0) return { applied, setAside };
    for (const row of fresh) {
      tried.add(keyOf(row));
      const outcome = await applyOne(applying, row);
      if (outcome === 'applied') applied += 1;
      else if (outcome !== 'passed') setAside.push({ messageId: row.messageId, code: outcome.code });
    }
  }
}

function keyOf({ transferId, from, messageId }: WaitingRow): string {
  return `${transferId} ${from} ${messageId}`;
}

async function applyOne(applying: Applying, row: WaitingRow): Promise<'applied' | 'passed' | Refusal> {
  try {
    const message = messageOf(applying, row);
    let mine = false;
    const done = await inTransaction(applying.database, async (tx) => {
      const at = applying.clock.now();
      mine = await claimMessage(tx, row, at);
      if (!mine) return refuse({ code: 'exchange.changed-meanwhile' });
      const result = await applying.apply(tx, message, at);
      if (result.ok) await noteEffect(tx, row, result.value);
      return result;
    });
    if (done.ok) return 'applied';
    return mine ? await putAside(applying, row, done.refusal) : 'passed';
  } catch (fault) {
    applying.onFault(fault, row.messageId);
    return 'passed';
  }
}

async function putAside(
  { database, passing }: Applying,
  row: WaitingRow,
  refusal: Refusal,
): Promise<'passed' | Refusal> {
  const waits = passing.has(refusal.code);
  await inTransaction(database, async (tx) =>
    ok(await setMessageAside(tx, row, { reason: refusal.code, waits })),
  );
  return waits ? 'passed' : refusal;
}

/** What was kept was verified before; here it is only read again, and must be the same bytes. */
function messageOf({ seal }: Applying, row: WaitingRow): ReceivedMessage {
  const text = seal.open(row.textSealed);
  const opened = openJws(text, messageType);
  const envelope = opened.ok ? readEnvelope(opened.value.payload) : opened;
  if (!envelope.ok || digestOfText(text) !== row.digest)
    throw new Error(`the message ${row.messageId} is not what was kept`);
  const { version: _, sentAt, ...said } = envelope.value;
  return { ...said, sentAt: new Date(sentAt), receivedAt: row.receivedAt, text };
}
