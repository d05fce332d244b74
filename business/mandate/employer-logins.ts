import { ok, type PlainDate, type Refusal, type Result, refuse, shanghaiDate } from '#basics';
import { loginsOf } from '#business/access';
import { employerById, maskName, personsById } from '#business/registry';
import { sameName } from '#business/registry/public';
import type { Reader } from '#platform/postgres';
import { type Asked, today } from './context.ts';
import { type ActingRow, actsByOwnRight, mandatesActing, ownersOfLogins } from './mandate.store.ts';

/** By what a login acts for an employer now; one that does so by two things stands here twice. */
export interface EmployerLogin {
  readonly loginId: string;
  /** Masked. */
  readonly loginName: string;
  /** By whom it was let in: a clerk at the window, or the employer itself by a mandate. */
  readonly given: 'window' | 'mandate';
  /** Whom the mandate names; null where the window gave it. */
  readonly agentName: string | null;
  /** Whose login it is by the record, masked, where that is another name than the mandate's; null else, and where it is not known. */
  readonly holderName: string | null;
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
  const holders = await holdersOf(reader, links);
  const all = links.flatMap(({ loginId, loginName, proof, reference, sinceAt }): EmployerLogin[] => {
    const of = { loginId, loginName, own: loginId === caller.id };
    const byWindow = { given: 'window', agentName: null, holderName: null } as const;
    return [
      ...(proof === 'mandate'
        ? []
        : [{ ...of, ...byWindow, ...always, sinceOn: shanghaiDate(sinceAt), paperReference: reference }]),
      ...mandates
        .filter((mandate) => mandate.loginId === loginId)
        .map(({ agentSealed, ...mandate }) => {
          const agentName = context.seal.open(agentSealed);
          const { id: mandateId, untilOn, paperReference } = mandate;
          return {
            ...{ ...of, given: 'mandate' as const, agentName, mandateId },
            holderName: otherName(holders(loginId), agentName),
            ...{ sinceOn: sinceDay(mandate), untilOn, paperReference },
          };
        }),
    ];
  });
  const seesAll = !mine || (await actsByOwnRight(reader, { login: caller.id, employerId }));
  return ok(seesAll ? all : all.filter(({ own }) => own));
}

const always = { mandateId: null, untilOn: null } as const;

/** The day of the acceptance by the server's own clock, and never before the one on which the agency's clock had the mandate given. */
function sinceDay({ givenOn, acceptedAt }: Pick<ActingRow, 'givenOn' | 'acceptedAt'>): PlainDate {
  const acceptedOn = shanghaiDate(acceptedAt);
  return acceptedOn < givenOn ? givenOn : acceptedOn;
}

type Named = Parameters<typeof sameName>[1];

/** The names on record of whose logins these are. */
async function holdersOf(
  reader: Reader,
  links: readonly { readonly loginId: string }[],
): Promise<(loginId: string) => readonly Named[]> {
  const loginIds = links.map(({ loginId }) => loginId);
  const owners = await ownersOfLogins(reader, loginIds);
  const persons = await personsById(reader, [...new Set(owners.map(({ personId }) => personId))]);
  const names = new Map(persons.map(({ ownerId, name, nameLatin }) => [ownerId, { name, nameLatin }]));
  return (loginId) =>
    owners.filter((each) => each.loginId === loginId).flatMap(({ personId }) => names.get(personId) ?? []);
}

/** Whoever has the code accepts with it: who was meant is what somebody typed. Null where it is the same name, or none is known. */
function otherName(names: readonly Named[], agentName: string): string | null {
  const [first] = names;
  if (first === undefined || names.some((own) => sameName(agentName, own))) return null;
  return maskName(first.name);
}
