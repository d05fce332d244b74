import { isPlainDate, type PlainDate } from '#basics';
import type { ChainedAction, JsonObject } from '#engines/casework';
import { isPaperReason, type RejectedPaper } from './paper-reasons.ts';

/** One time that an applicant was asked for papers, read from the actions of the case. */
export interface CorrectionRound {
  readonly seq: number;
  /** Everything that was asked for. */
  readonly materials: readonly string[];
  /** Those of them that had been handed in and do not serve. */
  readonly rejected: readonly (RejectedPaper & { readonly by: string })[];
  readonly note: string;
  /** Null in cases of the first version, which set no day. */
  readonly answerBy: PlainDate | null;
  readonly reminded: boolean;
}

/** The rounds of a case, the first one first. A reminder moves the day of its round on. */
export function roundsOf(actions: readonly ChainedAction[]): readonly CorrectionRound[] {
  return actions
    .filter(({ action }) => action === 'request-materials')
    .map(({ seq, data }, place, asked) => {
      const end = asked[place + 1]?.seq ?? Number.POSITIVE_INFINITY;
      const reminder = actions.findLast(
        (each) => each.action === 'remind' && each.seq > seq && each.seq < end,
      );
      return {
        ...{ seq, materials: textsOf(data.materials), rejected: rejectedOf(data) },
        note: typeof data.note === 'string' ? data.note : '',
        answerBy: dayOf(reminder?.data.answerBy ?? data.answerBy),
        reminded: reminder !== undefined,
      };
    });
}

/** Papers, by the id under which they were handed in, that were found not to serve and were not handed in again since. */
export function papersNotServing(actions: readonly ChainedAction[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { action, data } of actions) {
    if (action === 'provide-material') found.delete(String(data.materialId));
    if (action === 'request-materials') for (const { by } of rejectedOf(data)) found.add(by);
  }
  return found;
}

function rejectedOf({ rejected }: JsonObject): CorrectionRound['rejected'] {
  if (!Array.isArray(rejected)) return [];
  return rejected.flatMap((each: JsonObject) => {
    const { materialId, reason, by } = each;
    if (typeof materialId !== 'string' || typeof reason !== 'string' || !isPaperReason(reason)) return [];
    return [{ materialId, reason, by: typeof by === 'string' ? by : materialId }];
  });
}

function textsOf(value: JsonObject[string] | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function dayOf(value: JsonObject[string] | undefined): PlainDate | null {
  return typeof value === 'string' && isPlainDate(value) ? value : null;
}
