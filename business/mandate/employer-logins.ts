import { ok, type PlainDate, type Refusal, type Result, refuse, shanghaiDate } from '#basics';
import { loginsOf } from '#business/access';
import { employerById } from '#business/registry';
import type { Reader } from '#platform/postgres';
import { type Asked, today } from './context.ts';
import { actsByOwnRight, mandatesActing } from './mandate.store.ts';

/** By what a login acts for an employer now; one that does so by two things stands here twice. */
export interface EmployerLogin {
  readonly loginId: string;
  /** Masked. */
  readonly loginName: string;
  /** By whom it was let in: a clerk at the window, or the employer itself by a mandate. */
  readonly given: 'window' | 'mandate';
  /** Whom the mandate names; null where the window gave it. */
  readonly agentName: string | null;
  readonly mandateId: string | null;
  readonly sinceOn: PlainDate;
  /** The last day; null where none is fixed. */
  readonly untilOn: PlainDate | null;
  /** The paper that a clerk saw; null for a mandate that was given online. */
  readonly paperReference: string | null;
  /** Whether it is the login that asks. */
  readonly own: boolean;
}

export interface OfEmployer extends Asked {
  readonly employerId: string;
}

/**
 * Every login that acts for an employer today, however it was given: by the window's word, or by a mandate that holds. Whoever acts by
 * a mandate sees their own and nobody else's, as in the list of mandates.
 */
export async function employerLogins(
  reader: Reader,
  { context, caller, employerId }: OfEmployer,
): Promise<Result<readonly EmployerLogin[], Refusal>> {
  const mine = caller.kind === 'employer' && caller.personIds.includes(employerId);
  if (caller.kind !== 'officer' && !mine) return refuse({ code: 'mandate.none' });
  if (!(await employerById(reader, employerId))) return refuse({ code: 'access.no-person' });
  const links = await loginsOf(context, { personId: employerId, capacity: 'employer' });
  const mandates = await mandatesActing(reader, { employerId, on: today(context) });
  const all = links.flatMap(({ loginId, loginName, proof, reference, sinceAt }): EmployerLogin[] => {
    const of = { loginId, loginName, own: loginId === caller.id };
    const byWindow = { given: 'window', agentName: null, mandateId: null, untilOn: null } as const;
    return [
      ...(proof === 'mandate'
        ? []
        : [{ ...of, ...byWindow, sinceOn: shanghaiDate(sinceAt), paperReference: reference }]),
      ...mandates
        .filter((mandate) => mandate.loginId === loginId)
        .map(({ id, agentSealed, untilOn, paperReference, acceptedAt }) => ({
          ...{ ...of, given: 'mandate' as const, agentName: context.seal.open(agentSealed), mandateId: id },
          ...{ sinceOn: shanghaiDate(acceptedAt), untilOn, paperReference },
        })),
    ];
  });
  const seesAll = !mine || (await actsByOwnRight(reader, { login: caller.id, employerId }));
  return ok(seesAll ? all : all.filter(({ own }) => own));
}
