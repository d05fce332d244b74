import { ok, shanghaiTime } from '#basics';
import {
  chooseNoticeLanguage,
  listNotices,
  readNotices,
  readOwnNotices,
  retryNotice,
} from '#business/notices';
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

/** `suixing notice own PERSON`: what somebody was told, for their own eyes. */
export async function listOwnNotices(
  frame: Frame,
  { agency, caller, owner, markRead }: Desk & { readonly owner: string; readonly markRead: boolean },
): Promise<ExitCode> {
  const asked = { caller, owner, seal: agency.seal, before: null, limit: 100 };
  const read = await readOwnNotices(agency.database, asked);
  if (read.ok && markRead && read.value.items.length > 0) {
    const ids = read.value.items.map(({ id }) => id);
    const noted = await inTransaction(agency.database, (tx) =>
      readNotices(tx, { context: agency, caller, owner, ids }),
    );
    if (!noted.ok) return conclude(frame, noted, () => '');
  }
  if (read.ok) frame.shown?.add(owner);
  return conclude(frame, read, ({ items }) =>
    items
      .map(({ madeAt, state, to, text, caseNumber, unread }) =>
        [unread ? '*' : ' ', shanghaiTime(madeAt), state, to, caseNumber ?? '', text].join('  '),
      )
      .join('\n'),
  );
}

/** `suixing notice language PERSON zh|en`. */
export async function chooseLanguage(
  frame: Frame,
  { agency, caller, owner, language }: Desk & { readonly owner: string; readonly language: 'zh' | 'en' },
): Promise<ExitCode> {
  const done = await inTransaction(agency.database, (tx) =>
    chooseNoticeLanguage(tx, { context: agency, caller, owner, language }),
  );
  return conclude(frame, done, () =>
    say(
      frame,
      language === 'zh'
        ? { zh: '以后的通知用中文。', en: 'You will be told in Chinese.' }
        : { zh: '以后的通知用英文。', en: 'You will be told in English.' },
    ),
  );
}
