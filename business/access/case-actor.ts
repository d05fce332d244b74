import type { Actor, ActorKind } from '#engines/casework/public';
import type { Caller } from './caller.ts';

/** The caller as casework knows them. Who may not act in cases at all is a fault: no operation lets them in. */
export function actorOf({ kind, id, roles, token }: Caller): Actor {
  if (!actsInCases(kind)) throw new Error(`${kind} does not act in cases`);
  return { kind, id, roles, token };
}

export function actsInCases(kind: Caller['kind']): kind is ActorKind {
  return kind !== 'anyone' && kind !== 'partner-agency';
}

/** Officers and the system see every case; everybody else the cases of the persons that they may act for. */
export function maySee(caller: Caller, ownerId: string): boolean {
  return caller.kind === 'officer' || caller.kind === 'system' || caller.personIds.includes(ownerId);
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
