import { documentsOf, findPersonByIdentity, personById } from '#business/registry';
import { type IdentityDocument, readIdentity } from '#business/registry/public';
import type { Reader } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { TransferPerson } from '../messages/person.ts';

interface Meant {
  readonly seal: Seal;
  /** Whom the other agency writes about. */
  readonly said: TransferPerson;
}

/** The id of our record of whom another agency means; null where nobody has the document. */
export async function findPerson(reader: Reader, { seal, said }: Meant): Promise<string | null> {
  const document = documentOf(said);
  return document && findPersonByIdentity(reader, { seal, document });
}

/** Whether name and document of our record are those that the other agency writes. */
export async function compare(
  reader: Reader,
  { seal, said, owner }: Meant & { readonly owner: string },
): Promise<{ readonly sameName: boolean; readonly sameIdentity: boolean }> {
  const person = await personById(reader, owner);
  const document = documentOf(said);
  const ours = await documentsOf(reader, [owner]);
  return {
    sameName: person !== undefined && sameName(said, person),
    sameIdentity:
      document !== null && ours.some(({ numberSealed }) => seal.open(numberSealed) === document.number),
  };
}

function documentOf({ identity }: TransferPerson): IdentityDocument | null {
  const { type: kind, number, issuer } = identity;
  const read = readIdentity({ kind, number, issuer });
  return 'wrong' in read ? null : read.value;
}

/** In characters or in Latin letters, spaces, points and case aside. */
function sameName(
  said: TransferPerson,
  person: { readonly name: string; readonly nameLatin: string | null },
): boolean {
  const ours = [person.name, person.nameLatin].flatMap((name) => (name === null ? [] : [plain(name)]));
  return [said.name, said.nameLatin].some((name) => name !== null && ours.includes(plain(name)));
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·.,'’-]/gu, '')
    .toLowerCase();
}
