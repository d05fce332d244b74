import { isPlainDate, type PlainDate, type Text } from '#basics';
import type { ChainedAction, Decision, JsonObject, Outcome } from '#engines/casework';
import { citation } from '#law';

/** What somebody can do who does not agree with a decision: how, where, until when. */
export interface Remedies {
  /** The last day on which an objection is taken. */
  readonly until: PlainDate;
  /** The decision was objected to, or was itself made on an objection. */
  readonly used: boolean;
  readonly text: Text;
}

/** The decision that an objection under way is about. */
export interface Contested {
  readonly decisionId: string;
  readonly outcome: Outcome;
  readonly makerId: string;
  readonly checkerId: string;
}

/** Provisions that are told with every decision. */
export const remedyBases = ['SIL-83', 'SIH-52'] as const;

/** What is kept with the action that tells a decision, so that the day can be told and computed years later. */
export function remedyData(until: PlainDate): JsonObject {
  return { objectUntil: until, remedies: remedyBases };
}

/** The remedies of the decision that was told last; null where none was told, as in cases of the first version. */
export function remediesOf(actions: readonly ChainedAction[]): Remedies | null {
  const told = actions.findLast(({ data }) => isDay(data.objectUntil));
  const until = told?.data.objectUntil;
  if (!told || !isDay(until)) return null;
  const used = actions.some(({ action, seq }) => action === 'object' && seq > told.seq);
  return { until, used, text: wordsOf(until) };
}

/** The decision that the last objection is about: the last one approved before it. */
export function contestedOf({
  actions,
  decisions,
}: {
  readonly actions: readonly ChainedAction[];
  readonly decisions: readonly Decision[];
}): Contested | null {
  const id = actions.findLast(({ action }) => action === 'object')?.data.decisionId;
  const decision = decisions.find((each) => each.id === id);
  if (!decision?.approval) return null;
  const { outcome, makerId, approval } = decision;
  return { decisionId: decision.id, outcome, makerId, checkerId: approval.checkerId };
}

/** Who proposed or approved a decision that was objected to, and so decides nothing in the case afterwards. */
export function decidedBefore({
  actions,
  decisions,
}: {
  readonly actions: readonly ChainedAction[];
  readonly decisions: readonly Decision[];
}): readonly string[] {
  const objectedTo = actions.filter(({ action }) => action === 'object').map(({ data }) => data.decisionId);
  return decisions
    .filter(({ id }) => objectedTo.includes(id))
    .flatMap(({ makerId, approval }) => (approval ? [makerId, approval.checkerId] : [makerId]));
}

function isDay(value: JsonObject[string] | undefined): value is PlainDate {
  return typeof value === 'string' && isPlainDate(value);
}

function wordsOf(until: PlainDate): Text {
  const bases = remedyBases.map((id) => citation(id));
  return {
    zh: `不服本决定的，可以在 ${until} 以前凭办理编号向经办机构提出异议，由另外两名工作人员重新审查；也可以依法申请行政复议或者提起行政诉讼（${bases.map(({ zh }) => zh).join('；')}）。`,
    en: `Who does not agree may object to the agency by ${until}, giving the case number; two other officers then decide again. Administrative reconsideration or a lawsuit is open as well (${bases.map(({ en }) => en).join('; ')}).`,
  };
}
