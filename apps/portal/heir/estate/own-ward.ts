import { sameName } from '#business/registry/public';
import type { Heir } from './estate.tsx';

/**
 * Whether the guardian who looks can change the account by a link: one that is out, or one that they are offered to make, which changes no
 * account that the agency’s link or the heir gave.
 */
export function isLinkedWard(
  heirs: readonly Known[],
  heir: Known & Pick<Heir, 'linkUntil'> & { readonly account: Pick<Account, 'namedBy'> | null },
): boolean {
  if (heir.linkUntil !== null) return true;
  const givesWay = heir.account?.namedBy === 'invited' || heir.account?.namedBy === 'applicant';
  return givesWay && isSentALink(heirs, heir);
}

type Account = NonNullable<Heir['account']>;
type Known = Pick<Heir, 'yours' | 'yourWard' | 'name' | 'nameLatin' | 'minor' | 'guardianName' | 'agreement'>;

/**
 * Whether whoever looks is the guardian of this minor: as officers identified them, or an heir themselves, by the name under which both
 * were written down.
 */
export function isOwnWard(heirs: readonly Known[], { minor, guardianName, yourWard }: Known): boolean {
  return yourWard || isWardOfHeir(heirs, { minor, guardianName });
}

function isWardOfHeir(
  heirs: readonly Known[],
  { minor, guardianName }: Pick<Known, 'minor' | 'guardianName'>,
): boolean {
  return minor && guardianName !== null && heirs.some((heir) => heir.yours && sameName(guardianName, heir));
}

/**
 * Whether the guardian who looks need not answer for this child, whoever applied: where the shares need nobody's agreement silence accepts,
 * and nobody can waive for a minor.
 */
export function isSpokenForInSilence(heirs: readonly Known[], heir: Known & Pick<Heir, 'word'>): boolean {
  return heir.word === null && heir.agreement === 'not-needed' && isOwnWard(heirs, heir);
}

/**
 * Whether anybody else is to speak for an heir: not for the ward of an heir who looks, whose silence accepts, until everybody has to agree.
 * A guardian who does not inherit has no answer of their own to give, and the child's way besides.
 */
export function isSentALink(heirs: readonly Known[], heir: Known): boolean {
  return !heir.yours && !(isWardOfHeir(heirs, heir) && heir.agreement === 'not-needed');
}
