import { ok, type Refusal, refuse } from '#basics';
import { inTransaction, isClockApart } from '#platform/postgres';
import { envelopeIn } from './envelope.ts';
import type { Applying, ReceivedMessage } from './message.ts';
import { digestOfText } from './receipt.ts';
import {
  type ClaimedRow,
  claimNextMessage,
  messageApplied,
  readyStreams,
  type Stream,
  setMessageAside,
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
  const runs: ApplyRun[] = [];
  for (const stream of await readyStreams(applying.database, { transferId, limit }))
    runs.push(await applyStream(applying, stream));
  return {
    applied: runs.reduce((sum, run) => sum + run.applied, 0),
    setAside: runs.flatMap(({ setAside }) => setAside),
  };
}

/** The same for one sender's messages of one transfer, as soon as one of them was kept. */
export async function applyStream(applying: Applying, stream: Stream): Promise<ApplyRun> {
  let applied = 0;
  const setAside: { messageId: string; code: string }[] = [];
  for (;;) {
    const step = await applyNext(applying, stream);
    if (step.is === 'applied') applied += 1;
    if (step.is === 'set-aside') setAside.push({ messageId: step.messageId, code: step.code });
    if (step.is === 'none' || !step.more) return { applied, setAside };
  }
}

type Step =
  | { readonly is: 'none' }
  | { readonly is: 'applied'; readonly more: boolean }
  | { readonly is: 'set-aside'; readonly messageId: string; readonly code: string; readonly more: true };

const none: Step = { is: 'none' };

async function applyNext(applying: Applying, stream: Stream): Promise<Step> {
  let claimed: ClaimedRow | null = null;
  try {
    const done = await inTransaction(applying.database, async (tx) => {
      const at = applying.clock.now();
      claimed = await claimNextMessage(tx, stream);
      if (!claimed) return ok(none);
      const result = await applying.apply(tx, messageOf(applying, claimed), at);
      if (!result.ok) return refuse(result.refusal);
      const more = await messageApplied(tx, stream, { ...result.value, messageId: claimed.messageId, at });
      return ok({ is: 'applied', more } as const);
    });
    if (done.ok) return done.value;
    return claimed ? await putAside(applying, stream, { claimed, refusal: done.refusal }) : none;
  } catch (fault) {
    applying.onFault(fault, (claimed as ClaimedRow | null)?.messageId ?? stream.transferId); // set within the transaction
    return none;
  }
}

async function putAside(
  { database, passing }: Applying,
  stream: Stream,
  { claimed: { messageId }, refusal: { code } }: { readonly claimed: ClaimedRow; readonly refusal: Refusal },
): Promise<Step> {
  // That our clock is not the database’s says nothing of the message: it is taken in once the clock is right.
  const waits = passing.has(code) || isClockApart({ code });
  await inTransaction(database, async (tx) =>
    ok(await setMessageAside(tx, stream, { messageId, reason: code, waits })),
  );
  return waits ? none : { is: 'set-aside', messageId, code, more: true };
}

/** What was kept was verified and read before; here its bytes must be the same, and then it says the same. */
export function messageOf({ seal }: Pick<Applying, 'seal'>, row: ClaimedRow): ReceivedMessage {
  const text = seal.open(row.textSealed);
  if (digestOfText(text) !== row.digest) throw new Error(`the message ${row.messageId} is not what was kept`);
  const { version: _, sentAt, ...said } = envelopeIn(text);
  return { ...said, sentAt: new Date(sentAt), receivedAt: row.receivedAt, text };
}
