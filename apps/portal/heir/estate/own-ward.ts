import type { Heir } from './estate.tsx';

type Known = Pick<Heir, 'yours' | 'name' | 'minor' | 'guardianName' | 'agreement'>;

/** Whether whoever looks is the guardian of this minor: an heir themselves, by the name under which both were written down. */
export function isOwnWard(heirs: readonly Known[], { minor, guardianName }: Known): boolean {
  return minor && guardianName !== null && heirs.some(({ yours, name }) => yours && name === guardianName);
}

/** Whether anybody else is to speak for an heir: not for one's own ward, whose silence accepts, until everybody has to agree. */
export function isSentALink(heirs: readonly Known[], heir: Known): boolean {
  return !heir.yours && !(isOwnWard(heirs, heir) && heir.agreement === 'not-needed');
}
