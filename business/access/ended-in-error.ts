import { closedByDeath, endedByDeath } from './closed-by-death.ts';
import type { AccessContext } from './context.ts';
import { endedLinksOf, type Link } from './logins.store.ts';

/** Whether a death ended somebody's own login that was found wrong since: a code from the window gives them the very login back. */
export async function endedInError(
  { database, loginDatabase }: Pick<AccessContext, 'database' | 'loginDatabase'>,
  { personId, loginId, capacity }: Link,
): Promise<boolean> {
  const links = await endedLinksOf(loginDatabase, loginId);
  const ended = links.find((each) => each.personId === personId && each.capacity === capacity);
  if (!ended || !(await endedByDeath(database, ended))) return false;
  return !(await closedByDeath(database, { personId, capacity }));
}
