import type { CaseFile } from '#engines/casework';

/** Where a case's rows are, as the guards are asked. */
export function placeOf({ ownerId, id }: Pick<CaseFile, 'ownerId' | 'id'>): {
  readonly owner: string;
  readonly caseId: string;
} {
  return { owner: ownerId, caseId: id };
}
