import { type Refusal, type Result, refuse } from '#basics';
import {
  type EventExplanation,
  type EventReceiptContext,
  explainLifeEvent,
  type LifeEventView,
  printEventReceipt,
  readEventReceipt,
  readLifeEvent,
  reportLifeEvent,
} from '#business/life-events';
import { type Statement, statementSchema } from '#business/life-events/public';
import type { GivenPaper } from '#engines/casework';
import { readJson } from '#platform/http';
import { type CaseDesk, type CaseOnDesk, dueWords, step } from './case.ts';
import { actionLines } from './case-commands.ts';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';
import { writePrinted } from './letters.ts';

/**
 * `suixing case report PERSON --statement JSON [--paper MATERIAL=REFERENCE]… [--anyway]`: a clerk hands in what befell
 * somebody, in the name of whoever reports it.
 */
export async function reportCase(
  frame: Frame,
  asked: CaseDesk & {
    readonly personId: string;
    readonly statement: string;
    readonly papers: readonly GivenPaper[];
    readonly anyway: boolean;
  },
): Promise<ExitCode> {
  const { agency: context, caller, personId, papers, anyway } = asked;
  const statement = readStatement(asked.statement);
  if (!statement.ok) return conclude(frame, statement, () => '');
  return step(frame, asked, (tx) =>
    reportLifeEvent(tx, {
      ...{ context, caller, personId, identity: null, papers, applyAnyway: anyway },
      statement: statement.value,
    }),
  );
}

/** `suixing case receipt NUMBER`: the acknowledgement, to be printed. */
export async function showReceipt(frame: Frame, { agency, caller, number }: CaseOnDesk): Promise<ExitCode> {
  const receipt = await readEventReceipt(agency.database, { context: agency, caller, number });
  return conclude(frame, receipt, ({ text }) => say(frame, text));
}

/** `suixing case receipt NUMBER --out FILE`: the same as PDF. */
export async function printReceiptOf(
  frame: Frame,
  asked: CaseOnDesk & {
    readonly agency: EventReceiptContext;
    readonly out: string;
    readonly language: 'zh' | 'en' | null;
  },
): Promise<ExitCode> {
  const { agency: context, caller, number, language, out } = asked;
  frame.shown?.add(number);
  const printed = await printEventReceipt(context.database, { context, caller, number, language });
  return writePrinted(frame, { printed, name: number, out });
}

/** A life event as it stands; what an approval would put on record is shown too. */
export async function showLifeEvent(frame: Frame, { agency, caller, number }: CaseOnDesk): Promise<ExitCode> {
  const view = await readLifeEvent(agency.database, { context: agency, caller, number });
  return conclude(frame, view, (told) => viewWords(frame, told));
}

/** Why a life event came out as it did. With `verify` exit code 1 where it does not come out byte for byte again. */
export async function explainEvent(
  frame: Frame,
  { agency, caller, number, verify }: CaseOnDesk & { readonly verify: boolean },
): Promise<ExitCode> {
  const told = await explainLifeEvent(agency.database, { caller, number, verify });
  const exitCode = conclude(frame, told, (explanation) => explanationWords(frame, explanation));
  if (exitCode !== 0 || !told.ok) return exitCode;
  return told.value.verification?.same === false ? 1 : 0;
}

function viewWords(frame: Frame, view: LifeEventView): string {
  const head = [view.number, say(frame, view.kindName), say(frame, view.stateName), dueWords(frame, view)];
  return [
    head.join('  ').trimEnd(),
    `  ${JSON.stringify(view.statement)}`,
    ...view.conditions
      .filter(({ finding }) => finding !== 'met')
      .map(({ text, remedy }) => `  ✗ ${say(frame, text)}${remedy ? `  ${say(frame, remedy)}` : ''}`),
    ...view.papers.map(
      ({ state, materialId, text }) =>
        `  ${state === 'missing' ? '✗' : state === 'unchecked' ? '?' : '✓'} ${materialId}  ${say(frame, text)}`,
    ),
    ...view.consequence.entries.map(({ kind, body }) => `  ⇒ ${kind} ${JSON.stringify(body)}`),
    ...actionLines(frame, { ...view, succession: false }),
  ].join('\n');
}

function explanationWords(frame: Frame, told: EventExplanation): string {
  const stages = told.stages.flatMap(({ stage, on, ruleSet, sources, digest, verification }) => [
    '',
    `${say(frame, stageNames[stage])}  ${on}  ${ruleSet.id} ${ruleSet.version}`,
    `  ${sources.map(({ citation }) => say(frame, citation)).join(say(frame, { zh: '；', en: '; ' }))}`,
    ...(digest === null ? [] : [`  SHA-256 ${digest}`]),
    ...(verification?.differences ?? []).map(({ path }) =>
      say(frame, { zh: `  不一致 ${path}`, en: `  differs at ${path}` }),
    ),
  ]);
  const { verification } = told;
  const same = { zh: '重新计算，逐字节一致。', en: 'Computed again: the same, byte for byte.' };
  const other = {
    zh: '与存下的不一致，或者办理经过被改动过。',
    en: 'Not what is stored, or the record was altered.',
  };
  return [
    `${told.number}  ${told.kind}  ${say(frame, told.stateName)}`,
    ...stages,
    ...(verification ? ['', say(frame, verification.same ? same : other)] : []),
  ].join('\n');
}

const stageNames = {
  application: { zh: '申报时', en: 'When it was reported' },
  proposal: { zh: '经办提出', en: 'Proposed by the clerk' },
  approval: { zh: '复核通过', en: 'Confirmed by the second officer' },
} as const;

function readStatement(json: string): Result<Statement, Refusal> {
  const read = readJson(json, { schema: statementSchema, code: 'cli.bad-value' });
  if (read.ok) return read;
  return refuse({ ...read.refusal, figures: { name: '--statement' } });
}
