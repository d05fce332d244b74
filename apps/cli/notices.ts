import { ok, shanghaiTime } from '#basics';
import { listNotices, retryNotice } from '#business/notices';
import { inTransaction } from '#platform/postgres';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';
import type { Desk } from './shell.ts';

/** `suixing notice list`: notices that were given up, or in another state; nothing of their texts. */
export async function listNoticesOf(
  frame: Frame,
  { agency, state }: Pick<Desk, 'agency'> & { readonly state: 'waiting' | 'sent' | 'failed' | 'expired' },
): Promise<ExitCode> {
  const { items } = await listNotices(agency.database, { state, after: null, limit: 200 });
  const listed = items.map(({ ownerId: personId, ...item }) => ({ personId, ...item }));
  return conclude(frame, ok({ items: listed }), ({ items: notices }) =>
    notices
      .map(({ personId, id, kind, channel, attempts, nextAt, fault }) =>
        [personId, id, kind, channel, attempts, shanghaiTime(nextAt), fault ?? ''].join('  '),
      )
      .join('\n'),
  );
}

/** `suixing notice retry PERSON ID`: tries one that was given up again. */
export async function retryNoticeOf(
  frame: Frame,
  {
    agency,
    place,
  }: Pick<Desk, 'agency'> & { readonly place: { readonly ownerId: string; readonly id: string } },
): Promise<ExitCode> {
  const done = await inTransaction(agency.database, (tx) => retryNotice(tx, place));
  return conclude(frame, done, () => say(frame, { zh: '将再次投递。', en: 'It is tried again.' }));
}
