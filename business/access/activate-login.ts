import { ok, type Result, readTypedCode, refuse } from '#basics';
import { brokenConstraint, inTransaction, refusedByGuard, type Tx } from '#platform/postgres';
import type { Caller } from './caller.ts';
import { claimedPerson, type IdentityStatement } from './claimed-person.ts';
import { closedByDeath } from './closed-by-death.ts';
import {
  goodWindowCode,
  keepHolderOfCode,
  useSentCode,
  useWindowCode,
  type WindowCode,
} from './codes.store.ts';
import type { AccessContext } from './context.ts';
import { evenly } from './evenly.ts';
import { type InquiryShown, readInquiryKey } from './inquiry-key.ts';
import { loginNameHashesByKey, loginNameProblems, tidyLoginName } from './login-names.ts';
import {
  insertLink,
  insertLogin,
  insertLoginRow,
  openLoginByInquiry,
  takeLoginName,
} from './logins.store.ts';
import { hashPassword, passwordProblems } from './passwords.ts';
import { countedCode } from './sent-codes.ts';

/** By what somebody shows to be who they say: a code sent to the contact on record, or one from the window. */
export type Showing =
  | (IdentityStatement & { readonly by: 'sent-code'; readonly code: string })
  | { readonly by: 'window-code'; readonly code: string };

export type Activation = (Showing | ({ readonly by: 'account-inquiry' } & InquiryShown)) & {
  readonly loginName: string;
  readonly password: string;
};

/** Makes a login for the insured who proves themselves, or for whom the clerk's code was made out to. */
export async function activateLogin(
  access: AccessContext,
  given: Activation,
): Promise<Result<{ readonly loginId: string }>> {
  const { loginName, password } = given;
  const problems = [
    ...loginNameProblems(loginName),
    ...passwordProblems(password, { path: 'password', secondFactor: false, loginName }),
  ];
  if (problems.length > 0) return refuse({ code: 'access.password-unfit', problems });
  if (given.by === 'account-inquiry') return evenly(access, () => activateByInquiry(access, given));
  return evenly(access, async () => {
    const passwordHash = await hashPassword(access, password);
    const shown = await shownBy(access, { showing: given, purpose: 'activation' });
    if (!shown || (shown.by === 'window-code' && shown.row.loginId !== null)) return codeWrong;
    if (await closed(access, shown)) return codeWrong;
    const login = newLogin(access, { loginName, passwordHash });
    const loginId = login.id;
    return linked(access, async (tx) => {
      if (!(await insertLogin(tx, login))) return refuse({ code: 'access.login-name-taken' });
      return (await link(tx, { loginId, shown })) ? ok({ loginId }) : codeWrong;
    });
  });
}

/** A login of their own as a successor, for a relative who asked and whom two officers confirmed. */
async function activateByInquiry(
  access: AccessContext,
  { loginName, password, ...shown }: InquiryShown & Pick<Activation, 'loginName' | 'password'>,
): Promise<Result<{ readonly loginId: string }>> {
  const passwordHash = await hashPassword(access, password);
  const login = newLogin(access, { loginName, passwordHash });
  return linked(access, async (tx) => {
    await insertLoginRow(tx, login);
    await openLoginByInquiry(tx, { ...readInquiryKey(shown), loginId: login.id, at: access.clock.now() });
    // Last, so that nobody without a confirmed question hears which names are taken.
    const named = await takeLoginName(tx, login);
    return named ? ok({ loginId: login.id }) : refuse({ code: 'access.login-name-taken' });
  });
}

function newLogin(
  access: AccessContext,
  { loginName, passwordHash }: { readonly loginName: string; readonly passwordHash: string },
) {
  return {
    id: access.ids.next('usr'),
    nameHashes: loginNameHashesByKey(access.seal, loginName),
    loginNameSealed: access.seal.seal(tidyLoginName(loginName)),
    passwordHash,
  };
}

