import { ok, type PlainDate, type Refusal, type Result, refuse } from '#basics';
import { endAccess, voidWindowCodes } from '#business/access';
import { inTransaction } from '#platform/postgres';
import { today } from './context.ts';
import type { OfEmployer } from './employer-logins.ts';
import { endMandate } from './give-mandate.ts';
import { mandatesGivenBy, mandatesToEnd } from './mandate.store.ts';

/** What went with an employer's login, and what the clerk still has to decide about. */
export interface EndedLogin {
  /** The employer's mandates that nobody had accepted: their codes accept nothing any more. */
  readonly unaccepted: readonly NamedMandate[];
  /** How many codes of the window for the employer's own capacity are void, unused. */
  readonly windowCodes: number;
  /** What the login had let others do who accepted it: it goes on until somebody ends it. */
  readonly stillActing: readonly (NamedMandate & {
    readonly loginId: string;
    readonly untilOn: PlainDate | null;
  })[];
}

interface NamedMandate {
  readonly mandateId: string;
  readonly agentName: string;
}

/**
 * At the window: from the next request on a login acts for an employer no longer, whatever it did so by, and comes back by no code that
 * was made before. Nobody knows in whose hands a code is, so that each one of the employer's which is unused ends; whoever is meant
 * gets another. What others accepted goes on: a mandate is the employer's word and not that of the login (Civil Code, article 173),
 * and nobody who does their work is cut off by somebody else's leaving. The clerk is told of each and ends those that should end.
 */
export async function endEmployerLogin(
  asked: OfEmployer & { readonly loginId: string },
): Promise<Result<EndedLogin, Refusal>> {
  const { context, caller, employerId, loginId } = asked;
  const { database, seal } = context;
  const link = { personId: employerId, loginId, capacity: 'employer' } as const;
  // Codes first, since one opens a right; then the right, since it gives codes. Cut short anywhere, done again it goes on.
  const windowCodes = await voidWindowCodes(context, { ...link, by: caller.id });
  const access = await endAccess(context, link);
  const of = { employerId, login: loginId };
  const toEnd = await mandatesToEnd(database, of);
  for (const { id: mandateId } of toEnd) {
    const ended = await inTransaction(database, (tx) =>
      endMandate(tx, { ...asked, ownerId: employerId, mandateId }),
    );
    // Somebody was quicker with it.
    if (!ended.ok && ended.refusal.code !== 'mandate.none') return ended;
  }
  const given = await mandatesGivenBy(database, { ...of, on: today(context) });
  if (!access.ok && windowCodes + toEnd.length + given.length === 0) return refuse(access.refusal);
  return ok({
    unaccepted: toEnd
      .filter(({ accepted }) => !accepted)
      .map(({ id, agentSealed }) => ({ mandateId: id, agentName: seal.open(agentSealed) })),
    windowCodes,
    stillActing: given.map(({ id, agentSealed, agentLogin, untilOn }) => ({
      ...{ mandateId: id, agentName: seal.open(agentSealed), loginId: agentLogin, untilOn },
    })),
  });
}
