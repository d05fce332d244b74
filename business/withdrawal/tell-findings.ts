import { type Problem, type Refusal, type Result, refuse, type Text } from '#basics';
import { paperObstacle } from '#business/materials/public';
import { estateProblems } from '#business/succession/public';
import type { Outcome } from '#engines/casework';
import type { ToldCondition } from '#engines/rules';
import type { Findings } from './decide-withdrawal.ts';
import { paperName } from './grounds/materials.ts';

/** Why findings do not lead to a payment, one sentence each with what would help; empty where they do. */
export function obstacles(findings: Findings): readonly Problem[] {
  const conditions = (findings.option?.conditions ?? []).filter(({ finding }) => finding !== 'met');
  return [
    ...(findings.status === 'not-offered' ? [notOffered] : []),
    ...conditions.map((condition) => ({ path: `conditions.${condition.id}`, detail: sentenceOf(condition) })),
    ...findings.papers
      .filter(({ state }) => state === 'missing' || state === 'unchecked')
      .map(({ materialId }) => ({
        path: `papers.${materialId}`,
        detail: paperMissing(findings, materialId),
      })),
    ...(findings.payee === 'named' ? [] : [{ path: 'payee', detail: payeeTexts[findings.payee] }]),
    ...(findings.succession ? estateProblems(findings.succession) : []),
  ];
}

/** Of these what is on record and what the law says: papers and an account can follow, and that cannot be waited away. */
export function standsAgainst(findings: Findings): readonly Problem[] {
  return obstacles(findings).filter(({ path }) => path === 'status' || path.startsWith('conditions.'));
}

/** Refuses to propose what the findings do not support, with everything that speaks against it. */
export function notSupported(findings: Findings, outcome: Outcome): Result<never, Refusal> {
  const figures =
    outcome === 'approve'
      ? { outcomeZh: '同意支取', outcomeEn: 'approve' }
      : { outcomeZh: '不予支取', outcomeEn: 'refuse' };
  return refuse({ code: 'withdrawal.not-supported', figures, problems: obstacles(findings) });
}

/** What the findings of two days differ in, one sentence each. */
export function changesBetween(before: Findings, after: Findings): readonly Problem[] {
  const known = new Map(before.option?.conditions.map(({ id, finding }) => [id, finding]) ?? []);
  const conditions = (after.option?.conditions ?? []).filter(({ id, finding }) => known.get(id) !== finding);
  const papers = after.papers.filter(
    ({ materialId, state }) =>
      before.papers.find((paper) => paper.materialId === materialId)?.state !== state,
  );
  return [
    ...(before.status !== after.status ? [{ path: 'status', detail: statusChange(before, after) }] : []),
    ...conditions.map((condition) => ({ path: `conditions.${condition.id}`, detail: sentenceOf(condition) })),
    ...papers.map(({ materialId }) => ({
      path: `papers.${materialId}`,
      detail: paperMissing(after, materialId),
    })),
    ...(before.payee !== after.payee && after.payee !== 'named'
      ? [{ path: 'payee', detail: payeeTexts[after.payee] }]
      : []),
    ...(sharesDiffer(before, after) ? [{ path: 'succession', detail: sharesChanged }] : []),
  ];
}

/** Whether other heirs would be paid, other sums, or others would wait; the day's interest alone is no change. */
export function sharesDiffer(before: Findings, after: Findings): boolean {
  const told = ({ succession }: Findings) =>
    (succession?.shares ?? [])
      .map((share) => [share.successorId, share.numerator, share.denominator, share.state].join(' '))
      .join('\n');
  return told(before) !== told(after);
}

const sharesChanged: Text = {
  zh: '继承人的份额、账户或异议有变化',
  en: 'The heirs’ shares, their accounts or their objections changed',
};

function sentenceOf({ text, finding, remedy }: ToldCondition): Text {
  const said = findingNames[finding];
  return {
    zh: `${text.zh}：${said.zh}。${remedy?.zh ?? ''}`,
    en: `${text.en}: ${said.en}.${remedy ? ` ${remedy.en}` : ''}`,
  };
}

function paperMissing(findings: Findings, materialId: string): Text {
  const text = findings.option?.materials.find(({ id }) => id === materialId)?.text;
  const paper = findings.papers.find((each) => each.materialId === materialId);
  return paperObstacle(paper ?? { state: 'missing' }, text ?? paperName(materialId));
}

function statusChange(before: Findings, after: Findings): Text {
  const [was, is] = [statusNames[before.status], statusNames[after.status]];
  return { zh: `结论由“${was.zh}”变为“${is.zh}”`, en: `The finding was “${was.en}” and is “${is.en}” now` };
}

const notOffered: Problem = {
  path: 'status',
  detail: {
    zh: '按现有记录，这个情形不适用。如果情况属实，请先带证明材料登记。',
    en: 'On what is on record this ground does not apply. If it is the case, have it recorded with its proof first.',
  },
};

export const findingNames: Readonly<Record<ToldCondition['finding'], Text>> = {
  met: { zh: '符合', en: 'met' },
  'not-met': { zh: '不符合', en: 'not met' },
  undetermined: { zh: '还不能判断', en: 'cannot be told yet' },
};

export const statusNames: Readonly<Record<Findings['status'], Text>> = {
  open: { zh: '可以支取', en: 'may be paid' },
  blocked: { zh: '不能支取', en: 'may not be paid' },
  undetermined: { zh: '还不能判断', en: 'cannot be told yet' },
  'not-offered': { zh: '情形不适用', en: 'the ground does not apply' },
};

const payeeTexts: Readonly<Record<Exclude<Findings['payee'], 'named'>, Text>> = {
  'not-named': { zh: '还没有填写收款账户', en: 'No account to pay to has been named' },
  'another-name': {
    zh: '收款账户不是参保人本人的',
    en: 'The account is not in the insured person’s own name',
  },
  'not-divided': {
    zh: '还不能按继承人分配，原因已列出',
    en: 'It cannot be divided among the heirs yet; why is listed',
  },
  'another-kind': { zh: '收款人与这个情形不符', en: 'The payee is not the one that this ground asks for' },
};
