import { isPlainDate, type PlainDate, shanghaiDate, type Text } from '#basics';
import type { CaseFile, ChainedAction, Decision, JsonObject, Outcome } from '#engines/casework';
import { citation } from '#law';
import { objectionOnceSettled, objectionUntil, remediesFrom } from './remedy-texts.ts';
import { withdrawalProcess1 } from './withdrawal-1.ts';

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

/** Whether a decision of this case can be objected to at this agency: the first version of the procedure has no step for it. */
export function mayObject({ processVersion }: Pick<CaseFile, 'processVersion'>): boolean {
  return processVersion !== withdrawalProcess1.version;
}

/** What is kept with the action that tells a decision, so that the day can be told and computed years later. */
export function remedyData(until: PlainDate): JsonObject {
  return { objectUntil: until, remedies: remedyBases };
}

/** The remedies of the decision that was told last; null where none was told, as in cases of the first version. */
export function remediesOf(actions: readonly ChainedAction[], region: string): Remedies | null {
  const told = actions.findLast(({ data }) => isDay(data.objectUntil));
  const until = told?.data.objectUntil;
  if (!told || !isDay(until)) return null;
  const used = actions.some(({ action, seq }) => action === 'object' && seq > told.seq);
  const toldOn = decisionToldOn(actions) ?? shanghaiDate(told.at);
  return { until, used, text: wordsOf({ until, toldOn, region }) };
}

/** As whoever waits for a case reads them. */
export interface RemediesTold extends Omit<Remedies, 'until'> {
  /** Null where an objection to this agency has no day yet. */
  readonly until: PlainDate | null;
}

/**
 * What can be done against the decision as it stands, as its letter says it: also between an approval and its settlement, while
 * reconsideration and a lawsuit have their time already. Heirs who share it object to shares, each of them.
 */
export function remediesTold(
  { state, processVersion }: Pick<CaseFile, 'state' | 'processVersion'>,
  {
    actions,
    divided,
    region,
  }: { readonly actions: readonly ChainedAction[]; readonly divided: boolean; readonly region: string },
): RemediesTold | null {
  const toldOn = decisionToldOn(actions);
  if (!unsettled.has(state) || toldOn === null) return remediesOf(actions, region);
  const here = mayObject({ processVersion }) && !divided ? [objectionOnceSettled(toldOn)] : [];
  return { until: null, used: false, text: told([...here, ...remediesFrom(toldOn, region, 'later')]) };
}

const unsettled: ReadonlySet<string> = new Set(['approved', 'came-back']);

/** The steps that are told by a letter of their own, with what can be done against them. */
const decisionSteps = ['approve', 'refuse', 'uphold', 'overturn-refusal', 'overturn-payment'];

/**
 * The day of the letter that told the decision last, from which a reconsideration and a lawsuit have their time. An objection
 * to a payment has its own from the settlement, which is told later.
 */
function decisionToldOn(actions: readonly ChainedAction[]): PlainDate | null {
  const told = actions.findLast(({ action }) => decisionSteps.includes(action));
  return told ? shanghaiDate(told.at) : null;
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

interface Told {
  readonly until: PlainDate;
  readonly toldOn: PlainDate;
  readonly region: string;
}

function wordsOf({ until, toldOn, region }: Told): Text {
  return told([objectionUntil(until), ...remediesFrom(toldOn, region, 'later')]);
}

/** In one piece, with the law. */
function told(remedies: readonly Text[]): Text {
  const bases = remedyBases.map((id) => citation(id));
  return {
    zh: `${remedies.map(({ zh }) => zh).join('')}（依据：${bases.map(({ zh }) => zh).join('；')}）`,
    en: `${remedies.map(({ en }) => en).join(' ')} (Legal basis: ${bases.map(({ en }) => en).join('; ')}.)`,
  };
}
