import { ok, shanghaiTime } from '#basics';
import {
  handleQueueItem,
  listQueue,
  type QueueAction,
  type QueueItem,
  type QueueReason,
  showItem,
} from '#engines/exchange';
import { inTransaction } from '#platform/postgres';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';
import type { Desk } from './shell.ts';

/** `suixing exchange queue`: messages that do not go their way by themselves, the longest waiting first. */
export async function listQueueOf(
  frame: Frame,
  { agency, reason }: Desk & { readonly reason: QueueReason | null },
): Promise<ExitCode> {
  const at = agency.clock.now();
  const items = await listQueue(agency.database, { at, reason, after: null, limit: 200 });
  return conclude(frame, ok({ items }), () => items.map(lineOf).join('\n'));
}

/** `suixing exchange show ITEM`: one message, what is personal masked. */
export async function showItemOf(
  frame: Frame,
  { agency, id }: Desk & { readonly id: string },
): Promise<ExitCode> {
  const shown = await showItem(agency.database, { id, at: agency.clock.now(), seal: agency.seal });
  return conclude(frame, shown, (item) =>
    [
      lineOf(item),
      JSON.stringify(item.body, null, 2),
      ...item.handlings.map(({ at, officerId, what, reason }) =>
        [shanghaiTime(at), officerId, what, reason].join('  '),
      ),
      say(frame, { zh: `可以：${item.actions.join('、')}`, en: `possible: ${item.actions.join(', ')}` }),
    ].join('\n'),
  );
}

/** `suixing exchange resend|apply-again|close ITEM --reason TEXT`. */
export async function handleItemOf(
  frame: Frame,
  {
    agency,
    caller,
    ...asked
  }: Desk & { readonly id: string; readonly what: QueueAction; readonly reason: string },
): Promise<ExitCode> {
  const { ids, clock } = agency;
  const done = await inTransaction(agency.database, (tx) =>
    handleQueueItem(tx, {
      ...asked,
      ...{ token: caller.token ?? '', handlingId: ids.next('hdl'), at: clock.now() },
    }),
  );
  return conclude(frame, done, () => say(frame, words[asked.what]));
}

const words = {
  resend: { zh: '将再次发送。', en: 'It is sent again.' },
  'apply-again': { zh: '将再次办理。', en: 'It is applied again.' },
  close: { zh: '已了结。', en: 'It is closed.' },
} as const;

function lineOf({ since, id, reason, code, partner, transferId, type, sequence }: QueueItem): string {
  return [shanghaiTime(since), reason, code ?? '', partner, type, `${transferId} #${sequence}`, id].join(
    '  ',
  );
}
