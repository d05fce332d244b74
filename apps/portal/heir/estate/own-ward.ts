import { sameName } from '#business/registry/public';
import type { Heir } from './estate.tsx';

type Known = Pick<Heir, 'yours' | 'name' | 'nameLatin' | 'minor' | 'guardianName' | 'agreement'>;

/** Whether whoever looks is the guardian of this minor: an heir themselves, by the name under which both were written down. */
export function isOwnWard(heirs: readonly Known[], { minor, guardianName }: Known): boolean {
  return minor && guardianName !== null && heirs.some((heir) => heir.yours && sameName(guardianName, heir));
}

/** Whether anybody else is to speak for an heir: not for one's own ward, whose silence accepts, until everybody has to agree. */
export function isSentALink(heirs: readonly Known[], heir: Known): boolean {
  return !heir.yours && !(isOwnWard(heirs, heir) && heir.agreement === 'not-needed');
}
