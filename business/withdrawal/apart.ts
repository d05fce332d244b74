import type { PlainDate, Text } from '#basics';
import type { Resting } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import { keptBackAmong } from './kept-back.ts';
import { partPaidAmong } from './part-paid.ts';

/** A case whose money is not all in one place, as it is told everywhere instead of its state. */
export interface Apart {
  /** Where it stands, instead of the state's name. */
  readonly state: Text;
  /** Of the heirs those who are to name an account stand in for the applicant; all who are to agree are the heirs. */
  readonly heldBy: 'bank' | 'agency' | 'applicant' | 'heirs';
  readonly waitingName: Text;
  /** What one of them is to do; null where nothing is asked. */
  readonly asked: Text | null;
  readonly since: PlainDate;
  /** Nobody here has anything to do, and no day is anybody's; null while the days run. */
  readonly resting: Resting | null;
}

/** Which of some cases are told so, by the case's id. */
export async function apartAmong(
  reader: Reader,
  cases: readonly { readonly ownerId: string; readonly id: string }[],
): Promise<ReadonlyMap<string, Apart>> {
  if (cases.length === 0) return new Map();
  // Where all that is left waits for the heirs' agreement, that is said of it and nothing else.
  return new Map([...(await partPaidAmong(reader, cases)), ...(await keptBackAmong(reader, cases))]);
}

export async function apartOf(
  reader: Reader,
  file: { readonly ownerId: string; readonly id: string },
): Promise<Apart | undefined> {
  return (await apartAmong(reader, [file])).get(file.id);
}

/** Whether nobody's days run, because it waits for the heirs. */
export async function rests(reader: Reader, file: Parameters<typeof apartOf>[1]): Promise<boolean> {
  return (await apartOf(reader, file))?.resting != null;
}
