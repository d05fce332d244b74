import { ok, type Result, refuse, type Text } from '#basics';
import { contactWrong, personById, tidyContact } from '#business/registry';
import { maskEmail, maskPhone } from '#business/registry/public';
import { inTransaction, refusedByGuard } from '#platform/postgres';
import type { Caller } from './caller.ts';
import { callChangeContact, insertNotice, lastSentCode } from './codes.store.ts';
import type { AccessContext } from './context.ts';
import { serverNow } from './credentials.store.ts';
import { limits } from './limits.ts';
import { proveLately } from './prove-again.ts';
import { codeHashes, countedCode, sendCode } from './sent-codes.ts';

/** How somebody is reached: the telephone or the e-mail on record. */
export type ContactField = 'phone' | 'email';

interface Change {
  readonly personId: string;
  readonly field: ContactField;
  /** As it was typed; spaces and hyphens in a number do not count. */
  readonly value: string;
}

export interface CodeSent {
  /** Where to, masked. */
  readonly sentTo: string;
  readonly minutes: number;
}

/**
 * Sends a code to the telephone or e-mail that shall stand on somebody's own record from then on, after a second look at who asks.
 * Refuses `access.no-person`, `access.contact-unfit`, `access.codes-today`, and what proving oneself is refused for.
 */
export async function requestContactCode(
  access: AccessContext,
  caller: Caller,
  asked: Change & { readonly password?: string | undefined; readonly totp?: string | undefined },
): Promise<Result<CodeSent>> {
  const { personId: named, field, password, totp } = asked;
  const person = await ownPerson(access, caller, named);
  if (!person) return noPerson;
  const value = tidyContact(field, asked.value);
  const wrong = contactWrong(field, value);
  if (wrong) return unfit(wrong);
  const proven = await proveLately(access, caller, { password, totp });
  if (!proven.ok) return proven;
  // After the second look: whether a guess is what stands on record, a session that was left open tells nobody.
  const now = field === 'phone' ? person.phoneSealed : person.emailSealed;
  if (now !== null && access.seal.open(now) === value) return unfit(sameAsNow);
  const addressSealed = access.seal.seal(value);
  const channel = field === 'phone' ? ('sms' as const) : field;
  const contact = { channel, addressSealed, language: person.language };
  const personId = person.ownerId;
  const sent = await sendCode(access, {
    personId,
    purpose: 'contact',
    contact,
    subject: subjectOf(field, value),
  });
  if (!sent) return refuse({ code: 'access.codes-today' });
  return ok({ sentTo: masked(field, value), minutes: limits.codeMinutes });
}

/** Puts it on record once the code shows that it is theirs, and tells the contacts that were there before. Sent twice it is done once. */
export async function changeContact(
  access: AccessContext,
  caller: Caller,
  asked: Change & { readonly code: string },
): Promise<Result<{ readonly onRecord: string }>> {
  const { personId: named, field, code } = asked;
  const person = await ownPerson(access, caller, named);
  if (!person) return noPerson;
  const personId = person.ownerId;
  const value = tidyContact(field, asked.value);
  const claim = { personId, purpose: 'contact', code, subject: subjectOf(field, value) } as const;
  const done = ok({ onRecord: masked(field, value) });
  if (await isUsedAlready(access, claim)) return done;
  const codeId = await countedCode(access, claim);
  if (codeId === null) return codeWrong(access, claim, done);
  try {
    return await inTransaction(access.loginDatabase, async (tx) => {
      await callChangeContact(tx, {
        ...{ token: caller.token ?? '', personId, field, codeId, valueSealed: access.seal.seal(value) },
        ...{ id: access.ids.next('dtl'), hashes: codeHashes(access, claim), at: access.clock.now() },
      });
      await tellBefore(tx, access, { person, field });
      return done;
    });
  } catch (fault) {
    const refused = refusedByGuard(fault);
    if (refused === undefined) throw fault;
    return refused === 'access.code-wrong' ? codeWrong(access, claim, done) : refuse({ code: refused });
  }
}

/** Of two that came at the same moment the second finds the code used, by the very same change. */
async function codeWrong<T>(
  access: AccessContext,
  claim: Parameters<typeof codeHashes>[1],
  done: Result<T>,
): Promise<Result<T>> {
  return (await isUsedAlready(access, claim)) ? done : refuse({ code: 'access.code-wrong' });
}

type Person = NonNullable<Awaited<ReturnType<typeof personById>>>;

/** Every contact that was on record hears of it, also the one that was replaced: whoever did not ask for it calls us. */
async function tellBefore(
  tx: Parameters<typeof insertNotice>[0],
  { ids, seal, loginDatabase }: AccessContext,
  { person, field }: { readonly person: Person; readonly field: ContactField },
): Promise<void> {
  const { ownerId, phoneSealed, emailSealed, language } = person;
  const madeAt = await serverNow(loginDatabase);
  const expiresAt = new Date(madeAt.getTime() + limits.toldDays * 86_400_000);
  for (const [channel, addressSealed] of [
    ['sms', phoneSealed],
    ['email', emailSealed],
  ] as const) {
    if (!addressSealed) continue;
    const notice = {
      ownerId,
      id: ids.next('ntc'),
      kind: 'contact-changed',
      channel,
      addressSealed,
      language,
    };
    await insertNotice(tx, { ...notice, bodySealed: seal.seal(changed[field][language]), madeAt, expiresAt });
  }
}

/** Its answer may have been lost: the code that was used last, with the same contact, was this very change. */
async function isUsedAlready(
  access: AccessContext,
  claim: Parameters<typeof codeHashes>[1],
): Promise<boolean> {
  const sent = await lastSentCode(access.loginDatabase, claim);
  if (!sent?.usedAt || sent.expiresAt <= sent.now) return false;
  return codeHashes(access, claim).some((hash) => Buffer.from(hash).equals(sent.codeHash));
}

async function ownPerson({ database }: AccessContext, caller: Caller, personId: string) {
  const own = caller.kind === 'insured' && caller.personIds.includes(personId);
  return own ? personById(database, personId) : undefined;
}

function unfit(detail: Text) {
  return refuse({ code: 'access.contact-unfit', problems: [{ path: 'value', detail }] });
}

/** A code proves the contact that it was sent to, and no other. */
function subjectOf(field: ContactField, value: string): string {
  return [field, value].join('/');
}

function masked(field: ContactField, value: string): string {
  return field === 'phone' ? maskPhone(value) : maskEmail(value);
}

const noPerson = refuse({ code: 'access.no-person' });
const sameAsNow: Text = { zh: '登记的就是这一个，不用更换。', en: 'This is what is on record already.' };
const changed: Readonly<Record<ContactField, Text>> = {
  phone: {
    zh: '您在医保经办机构登记的手机号码刚刚更换了，以后的通知发到新的号码。不是您本人操作的，请马上联系窗口。',
    en: 'The telephone number that we have for you was changed just now; messages go to the new one. If this was not you, call us at once.',
  },
  email: {
    zh: '您在医保经办机构登记的邮箱刚刚更换了，以后的通知发到新的邮箱。不是您本人操作的，请马上联系窗口。',
    en: 'The e-mail address that we have for you was changed just now; messages go to the new one. If this was not you, call us at once.',
  },
};
