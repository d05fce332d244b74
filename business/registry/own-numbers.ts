import { ok, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import type { Reader } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { IdentityKind } from './identity.ts';
import { documentsOf, personById } from './person.store.ts';
import { recordsOf } from './records-of.store.ts';

/** What is masked everywhere else, in full. */
export interface OwnNumbers {
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly documents: readonly {
    readonly kind: IdentityKind;
    readonly issuer: string;
    readonly number: string;
  }[];
}

/** Somebody's own name, numbers and addresses in full: for the insured person, and for nobody who acts for them. */
export async function readOwnNumbers(
  reader: Reader,
  { caller, owner, seal }: { readonly caller: Caller; readonly owner: string; readonly seal: Seal },
): Promise<Result<OwnNumbers>> {
  const own = caller.kind === 'insured' && caller.personIds.includes(owner);
  const person = own ? await personById(reader, owner) : undefined;
  if (!person) return refuse({ code: 'registry.no-such-person' });
  const documents = await documentsOf(reader, await recordsOf(reader, { owner }));
  const { name, phoneSealed, emailSealed } = person;
  return ok({
    name,
    phone: phoneSealed && seal.open(phoneSealed),
    email: emailSealed && seal.open(emailSealed),
    documents: documents.map(({ kind, issuer, numberSealed }) => ({
      kind,
      issuer,
      number: seal.open(numberSealed),
    })),
  });
}
