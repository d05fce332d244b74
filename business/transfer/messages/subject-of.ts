import { type IdentityDocument, readIdentity } from '#business/registry/public';
import type { Said } from './figures-of.ts';
import type { TransferPerson } from './person.ts';

/** The document of whom a message is about; null where it names nobody. */
export function subjectOf(said: Said): IdentityDocument | null {
  const person = personIn(said);
  if (!person) return null;
  const { type: kind, number, issuer } = person.identity;
  const read = readIdentity({ kind, number, issuer });
  return 'wrong' in read ? null : read.value;
}

function personIn(said: Said): TransferPerson | null {
  switch (said.type) {
    case 'contact-letter':
    case 'information-sheet':
      return said.body.person;
    case 'reminder':
      return said.body.certificate?.person ?? null;
    default:
      return null;
  }
}
