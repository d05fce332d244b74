import { ok, shanghaiDate, type Text } from '#basics';
import { personById } from '#business/registry';
import { inTransaction, type Reader } from '#platform/postgres';
import { claimedPerson, type IdentityStatement } from './claimed-person.ts';
import {
  type CodePurpose,
  countCodes,
  countCodeTry,
  insertNotice,
  insertSentCode,
  lastSentCode,
} from './codes.store.ts';
import type { AccessContext } from './context.ts';
import { serverNow } from './credentials.store.ts';
import { evenly } from './evenly.ts';
import { limits } from './limits.ts';
import { digitCode } from './tokens.ts';

/**
 * Sends a one-time code to the telephone or e-mail on record, if the claim fits somebody on record who has one and was not
 * sent too many today. The caller hears nothing of any of that, and waits equally long.
 */
export function requestCode(
  access: AccessContext,
  { purpose, ...claim }: IdentityStatement & { readonly purpose: 'activation' | 'recovery' },
): Promise<void> {
  return evenly(access, async () => {
    const personId = await claimedPerson(access, claim);
    const contact = personId === null ? null : await contactOf(access, personId);
    if (personId !== null && contact) await sendCode(access, { personId, purpose, contact });
  });
}

/** The id of the code, if it is the one that was sent last to this person and can still be used. Every try is counted. */
export async function countedCode(access: AccessContext, claim: Sent): Promise<string | null> {
  const { personId, purpose } = claim;
  for (let turn = 0; turn < 10; turn += 1) {
    const sent = await lastSentCode(access.loginDatabase, { personId, purpose });
    if (!sent || sent.usedAt || sent.expiresAt <= sent.now || sent.tries >= limits.codeTries) return null;
    const { id, tries } = sent;
    if (!(await countCodeTry(access.loginDatabase, { personId, id, seen: tries }))) continue;
    const hashes = codeHashes(access, claim);
    return hashes.some((hash) => Buffer.from(hash).equals(sent.codeHash)) ? id : null;
  }
  return null;
}

/** As a code that was sent may lie in the database, by each key. */
export function codeHashes({ seal }: AccessContext, { purpose, ...claim }: Sent): readonly Uint8Array[] {
  return seal.keyedHashes(hashPurpose(purpose), hashedText(claim));
}

function hashedText({ personId, subject, code }: Omit<Sent, 'purpose'>): string {
  return [personId, ...(subject === undefined ? [] : [subject]), code.trim()].join('/');
}

interface Sent {
  readonly personId: string;
  readonly purpose: CodePurpose;
  readonly code: string;
  /** What the code proves besides: the contact that it was sent to. */
  readonly subject?: string;
}

interface Contact {
  readonly channel: 'sms' | 'email';
  readonly addressSealed: Uint8Array;
  readonly language: 'zh' | 'en';
}

async function contactOf({ database }: AccessContext, personId: string): Promise<Contact | null> {
  const person = await personById(database, personId);
  if (!person) return null;
  const { phoneSealed, emailSealed, language } = person;
  if (phoneSealed) return { channel: 'sms', addressSealed: phoneSealed, language };
  return emailSealed ? { channel: 'email', addressSealed: emailSealed, language } : null;
}

interface Sending extends Omit<Sent, 'code'> {
  readonly contact: Contact;
}

/** Answers whether one went out: there were not too many today. */
export async function sendCode(
  access: AccessContext,
  { personId, purpose, contact, subject }: Sending,
): Promise<boolean> {
  const { loginDatabase, random, seal, ids } = access;
  const code = digitCode(random, limits.codeDigits);
  const madeAt = await serverNow(loginDatabase);
  const expiresAt = new Date(madeAt.getTime() + limits.codeMinutes * 60_000);
  const sent = await inTransaction(loginDatabase, async (tx) => {
    const id = await nextOfToday(tx, { personId, at: madeAt });
    const text = hashedText({ personId, code, ...(subject === undefined ? {} : { subject }) });
    const codeHash = seal.keyedHash(hashPurpose(purpose), text);
    if (id === null || !(await insertSentCode(tx, { personId, id, purpose, codeHash, madeAt, expiresAt })))
      return ok(false);
    await insertNotice(tx, {
      ownerId: personId,
      id: ids.next('ntc'),
      kind: `${purpose}-code`,
      ...contact,
      bodySealed: seal.seal(messages[purpose](code)[contact.language]),
      madeAt,
      expiresAt,
    });
    return ok(true);
  });
  return sent.ok && sent.value;
}

/** Codes are numbered by day and person, which bounds how many guesses anybody gets. */
async function nextOfToday(
  reader: Reader,
  { personId, at }: { readonly personId: string; readonly at: Date },
): Promise<string | null> {
  const day = shanghaiDate(at);
  const count = await countCodes(reader, { personId, day });
  return count < limits.codesADay ? `${day}/${count + 1}` : null;
}

function hashPurpose(purpose: CodePurpose): string {
  return `one-time code for ${purpose}`;
}

const messages: Readonly<Record<CodePurpose, (code: string) => Text>> = {
  activation: (code) => ({
    zh: `您正在开通医保个人账户网上服务，验证码 ${code}，${limits.codeMinutes} 分钟内有效。工作人员不会向您索要验证码；不是您本人操作的，请不要理会。`,
    en: `You are activating online access to your medical-insurance account. Code ${code}, good for ${limits.codeMinutes} minutes. Our staff never ask for it; ignore it if this was not you.`,
  }),
  contact: (code) => ({
    zh: `您正在把医保登记的联系方式换成这一个，验证码 ${code}，${limits.codeMinutes} 分钟内有效。工作人员不会向您索要验证码；不是您本人操作的，请不要理会。`,
    en: `You are making this the contact on your medical-insurance record. Code ${code}, good for ${limits.codeMinutes} minutes. Our staff never ask for it; ignore it if this was not you.`,
  }),
  recovery: (code) => ({
    zh: `您正在重新设置医保个人账户网上服务的密码，验证码 ${code}，${limits.codeMinutes} 分钟内有效。工作人员不会向您索要验证码；不是您本人操作的，请不要理会。`,
    en: `You are setting a new password for online access to your medical-insurance account. Code ${code}, good for ${limits.codeMinutes} minutes. Our staff never ask for it; ignore it if this was not you.`,
  }),
};
