import type { AccessContext } from './context.ts';
import { maskLoginName } from './login-names.ts';
import { accessTo, type Link, type LinkRow, linksOf } from './logins.store.ts';

/** A login that may act for somebody in one capacity, as it is shown to them. */
export interface LoginOf extends Omit<LinkRow, 'loginNameSealed'> {
  /** Masked: it is one half of what signs in. */
  readonly loginName: string;
}

/** Every login that may act for a person or an employer in a capacity by what it was given, the first one first. */
export async function loginsOf(
  { loginDatabase, seal }: Pick<AccessContext, 'loginDatabase' | 'seal'>,
  { personId, capacity }: Omit<Link, 'loginId'>,
): Promise<readonly LoginOf[]> {
  const access = await accessTo(loginDatabase, personId);
  const loginIds = access.filter((one) => one.capacity === capacity).map(({ loginId }) => loginId);
  const links = await linksOf(loginDatabase, { loginIds, personId, capacity });
  return links.map(({ loginNameSealed, ...link }) => ({
    ...link,
    loginName: maskLoginName(seal.open(loginNameSealed)),
  }));
}
