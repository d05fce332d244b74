import { createHash } from 'node:crypto';
import {
  type Fen,
  ok,
  type PlainDate,
  type Problem,
  type Refusal,
  type Result,
  refuse,
  type Text,
} from '#basics';
import { type InquiryShown, newInquirySecret, readInquiryKey } from '#business/access/public';
import { findPersonByIdentity, personById, standingOf } from '#business/registry';
import { type GivenIdentity, readIdentity } from '#business/registry/public';
import { readAccount } from '#engines/ledger';
import type { Reader, Tx } from '#platform/postgres';
import {
  type AskedBefore,
  entitledInquiry,
  type InquiryRow,
  insertInquiry,
} from './account-inquiry.store.ts';
import type { SuccessionContext } from './context.ts';
import type { Relation } from './successor.ts';

/** Who died, and who asks. */
export interface NewInquiry {
  readonly deceased: { readonly name: string; readonly identity: GivenIdentity };
  readonly asker: { readonly name: string; readonly identity: GivenIdentity };
  readonly relation: Relation;
  /** Made by who asks, so that asking again with it is the same question; made here where left out. */
  readonly secret?: string | undefined;
}

/**
 * Takes in the question whether somebody who died had an account. The answer is the same for everybody, on record or not; the
 * secret, told once, opens the real one when two officers have found the asker entitled.
 */
export async function askForAccount(
  tx: Tx,
  { ids, random, seal, clock }: Pick<SuccessionContext, 'ids' | 'random' | 'seal' | 'clock'>,
  asked: NewInquiry,
): Promise<Result<{ readonly inquiryId: string; readonly secret: string; readonly message: Text }, Refusal>> {
  const problems = [...personProblems('deceased', asked.deceased), ...personProblems('asker', asked.asker)];
  if (problems.length > 0) return refuse({ code: 'succession.wrong', problems });
  const secret = asked.secret ?? newInquirySecret(random);
  const askedSealed = seal.seal(written(asked));
  const { id, before } = await insertInquiry(tx, {
    id: ids.next('inq'),
    secretHash: hashOf(secret),
    askedSealed,
    relation: asked.relation,
    at: clock.now(),
  });
  // Asked again because an answer was lost, it is the same question; with another question the secret is not theirs to use.
  if (before !== null && !isSame(seal, asked, before))
    return refuse({ code: 'succession.inquiry-secret-used' });
  return ok({ inquiryId: id, secret, message: sameForAll });
}

/** Who died and who asks, as it is sealed. */
function written({ deceased, asker }: Pick<NewInquiry, 'deceased' | 'asker'>): string {
  const person = ({ name, identity }: NewInquiry['deceased']) => {
    const { kind, number, issuer = null } = identity;
    return { name: name.trim(), identity: { kind, number: number.trim(), issuer } };
  };
  return JSON.stringify({ deceased: person(deceased), asker: person(asker) });
}

function isSame(seal: SuccessionContext['seal'], question: NewInquiry, before: AskedBefore): boolean {
  if (before.askedSealed === null || before.relation !== question.relation) return false;
  return written(asked(seal, before)) === written(question);
}

/** For how many days the answer may be read. */
const answerDays = 30;

export interface InquiryAnswer {
  readonly answered: boolean;
  readonly message: Text;
  readonly accountExists: boolean | null;
  readonly balanceFen: Fen | null;
  /** Whether the same number and secret open a login as a successor: once, where the asker was identified and the death counts. */
  readonly login: 'open' | 'used' | 'none';
}