/** Adds the person or employer of a code from the window, or of a confirmed question, to the login that asks. */
export async function addPerson(
  access: AccessContext,
  caller: Caller,
  given: { readonly code: string } | InquiryShown,
): Promise<Result<{ readonly loginId: string }>> {
  if ('secret' in given)
    return linked(access, async (tx) => {
      await openLoginByInquiry(tx, { ...readInquiryKey(given), loginId: caller.id, at: access.clock.now() });
      return ok({ loginId: caller.id });
    });
  const { code } = given;
  const shown = await shownBy(access, { showing: { by: 'window-code', code }, purpose: 'activation' });
  if (shown?.by !== 'window-code' || shown.row.loginId !== null) return codeWrong;
  if (await closed(access, shown)) return codeWrong;
  const loginId = caller.id;
  return linked(access, async (tx) => ((await link(tx, { loginId, shown })) ? ok({ loginId }) : codeWrong));
}

export const codeWrong: Result<never> = refuse({ code: 'access.code-wrong' });

/** What a code proved, before it is used up. */
export type Shown =
  | {
      readonly by: 'sent-code';
      readonly personId: string;
      readonly codeId: string;
      readonly caseNumber: string;
    }
  | { readonly by: 'window-code'; readonly row: WindowCode };

export async function shownBy(
  access: AccessContext,
  { showing, purpose }: { readonly showing: Showing; readonly purpose: 'activation' | 'recovery' },
): Promise<Shown | null> {
  if (showing.by === 'window-code') {
    const row = await goodWindowCode(access.loginDatabase, windowCodeHashes(access, showing.code));
    return row ? { by: 'window-code', row } : null;
  }
  const personId = await claimedPerson(access, showing);
  if (personId === null) return null;
  const codeId = await countedCode(access, { personId, purpose, code: showing.code });
  return codeId === null ? null : { by: 'sent-code', personId, codeId, caseNumber: showing.caseNumber };
}

function windowCodeHashes({ seal }: AccessContext, code: string): readonly Uint8Array[] {
  return seal.keyedHashes('window code', readTypedCode(code));
}

/** Uses the code up; false where somebody else just did. */
export function useUp(
  tx: Tx,
  { shown, loginId }: { readonly shown: Shown; readonly loginId: string },
): Promise<boolean> {
  return shown.by === 'sent-code'
    ? useSentCode(tx, { personId: shown.personId, id: shown.codeId })
    : useWindowCode(tx, { codeHash: shown.row.codeHash, loginId });
}

/** Whoever died is not told of to somebody who holds a code of theirs; the window tells whoever asks there. */
function closed({ database }: AccessContext, shown: Shown): Promise<boolean> {
  return closedByDeath(
    database,
    shown.by === 'sent-code' ? { personId: shown.personId, capacity: 'insured' } : shown.row,
  );
}

async function link(
  tx: Tx,
  { shown, loginId }: { readonly shown: Shown; readonly loginId: string },
): Promise<boolean> {
  if (!(await useUp(tx, { shown, loginId }))) return false;
  if (shown.by === 'sent-code') {
    const { personId, caseNumber } = shown;
    const proof = { proof: 'code-to-contact', reference: caseNumber } as const;
    await insertLink(tx, { loginId, personId, capacity: 'insured', ...proof });
  } else {
    const { personId, capacity, paperReference } = shown.row;
    await insertLink(tx, { loginId, personId, capacity, proof: 'window', reference: paperReference });
    if (capacity === 'successor') await keepHolderOfCode(tx, { codeHash: shown.row.codeHash, loginId });
  }
  return true;
}

/** Runs it in a transaction; what is taken already becomes a refusal. */
export async function linked<T>(
  access: AccessContext,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await inTransaction(access.loginDatabase, work);
  } catch (fault) {
    const constraint = brokenConstraint(fault);
    const code = refusedByGuard(fault);
    if (code !== undefined) return refuse({ code });
    if (constraint === 'one_login_of_the_insured') return refuse({ code: 'access.login-exists' });
    throw fault;
  }
}
