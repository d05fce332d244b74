import type { PlainDate } from '#basics';
import type { Reader } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import { documentsOf, personById } from './person.store.ts';
import { recordsOf } from './records-of.store.ts';

/**
 * Whether somebody knows the day of birth of a person on record and the last four characters of one of their identity
 * documents: enough to be told where a matter stands, never to act in it.
 */
export async function fitsIdentity(
  reader: Reader,
  asked: {
    readonly seal: Seal;
    readonly owner: string;
    readonly bornOn: PlainDate;
    readonly lastCharacters: string;
  },
): Promise<boolean> {
  const { seal, owner, bornOn, lastCharacters } = asked;
  const typed = lastCharacters.normalize('NFKC').toUpperCase().trim();
  const person = await personById(reader, owner);
  const documents = await documentsOf(reader, await recordsOf(reader, { owner }));
  const tails = documents.map(({ numberSealed }) => seal.open(numberSealed).slice(-4));
  return person?.bornOn === bornOn && typed.length === 4 && tails.includes(typed);
}
