import { yearOf } from '#basics';
import type { Reader } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { IdentityKind } from './identity.ts';
import { maskEmail, maskName, maskNumber, maskPhone } from './masks.ts';
import {
  type DocumentRow,
  documentsOf,
  employmentsOf,
  type PersonRow,
  personById,
  personsById,
} from './person.store.ts';
import { standingEntries } from './record.store.ts';
import type { EntryOf } from './record-entry.ts';
import { recordsOf } from './records-of.store.ts';
import { standingFrom } from './situation-of.ts';

/** A person as screens show them: every number masked, the name too. */
export interface PersonCard {
  readonly personId: string;
  readonly name: string;
  readonly nameLatin: string | null;
  readonly birthYear: number;
  readonly nationality: string;
  readonly officeId: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly language: 'zh' | 'en';
  readonly documents: readonly {
    readonly kind: IdentityKind;
    readonly issuer: string;
    readonly number: string;
  }[];
  readonly employer: { readonly creditCode: string; readonly name: string; readonly since: string } | null;
  readonly relationship: Omit<EntryOf<'relationship'>, 'kind'> | null;
}

/** The masked view of a person, over all records of theirs; null where there is no such person. */
export async function personCard(
  reader: Reader,
  { owner, seal }: { readonly owner: string; readonly seal: Seal },
): Promise<PersonCard | null> {
  const records = await recordsOf(reader, { owner });
  const person = await personById(reader, owner);
  return person ? cardOf(reader, { person, records, seal }) : null;
}

/** The masked view of one record as it would stand alone; null where there is no such record. */
export async function personCardOfRecord(
  reader: Reader,
  { owner, seal }: { readonly owner: string; readonly seal: Seal },
): Promise<PersonCard | null> {
  const [person] = await personsById(reader, [owner]);
  return person ? cardOf(reader, { person, records: [owner], seal }) : null;
}

async function cardOf(
  reader: Reader,
  {
    person,
    records,
    seal,
  }: { readonly person: PersonRow; readonly records: readonly string[]; readonly seal: Seal },
): Promise<PersonCard> {
  const documents = await documentsOf(reader, records);
  const [employer] = await employmentsOf(reader, records);
  const { relationship } = standingFrom(await standingEntries(reader, records));
  return {
    personId: person.ownerId,
    ...maskedDetails(person, seal),
    documents: documents.map((document) => maskedDocument(document, seal)),
    employer: employer
      ? { creditCode: employer.creditCode, name: employer.name, since: employer.fromOn }
      : null,
    relationship: relationship
      ? {
          status: relationship.status,
          tier: relationship.tier,
          stoppedOn: relationship.stoppedOn,
          since: relationship.since,
        }
      : null,
  };
}

/** What a person is called and how they are reached, masked. */
export function maskedDetails(
  person: PersonRow,
  seal: Seal,
): Omit<PersonCard, 'personId' | 'documents' | 'employer' | 'relationship'> {
  return {
    name: maskName(person.name),
    nameLatin: person.nameLatin === null ? null : maskName(person.nameLatin),
    birthYear: yearOf(person.bornOn),
    nationality: person.nationality,
    officeId: person.officeId,
    phone: person.phoneSealed ? maskPhone(seal.open(person.phoneSealed)) : null,
    email: person.emailSealed ? maskEmail(seal.open(person.emailSealed)) : null,
    language: person.language,
  };
}

export function maskedDocument(document: DocumentRow, seal: Seal): PersonCard['documents'][number] {
  const { kind, issuer, numberSealed } = document;
  return { kind, issuer, number: maskNumber(seal.open(numberSealed)) };
}