/** Whether there is an account and what it holds, for an entitled asker; for everybody else the same words as before. */
export async function answerInquiry(
  reader: Reader,
  { seal, clock }: Pick<SuccessionContext, 'seal' | 'clock'>,
  shown: InquiryShown,
): Promise<InquiryAnswer> {
  const { inquiryId, secret } = readInquiryKey(shown);
  const since = new Date(clock.now().getTime() - answerDays * 86_400_000);
  const found = await entitledInquiry(reader, { id: inquiryId, secretHash: hashOf(secret), since });
  if (!found)
    return { answered: false, message: sameForAll, accountExists: null, balanceFen: null, login: 'none' };
  const personId = await personAsked(reader, seal, found);
  const account = personId === null ? undefined : await readAccount(reader, personId);
  const open = account !== undefined && account.closedOn === null;
  return {
    answered: true,
    message: open ? thereIs : account?.closedOn ? thereWas(account.closedOn) : thereIsNone,
    accountExists: open,
    balanceFen: open ? account.balanceFen : null,
    login: found.loginId !== null ? 'used' : (await opensLogin(reader, found)) ? 'open' : 'none',
  };
}

/** As the database will judge it: who asked was identified, and the death stands on the record. */
async function opensLogin(reader: Reader, { personId, identityPaper }: InquiryRow): Promise<boolean> {
  if (personId === null || identityPaper === null) return false;
  return typeof (await standingOf(reader, personId)).died?.on === 'string';
}

/** Whose record a question is about; null where there is none of that number and name. */
export async function personAsked(
  reader: Reader,
  seal: SuccessionContext['seal'],
  row: InquiryRow,
): Promise<string | null> {
  const { deceased } = asked(seal, row);
  const read = readIdentity(deceased.identity);
  const personId =
    'value' in read ? await findPersonByIdentity(reader, { seal, document: read.value }) : null;
  const person = personId === null ? undefined : await personById(reader, personId);
  return person !== undefined && person.name === deceased.name.trim() ? person.ownerId : null;
}

/** Who died, and who asks, as it lies sealed. */
export function asked(
  seal: SuccessionContext['seal'],
  { askedSealed }: Pick<InquiryRow, 'askedSealed'>,
): Pick<NewInquiry, 'deceased' | 'asker'> {
  if (askedSealed === null) throw new Error('the question was erased'); // nobody asks what was
  return JSON.parse(seal.open(askedSealed)) as Pick<NewInquiry, 'deceased' | 'asker'>; // sealed by this file in this form
}

/** By which a question is found again by its secret. */
export function hashOf(secret: string): Uint8Array {
  return createHash('sha256').update(`suixing account inquiry ${secret}`, 'utf8').digest();
}

function personProblems(path: string, { name, identity }: NewInquiry['deceased']): readonly Problem[] {
  const read = readIdentity(identity);
  const wrong = 'wrong' in read ? read.wrong.map((detail) => ({ path: `${path}.identity`, detail })) : [];
  const named = name.trim().length > 0 && name.length <= 70;
  return [...(named ? [] : [{ path: `${path}.name`, detail: nameMissing }]), ...wrong];
}

const nameMissing = { zh: '请填写姓名', en: 'Give the name' };

/** Everybody gets this, whoever died and whether there is an account or not. */
const sameForAll: Text = {
  zh: '您的查询已收到。请带死亡证明、亲属关系证明和您的证件到窗口核对；两名工作人员确认之后，用编号和口令可以看到结果。确认之前，我们对所有人都只能这样答复。',
  en: 'Your question was received. Bring the proof of death, the proof of your relation and your identity document to the window; once two officers have confirmed them, the number and the secret show the answer. Until then everybody gets these words.',
};
const thereIs: Text = { zh: '有医保个人账户，余额如下。', en: 'There is a personal account; it holds this.' };
/** It closes when its balance is settled, before any share has left: whoever asks then can still be heard. */
const thereWas = (on: PlainDate): Text => ({
  zh: `有过医保个人账户，已于 ${on} 结清关闭：余额付给继承人，或者已经转出。您如果也是继承人，请尽快到窗口说明。`,
  en: `There was a personal account. It was settled and closed on ${on}: its balance goes to the heirs, or was transferred. If you inherit too, please tell us at a window soon.`,
});
const thereIsNone: Text = {
  zh: '没有可以继承的医保个人账户。',
  en: 'There is no personal account to succeed to.',
};
