import { ok, type Refusal, type Result, refuse } from '#basics';
import { type Estate, openHeirLink, readEstate, type SuccessorRow } from '#business/succession';
import { type CaseFile, caseById } from '#engines/casework';
import type { Reader } from '#platform/postgres';

/** Whose link it is, in which case, and how things stand there. */
export interface Opened {
  readonly file: CaseFile;
  readonly estate: Estate;
  readonly heir: SuccessorRow;
  readonly expiresAt: Date;
  readonly byRelative: boolean;
}

/** Refuses `succession.link-over` and whatever else a link is not good for. */
export async function openLink(reader: Reader, secret: string): Promise<Result<Opened, Refusal>> {
  const opened = await openHeirLink(reader, secret);
  if (!opened.ok) return opened;
  const { file: place, successorId, expiresAt, byRelative } = opened.value;
  const file = await caseById(reader, place.ownerId, place.id);
  const estate = await readEstate(reader, place);
  const heir = estate.successors.find(({ id }) => id === successorId);
  return file && heir
    ? ok({ file, estate, heir, expiresAt, byRelative })
    : refuse({ code: 'succession.link-over' });
}
