import { ok, type Result, refuse } from '#basics';
import { type GivenIdentity, numberTail, readIdentity } from '#business/registry/public';
import { inTransaction, refusedByGuard } from '#platform/postgres';
import type { Caller } from './caller.ts';
import { closedByDeath } from './closed-by-death.ts';
import { type CodeHolder, callForgetCodeNames, issueWindowCode, voidCodesOf } from './codes.store.ts';
import type { AccessContext } from './context.ts';
import { endedInError } from './ended-in-error.ts';
import { limits } from './limits.ts';
import { accessTo, endLink, isOnRecord, type Link } from './logins.store.ts';
import type { Capacity } from './sessions.store.ts';
import { windowCode } from './tokens.ts';

export interface CodeWish {
  /** The insured person (`psn_…`) or employer (`emp_…`) whom the code is about. */
  readonly personId: string;
  readonly capacity: Capacity;
  /** The paper that the clerk saw: what shows who they are, and that they may. */
  readonly paperReference: string;
  /** A successor's name, as the identity document has it; without it a signed-in waiver is taken in at the window only. */
  readonly holderName?: string | null;
  /** The document that was compared with the name; without it nobody is known as a child's guardian by this code. */
  readonly holderIdentity?: GivenIdentity | null;
  /** The login to recover; null to make one, or to add to one. */
  readonly loginId: string | null;
}

/** A clerk hands over a code at the window. It is told this once; the database holds its keyed hash. */
export async function handOverCode(
  access: AccessContext,
  caller: Caller,
  wish: CodeWish,
): Promise<Result<{ readonly code: string; readonly expiresAt: string }>> {
  const { personId, capacity, paperReference, loginId } = wish;
  if (!(await isOnRecord(access.database, personId))) return refuse({ code: 'access.no-person' });
  if (await closedByDeath(access.database, { personId, capacity }))
    return refuse({ code: 'access.person-dead' });
  if (loginId !== null && !(await isTheirs(access, { personId, loginId, capacity })))
    return refuse({ code: 'access.no-login' });
  const holder = holderOf(wish);
  if (!holder.ok) return holder;
  const code = windowCode(access.random);
  try {
    await issueWindowCode(access.loginDatabase, {
      token: caller.token ?? '',
      codeHash: access.seal.keyedHash('window code', code),
      ...{ personId, capacity, loginId, paperReference },
      minutes: limits.windowCodeMinutes,
      holder: holder.value,
    });
    // The database counts its minutes by its own clock; people are told the hour by the agency's, which a demo moves.
    const until = access.clock.now().getTime() + limits.windowCodeMinutes * 60_000;
    return ok({ code, expiresAt: new Date(until).toISOString() });
  } catch (fault) {
    const refused = refusedByGuard(fault);
    if (refused === undefined) throw fault;
    return refuse({ code: refused });
  }
}

/** Nobody but a successor is known by what the window wrote down with the code, and by a document only together with a name. */
function holderOf({ capacity, holderName, holderIdentity }: CodeWish): Result<CodeHolder | null> {
  const name = holderName?.trim() ?? '';
  if (capacity !== 'successor' || name === '') return ok(null);
  if (!holderIdentity) return ok({ name, identityKind: null, identityTail: null });
  const read = readIdentity(holderIdentity);
  if ('wrong' in read) {
    const problems = read.wrong.map((detail) => ({ path: 'holderIdentity.number', detail }));
    return refuse({ code: 'registry.number-wrong', problems });
  }
  const { kind, number } = read.value;
  return ok({ name, identityKind: kind, identityTail: numberTail(number) });
}

/** A name that the window wrote down with a code goes with the code; what it proved stands with the login. */
export async function forgetCodeNames({ database }: Pick<AccessContext, 'database'>): Promise<number> {
  const gone = await inTransaction(database, async (tx) => ok(await callForgetCodeNames(tx, 1000)));
  return gone.ok ? gone.value : 0;
}

/** From the next request on the login may no longer act for this person in this capacity. */
export function endAccess(access: Pick<AccessContext, 'loginDatabase'>, link: Link): Promise<Result<null>> {
  return inTransaction(access.loginDatabase, async (tx) =>
    (await endLink(tx, link)) ? ok(null) : refuse({ code: 'access.no-login' }),
  );
}

/** No unused code by which a login that had this access could come back opens anything any more; another login's own stays. Answers how many. */
export function voidWindowCodes(
  { loginDatabase }: Pick<AccessContext, 'loginDatabase'>,
  codes: Link & { readonly by: string },
): Promise<number> {
  return voidCodesOf(loginDatabase, codes);
}

/** Whether the login may act for the person, or may again: a death had ended it that does not count. */
async function isTheirs(access: AccessContext, { personId, loginId, capacity }: Link): Promise<boolean> {
  const logins = await accessTo(access.loginDatabase, personId);
  const live = logins.some((each) => each.loginId === loginId && each.capacity === capacity);
  return live || endedInError(access, { personId, loginId, capacity });
}
