import type { Actor, ActorKind } from '#engines/casework/public';
import type { Caller } from './caller.ts';

/** The caller as casework knows them. Who may not act in cases at all is a fault: no operation lets them in. */
export function actorOf({ kind, id, roles, token, language }: Caller): Actor {
  if (!actsInCases(kind)) throw new Error(`${kind} does not act in cases`);
  // In which language an officer or an agent works says nothing of those whom the case is about.
  const own = kind === 'insured' || kind === 'successor';
  return { kind, id, roles, token, ...(own && language ? { language } : {}) };
}

export function actsInCases(kind: Caller['kind']): kind is ActorKind {
  return kind !== 'anyone';
}

/** A case, or one that is about to be opened (`id` null). */
export interface Matter {
  readonly process: string;
  readonly id: string | null;
}

/**
 * Officers and the system see every case; everybody else the cases of the persons that they may act for, an agent only what
 * the mandate says.
 */
export function maySee(caller: Caller, ownerId: string, matter: Matter): boolean {
  if (caller.kind === 'officer' || caller.kind === 'system') return true;
  if (caller.kind === 'agent') return isMandated(caller, ownerId, matter);
  return caller.personIds.includes(ownerId);
}

/** Whose cases a list looks through; null for everybody's. What an agent's mandate leaves out is left out by `maySee`. */
export function ownersListed(caller: Caller): readonly string[] | null {
  if (caller.kind === 'officer' || caller.kind === 'system') return null;
  if (caller.kind !== 'agent') return caller.personIds;
  return [...new Set((caller.mandates ?? []).flatMap(({ ownerIds }) => ownerIds))];
}

function isMandated({ mandates = [] }: Caller, ownerId: string, { process, id }: Matter): boolean {
  return mandates.some(
    ({ ownerIds, scope, caseId }) =>
      ownerIds.includes(ownerId) && scope.includes(process) && (caseId === null || caseId === id),
  );
}

/** By which way an application of this caller comes in. */
export function channelOf({ kind }: Caller): 'online' | 'window' | 'integrator' | 'automatic' {
  if (kind === 'officer') return 'window';
  return kind === 'integrator' ? 'integrator' : kind === 'system' ? 'automatic' : 'online';
}

/** The one person that a caller may act for; null where that is nobody or not one. */
export function onlyPersonOf({ personIds, actsFor = personIds }: Caller): string | null {
  return actsFor.length === 1 ? (actsFor[0] ?? null) : null;
}
