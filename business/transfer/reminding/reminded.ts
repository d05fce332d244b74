import { isPlainDate, type PlainDate } from '#basics';
import { type MissingThing, missingThings } from '../messages/missing-things.ts';

/** What the other agency has reminded us of, and we have not answered. */
export interface OpenReminder {
  /** Exactly what is missing over there. */
  readonly missing: readonly MissingThing[];
  /** The day by which it asked for an answer when it asked last; of several things the first that is due. */
  readonly answerBy: PlainDate;
  /** How often it had asked with the reminder that names this day. */
  readonly count: number;
}

/** Which of our steps answer a reminder of what, besides a clerk's word that it is answered, which answers all. */
export const answersToReminders: Readonly<Record<MissingThing, readonly string[]>> = {
  'contact-letter': ['submit'],
  'receiving-account': ['tell-account', 'credit', 'credit-difference', 'refuse-balance'],
  'information-sheet': ['accept', 'send-sheet-again', 'decline'],
  'sheet-correction': ['send-sheet-again'],
  remittance: ['confirm-paid', 'nothing-to-remit', 'account-never-came'],
  'remittance-advice': ['confirm-paid', 'nothing-to-remit', 'account-never-came'],
  'balance-credited': ['credit', 'credit-difference', 'refuse-balance'],
};

interface Done {
  readonly action: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Null where nothing that they asked for is outstanding. */
export function openReminder(done: readonly Done[]): OpenReminder | null {
  const open = done.flatMap(({ action, data }, at) =>
    action === 'reminded' ? outstanding(data, done.slice(at + 1)) : [],
  );
  // Asked for again, a thing has the day of the last reminder.
  const last = [...new Map(open.map((each) => [each.thing, each])).values()];
  const [first] = last.toSorted((one, other) => (one.answerBy < other.answerBy ? -1 : 1));
  if (!first) return null;
  const { answerBy, count } = first;
  return { missing: last.map(({ thing }) => thing), answerBy, count };
}

function outstanding({ missing, answerBy, count }: Done['data'], later: readonly Done[]) {
  if (!Array.isArray(missing) || typeof answerBy !== 'string' || !isPlainDate(answerBy)) return [];
  const did = (actions: readonly string[]) => later.some(({ action }) => actions.includes(action));
  return missing
    .filter((thing): thing is MissingThing => Object.hasOwn(missingThings, thing))
    .filter((thing) => !did(['answer-reminder', ...answersToReminders[thing]]))
    .map((thing) => ({ thing, answerBy, count: Number(count) }));
}
