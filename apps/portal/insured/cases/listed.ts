import type { Answer } from '../../ui/api.ts';

type Place = Answer<'GET /cases/{number}/place'>;

/**
 * Whether it is or was a case. What is being written is offered elsewhere, and a draft that came to nothing never was one; what
 * opened by itself was never handed in, and is a case all the same.
 */
export function isCase(
  { process, number, receivedOn, stateId }: Pick<Place, 'process' | 'number' | 'receivedOn' | 'stateId'>,
  drafts: readonly { readonly caseNumber: string | null }[],
): boolean {
  const ofDraft = drafts.some(({ caseNumber }) => caseNumber === number);
  return !ofDraft && !(process === 'withdrawal' && receivedOn === null && draftEnds.has(stateId));
}

const draftEnds: ReadonlySet<string> = new Set(['draft-ended', 'withdrawn-by-applicant']);
