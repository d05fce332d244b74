import { isPlainDate, type PlainDate, plainDate, type Text } from '#basics';
import { answersToReminders, type MissingThing, missingThings } from '#business/transfer/public';

/** A reminder of another agency that is not answered. */
export interface WorkReminder {
  /** Exactly what is missing over there. */
  readonly missing: readonly Text[];
  readonly answerBy: PlainDate;
  /** The day to answer by has passed. */
  readonly overdue: boolean;
}

/** What is missing, and a step of ours that answers it; a clerk's word answers everything. */
export const reminderAnswers: readonly (readonly [thing: string, action: string])[] = Object.entries(
  answersToReminders,
).flatMap(([thing, actions]) => [...actions, 'answer-reminder'].map((action) => [thing, action] as const));

export function shownReminder(
  row: { readonly missing: readonly string[]; readonly answerBy: string } | null,
  on: PlainDate,
): WorkReminder | null {
  if (row === null || !isPlainDate(row.answerBy)) return null;
  const answerBy = plainDate(row.answerBy);
  const missing = row.missing
    .filter((thing): thing is MissingThing => Object.hasOwn(missingThings, thing))
    .map((thing) => missingThings[thing]);
  return { missing, answerBy, overdue: answerBy < on };
}
