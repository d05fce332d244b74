import type { Caller, Role } from '#business/access/public';

const officers: readonly Role[] = ['clerk', 'reviewer', 'auditor'];

/**
 * People see their own account, and whoever was let look at what is on record of them sees theirs (`record`, which alone puts a
 * person among an agent's `personIds`); officers at work on cases, and auditors, see every one.
 */
export function maySeeAccount(caller: Caller, owner: string): boolean {
  if (caller.kind === 'insured' || caller.kind === 'agent') return caller.personIds.includes(owner);
  return caller.kind === 'officer' && caller.roles.some((role) => officers.includes(role));
}
