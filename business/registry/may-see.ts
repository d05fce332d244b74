import type { Caller } from '#business/access/public';

/** Officers see whom they look for; everybody else only those whom their login stands for. */
export function maySee(caller: Caller, owner: string): boolean {
  return caller.kind === 'officer' || caller.personIds.includes(owner);
}
