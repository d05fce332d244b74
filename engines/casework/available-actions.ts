import { ok, type Result, refuse, type Text } from '#basics';
import { assignmentProblem, type Holder } from './assignment.ts';
import { type ActionRule, type Actor, type Doer, isDoer, type Process } from './process.ts';
import { type CaseworkCode, caseworkRefusals } from './refusals.ts';

/** How a case stands when somebody wants to act. */
export interface Standing {
  readonly state: string;
  /** Actions already done, for those that may happen once. */
  readonly done: readonly string[];
  /** Needs that are met, by id; left out where they are not looked at (a list of buttons before anything is loaded). */
  readonly met?: readonly string[];
  /** Who has the case in hand, null for nobody; left out where it is not looked at. */
  readonly holder?: Holder | null;
  /** Officers who had a part in decisions that were objected to, by id. */
  readonly decidedBefore?: readonly string[];
  /** Who proposed the decision that waits for a second officer. */
  readonly maker?: string | null;
}

export interface AvailableAction {
  readonly action: string;
  readonly name: Text;
  readonly allowed: boolean;
  /** Why not; null where it is allowed. */
  readonly code: CaseworkCode | null;
  readonly why: Text | null;
}

export interface MayNot {
  readonly code: CaseworkCode;
  readonly figures: Readonly<Record<string, string>>;
}

/** Every action of the process that people have a button for, each allowed or with the reason why not. */
export function availableActions(
  process: Process,
  standing: Standing,
  actor: Actor,
): readonly AvailableAction[] {
  return Object.entries(process.actions)
    .filter(([, rule]) => rule.automatic !== true)
    .map(([action, rule]) => {
      const may = mayAct(process, { ...standing, action, actor });
      if (may.ok) return { action, name: rule.name, allowed: true, code: null, why: null };
      return { action, name: rule.name, allowed: false, code: may.refusal.code, why: wordingOf(may.refusal) };
    });
}

/** The rule of an action, if this actor may do it as the case stands. */
export function mayAct(
  process: Process,
  asked: Standing & { readonly action: string; readonly actor: Actor },
): Result<ActionRule, MayNot> {
  const rule = process.actions[asked.action];
  if (!rule) return refuse({ code: 'casework.unknown-action', figures: { action: asked.action } });
  const state = stateOf(process, asked.state);
  const names = {
    actionZh: rule.name.zh,
    actionEn: rule.name.en,
    stateZh: state.name.zh,
    stateEn: state.name.en,
  };
  if (state.final && !(rule.reopens && rule.from.includes(asked.state)))
    return refuse({ code: 'casework.closed', figures: names });
  if (!isDoer(rule, asked.actor))
    return refuse({ code: 'casework.not-yours', figures: { ...names, ...whoFigures(rule) } });
  if (!rule.from.includes(asked.state)) {
    return refuse({ code: 'casework.not-now', figures: { ...names, ...whenFigures(process, rule) } });
  }
  if (rule.once && asked.done.includes(asked.action)) {
    return refuse({ code: 'casework.already-done', figures: names });
  }
  const had = partProblem(rule, asked);
  if (had) return refuse({ code: had, figures: names });
  const taken = assignmentProblem(rule, asked);
  if (taken) return refuse({ ...taken, figures: { ...names, ...taken.figures } });
  const missing = unmet(rule, asked.met);
  if (missing.length > 0) {
    return refuse({ code: 'casework.need-missing', figures: { ...names, ...needFigures(process, missing) } });
  }
  return ok(rule);
}

/** Why an officer has no part in this decision: they had one already. The database holds it in any case. */
function partProblem(
  { decides }: ActionRule,
  { actor, decidedBefore = [], maker }: Standing & { readonly actor: Actor },
): CaseworkCode | null {
  if (!decides || actor.kind !== 'officer') return null;
  if (decidedBefore.includes(actor.id)) return 'casework.decided-before';
  return decides === 'approval' && maker === actor.id ? 'casework.maker-is-checker' : null;
}

function unmet(rule: ActionRule, met: readonly string[] | undefined): readonly string[] {
  if (met === undefined) return [];
  return (rule.needs ?? []).filter((need) => !met.includes(need));
}

function stateOf(process: Process, id: string) {
  const state = process.states[id];
  if (!state) throw new Error(`the process ${process.id} has no state ${id}`);
  return state;
}

function whenFigures(process: Process, rule: ActionRule): Record<string, string> {
  const names = rule.from.map((id) => stateOf(process, id).name);
  return { whenZh: names.map(({ zh }) => zh).join('”“'), whenEn: names.map(({ en }) => en).join(', ') };
}

function whoFigures(rule: ActionRule): Record<string, string> {
  const names = rule.who.map((doer) => doerNames[doer]);
  return { whoZh: names.map(({ zh }) => zh).join('、'), whoEn: names.map(({ en }) => en).join(', ') };
}

function needFigures(process: Process, missing: readonly string[]): Record<string, string> {
  const names = missing.map((need) => process.needs[need] ?? { zh: need, en: need });
  return { needZh: names.map(({ zh }) => zh).join('；'), needEn: names.map(({ en }) => en).join('; ') };
}

function wordingOf(refusal: MayNot): Text {
  const { text } = caseworkRefusals[refusal.code];
  const fill = (sentence: string) =>
    sentence.replace(/\{(\w+)\}/g, (whole, name: string) => refusal.figures[name] ?? whole);
  return { zh: fill(text.zh), en: fill(text.en) };
}

export const doerNames: Readonly<Record<Doer, Text>> = {
  insured: { zh: '参保人', en: 'the insured person' },
  successor: { zh: '继承人', en: 'the heir' },
  agent: { zh: '代办人', en: 'the agent' },
  employer: { zh: '用人单位', en: 'the employer' },
  clerk: { zh: '经办人员', en: 'a clerk' },
  reviewer: { zh: '复核人员', en: 'a reviewer' },
  finance: { zh: '财务人员', en: 'a finance officer' },
  integrator: { zh: '接入系统', en: 'a connected system' },
  system: { zh: '系统', en: 'the system' },
  bank: { zh: '银行', en: 'the bank' },
  'partner-agency': { zh: '对方机构', en: 'the other agency' },
};
