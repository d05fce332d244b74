import {
  type Clock,
  type Ids,
  ok,
  type PlainDate,
  type Problem,
  type Result,
  refuse,
  shanghaiDate,
} from '#basics';
import type { Caller } from '#business/access/public';
import { numberInText } from '#business/registry/public';
import { type MeasureKind, measureBases } from '#law';
import type { Reader, Tx } from '#platform/postgres';
import { guarded } from './guarded.ts';
import type { Demand } from './measure.ts';
import { liftMeasureRow, setMeasureRow, stepsOfMeasures } from './store.ts';

/** A step by the person that it concerns. */
export interface StepPlace {
  readonly personId: string;
  readonly stepId: string;
}

/** What a first officer says about setting or lifting a measure. */
export interface Grounds {
  /** A provision of the law's data on which measures of the kind may rest. */
  readonly legalBasis: string;
  readonly reason: string;
  /** What the paper is called in the files. */
  readonly paperReference: string;
  /** From which day it holds; today where it is not said. */
  readonly effectiveOn: PlainDate | null;
}

export interface Proposing {
  readonly context: { readonly clock: Clock; readonly ids: Ids };
  readonly caller: Caller;
  readonly personId: string;
  readonly grounds: Grounds;
}

/**
 * A clerk proposes an investigation's flag or a recovery order. It stands once another officer has confirmed it. Refuses
 * `supervision.wrong` with everything wrong, `supervision.day-not-come`, `supervision.no-such-person`.
 */
export async function proposeMeasure(
  tx: Tx,
  asked: Proposing & { readonly kind: MeasureKind; readonly demand: Demand | null },
): Promise<Result<StepPlace>> {
  const { kind, demand, grounds } = asked;
  const problems = [...groundProblems(kind, grounds), ...demandProblems(kind, demand)];
  if (problems.length > 0) return refuse({ code: 'supervision.wrong', problems });
  const step = stepOf(asked);
  const done = await guarded(setMeasureRow(tx, { ...step, kind, demand }));
  return done.ok ? ok({ personId: step.personId, stepId: step.stepId }) : done;
}

/** A clerk proposes to lift a measure that stands; it stands on until another officer has confirmed that. */
export async function proposeLifting(
  tx: Tx,
  asked: Proposing & { readonly measureId: string },
): Promise<Result<StepPlace>> {
  const { personId, measureId, grounds } = asked;
  const kind = await kindOf(tx, { personId, measureId });
  if (kind === null) return refuse({ code: 'supervision.no-such-measure' });
  const problems = groundProblems(kind, grounds);
  if (problems.length > 0) return refuse({ code: 'supervision.wrong', problems });
  const step = stepOf(asked);
  const done = await guarded(liftMeasureRow(tx, { ...step, measureId }));
  return done.ok ? ok({ personId, stepId: step.stepId }) : done;
}

function stepOf({ context, caller, personId, grounds }: Proposing) {
  const at = context.clock.now();
  return {
    ...{ token: caller.token ?? '', personId, stepId: context.ids.next('msr'), at },
    legalBasis: grounds.legalBasis,
    reason: grounds.reason.trim(),
    paperReference: grounds.paperReference.trim(),
    effectiveOn: grounds.effectiveOn ?? shanghaiDate(at),
  };
}

async function kindOf(
  reader: Reader,
  { personId, measureId }: { readonly personId: string; readonly measureId: string },
): Promise<MeasureKind | null> {
  const [first] = await stepsOfMeasures(reader, { personId, measureIds: [measureId] });
  return first?.kind ?? null;
}

function groundProblems(kind: MeasureKind, grounds: Grounds): readonly Problem[] {
  const bases = measureBases[kind];
  const unfounded: Problem = {
    path: 'legalBasis',
    detail: {
      zh: `这里可用的法律依据是：${bases.join('、')}。`,
      en: `It may rest on one of these provisions: ${bases.join(', ')}.`,
    },
  };
  return [
    ...(bases.includes(grounds.legalBasis) ? [] : [unfounded]),
    ...(grounds.reason.trim() === '' ? [missing('reason')] : []),
    ...(grounds.paperReference.trim() === '' ? [missing('paperReference')] : []),
    ...numberInText('reason', grounds.reason),
    ...numberInText('paperReference', grounds.paperReference),
  ];
}

function demandProblems(kind: MeasureKind, demand: Demand | null): readonly Problem[] {
  if (kind === 'investigation' && demand === null) return [];
  if (kind === 'recovery' && demand !== null && demand.amountFen > 0n) return [];
  const detail =
    kind === 'recovery'
      ? { zh: '追回要写明金额，大于零。', en: 'A recovery order names an amount above zero.' }
      : { zh: '立案核查不写金额。', en: 'An investigation has no amount.' };
  return [{ path: 'amountFen', detail }];
}

function missing(path: string): Problem {
  return { path, detail: { zh: '请填写。', en: 'Fill this in.' } };
}
