import { showYuan, type Text } from '#basics';
import { type ExplainedStage, type Explanation, explainWithdrawal, statusNames } from '#business/withdrawal';
import type { CaseOnDesk } from './case.ts';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';

/** Why a withdrawal came out as it did. With `verify` exit code 1 where it does not come out byte for byte again. */
export async function explainWithdrawalCase(
  frame: Frame,
  { agency: context, caller, number, verify }: CaseOnDesk & { readonly verify: boolean },
): Promise<ExitCode> {
  const told = await explainWithdrawal(context.database, { context, caller, number, verify });
  if (told.ok) frame.shown?.add(told.value.number);
  const exitCode = conclude(frame, told, (explanation) => words(frame, explanation));
  if (exitCode !== 0 || !told.ok) return exitCode;
  return told.value.verification?.same === false ? 1 : 0;
}

function words(frame: Frame, told: Explanation): string {
  return [
    `${told.number}  ${told.ground}  ${say(frame, told.stateName)}`,
    ...told.stages.flatMap((stage) => stageWords(frame, stage)),
    ...settlementWords(frame, told),
    ...verificationWords(frame, told),
  ].join('\n');
}

function stageWords(frame: Frame, stage: ExplainedStage): readonly string[] {
  const { ruleSet, on, findings, digest, sources, verification } = stage;
  return [
    '',
    `${say(frame, stageNames[stage.stage])}${outcomeWords(frame, stage)}  ${on}  ${ruleSet.id} ${ruleSet.version}  ${say(frame, statusOf(findings.status))}`,
    ...conditionsOf(findings).map(
      ({ finding, text, source, remedy }) =>
        `  ${marks[finding] ?? '?'} ${say(frame, text)}  (${source})${remedy ? `\n      ${say(frame, remedy)}` : ''}`,
    ),
    `  ${sources.map(({ citation }) => say(frame, citation)).join(say(frame, { zh: '；', en: '; ' }))}`,
    ...(digest === null ? [] : [`  SHA-256 ${digest}`]),
    ...(verification?.differences ?? []).map(({ path, stored, computed }) =>
      say(frame, {
        zh: `  不一致 ${path}：存的是 ${JSON.stringify(stored)}，重算是 ${JSON.stringify(computed)}`,
        en: `  differs at ${path}: stored ${JSON.stringify(stored)}, computed ${JSON.stringify(computed)}`,
      }),
    ),
  ];
}

function outcomeWords(frame: Frame, { outcome }: ExplainedStage): string {
  if (outcome === null) return '';
  const approve = { zh: '：同意支取', en: ': to be paid' };
  return say(frame, outcome === 'approve' ? approve : { zh: '：不予支取', en: ': to be refused' });
}

function settlementWords(frame: Frame, { settlement }: Explanation): readonly string[] {
  if (!settlement) return [];
  const yuan = (fen: unknown) => showYuan(BigInt(String(fen)));
  const rates = (settlement.rates as readonly ToldRate[] | null) ?? []; // as settlements are stored
  return [
    '',
    say(frame, {
      zh: `结清 ${settlement.on}：${yuan(settlement.amountFen)} 元，含利息 ${yuan(settlement.interestFen)} 元`,
      en: `Settled on ${settlement.on}: ${yuan(settlement.amountFen)} yuan, ${yuan(settlement.interestFen)} of it interest`,
    }),
    ...rates.map((rate) => `  ${say(frame, rateWords(rate))}`),
    `  ${say(frame, settlement.note)}`,
  ];
}

interface ToldRate {
  readonly bucket: 'carried-over' | 'inflow';
  readonly fromOn: string;
  readonly ratePpm: number;
  readonly grade: string;
  readonly source: string;
}

function rateWords({ bucket, fromOn, ratePpm, grade, source }: ToldRate): Text {
  const percent = (ratePpm / 10_000).toFixed(2);
  const carried = bucket === 'carried-over';
  return {
    zh: `${carried ? '上年结转' : '当年记入'}年利率 ${percent}%，自 ${fromOn} 起，来源等级 ${grade}（${source}）`,
    en: `${percent} % a year on what was ${carried ? 'carried over' : 'paid in this year'}, from ${fromOn}; grade ${grade} (${source})`,
  };
}

function verificationWords(frame: Frame, { verification }: Explanation): readonly string[] {
  if (!verification) return [];
  const same = { zh: '重新计算，逐字节一致。', en: 'Computed again: the same, byte for byte.' };
  const chain = { zh: '办理经过被改动过。', en: 'The record of what happened was altered.' };
  const other = { zh: '重新计算，与存下的不一致。', en: 'Computed again: not what is stored.' };
  return ['', say(frame, verification.same ? same : verification.chainWhole ? other : chain)];
}

interface ToldCondition {
  readonly finding: string;
  readonly source: string;
  readonly text: Text;
  readonly remedy: Text | null;
}

function conditionsOf(findings: ExplainedStage['findings']): readonly ToldCondition[] {
  const option = findings.option as { readonly conditions?: readonly ToldCondition[] } | null; // as findings are stored
  return option?.conditions ?? [];
}

function statusOf(status: unknown): Text {
  const names: Readonly<Record<string, Text>> = statusNames;
  return names[String(status)] ?? { zh: `结论 ${status}`, en: `finding ${status}` };
}

const stageNames = {
  application: { zh: '申请时', en: 'At the application' },
  proposal: { zh: '经办提出', en: 'Proposed by the clerk' },
  approval: { zh: '复核通过', en: 'Confirmed by the second officer' },
} as const;

const marks: Readonly<Record<string, string>> = { met: '✓', 'not-met': '✗', undetermined: '?' };
