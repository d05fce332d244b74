import { ok, type Refusal, type Result, refuse, type Text } from '#basics';
import type { Caller } from '#business/access/public';
import { personById, recordsOf } from '#business/registry';
import { maskEmail, maskPhone } from '#business/registry/public';
import { type Database, inTransaction, type Reader, refusedByGuard, type Tx } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { OwnNoticesContext } from './context.ts';
import {
  callChooseLanguage,
  callForgetNotices,
  callReadNotices,
  chosenLanguage,
  countUnread,
  type Forgotten,
  type NoticePlaceInTime,
  noticesOf,
  type OwnNoticeRow,
} from './own-notices.store.ts';

/** A notice as the person reads it: where it went, masked, what it said, and whether it left us. */
export interface OwnNotice
  extends Omit<OwnNoticeRow, 'ownerId' | 'addressSealed' | 'bodySealed' | 'readAt' | 'doneAt'> {
  readonly to: string;
  readonly text: string;
  /** When it was handed on, or given up; null while it waits. */
  readonly doneAt: Date | null;
  readonly unread: boolean;
}

interface OwnNotices {
  readonly items: readonly OwnNotice[];
  readonly unread: number;
  readonly next: NoticePlaceInTime | null;
}

interface Asked {
  readonly caller: Caller;
  readonly owner: string;
}

/** What a person was told, the latest first; nobody else reads it, and nobody by mandate. Refuses `notices.not-yours`. */
export async function readOwnNotices(
  reader: Reader,
  asked: Asked & {
    readonly seal: Seal;
    readonly before: NoticePlaceInTime | null;
    readonly limit: number;
  },
): Promise<Result<OwnNotices, Refusal>> {
  const { caller, owner, seal, before, limit } = asked;
  if (!isOwn(caller, owner)) return refuse({ code: 'notices.not-yours' });
  const owners = await recordsOf(reader, { owner });
  const rows = await noticesOf(reader, { owners, before, limit: limit + 1 });
  const items = rows.slice(0, limit).map((row) => opened(seal, row));
  const last = rows.length > limit ? items.at(-1) : undefined;
  return ok({
    items,
    unread: await countUnread(reader, owners),
    next: last ? { madeAt: last.madeAt, id: last.id } : null,
  });
}

/** How many of their notices a person has not read. Refuses `notices.not-yours`. */
export async function countUnreadNotices(
  reader: Reader,
  { caller, owner }: Asked,
): Promise<Result<number, Refusal>> {
  if (!isOwn(caller, owner)) return refuse({ code: 'notices.not-yours' });
  return ok(await countUnread(reader, await recordsOf(reader, { owner })));
}

/** Notes that the person has read these. Refuses `notices.not-yours`. */
export async function readNotices(
  tx: Tx,
  asked: Asked & { readonly context: OwnNoticesContext; readonly ids: readonly string[] },
): Promise<Result<null, Refusal>> {
  const { context, caller, owner, ids } = asked;
  const reading = { token: caller.token ?? '', ownerId: owner, at: context.clock.now(), ids };
  return guarded(callReadNotices(tx, reading));
}

/** How a person is told. */
export interface NoticeSettings {
  readonly phone: string | null;
  readonly email: string | null;
  /** Which of the two is used; null where neither is on record. */
  readonly channel: 'sms' | 'email' | null;
  readonly language: 'zh' | 'en';
  /** False where the language is only the one on record: then that of each case goes before it. */
  readonly languageChosen: boolean;
}

/** Where and in which language a person is told; addresses masked. Refuses `notices.not-yours`. */
export async function readNoticeSettings(
  reader: Reader,
  { caller, owner, seal }: Asked & { readonly seal: Seal },
): Promise<Result<NoticeSettings, Refusal>> {
  const person = isOwn(caller, owner) ? await personById(reader, owner) : undefined;
  if (!person) return refuse({ code: 'notices.not-yours' });
  const { phoneSealed, emailSealed } = person;
  const chosen = await chosenLanguage(reader, owner);
  return ok({
    phone: phoneSealed && maskPhone(seal.open(phoneSealed)),
    email: emailSealed && maskEmail(seal.open(emailSealed)),
    channel: emailSealed ? 'email' : phoneSealed ? 'sms' : null,
    language: chosen ?? person.language,
    languageChosen: chosen !== null,
  });
}

/** From now on the person is told in this language. Refuses `notices.not-yours`. */
export async function chooseNoticeLanguage(
  tx: Tx,
  asked: Asked & { readonly context: OwnNoticesContext; readonly language: 'zh' | 'en' },
): Promise<Result<null, Refusal>> {
  const { context, caller, owner, language } = asked;
  const choice = { token: caller.token ?? '', ownerId: owner, at: context.clock.now(), language };
  return guarded(callChooseLanguage(tx, choice));
}

/** Lets go of what was kept long enough, some at a time. */
export async function forgetNotices({ database }: { readonly database: Database }): Promise<Forgotten> {
  const gone = await inTransaction(database, async (tx) => ok(await callForgetNotices(tx, 1000)));
  return gone.ok ? gone.value : { codes: 0, notices: 0 };
}

function isOwn({ kind, personIds }: Caller, owner: string): boolean {
  return kind === 'insured' && personIds.includes(owner);
}

function opened(seal: Seal, row: OwnNoticeRow): OwnNotice {
  const { ownerId: _, addressSealed, bodySealed, readAt, ...notice } = row;
  const address = seal.open(addressSealed);
  const code = codeTexts[row.kind];
  return {
    ...notice,
    to: row.channel === 'email' ? maskEmail(address) : maskPhone(address),
    // What a code was is told nobody afterwards, the person included.
    text: code ? code[row.language] : bodySealed ? seal.open(bodySealed) : '',
    unread: readAt === null,
  };
}

const codeTexts: Readonly<Record<string, Text>> = {
  'activation-code': {
    zh: '发出过一个开通网上服务的验证码。不是您本人要的，请告诉我们。',
    en: 'A code to activate your login was sent. If you did not ask for it, tell us.',
  },
  'contact-code': {
    zh: '发出过一个更换手机号码或邮箱的验证码。不是您本人要的，请告诉我们。',
    en: 'A code to change your telephone number or e-mail was sent. If you did not ask for it, tell us.',
  },
  'recovery-code': {
    zh: '发出过一个重设密码的验证码。不是您本人要的，请告诉我们。',
    en: 'A code to set a new password was sent. If you did not ask for it, tell us.',
  },
};

async function guarded(asked: Promise<void>): Promise<Result<null, Refusal>> {
  try {
    await asked;
    return ok(null);
  } catch (error) {
    const code = refusedByGuard(error, {});
    if (code === undefined) throw error;
    return refuse({ code: code === 'mandate.none' ? 'notices.not-yours' : code });
  }
}
