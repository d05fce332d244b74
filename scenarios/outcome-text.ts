import { fenToYuan, showYuan } from '#basics';
import type { Journal } from '#engines/ledger';
import type { Outcome } from './play.ts';
import type { Scenario } from './scenario.ts';

/** A scenario's outcome as a clerk reads it; it holds nothing that differs from run to run (no ids, no times of day). */
export function outcomeText(
  scenario: Scenario,
  { outcome, books }: { readonly outcome: Outcome; readonly books: readonly Journal[] },
): string {
  const sections = [
    heading(scenario),
    lifeEvents(outcome),
    assessment(outcome),
    decision(outcome),
    postings(books),
    payments(outcome),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function heading({ title, clauses, today, apply }: Scenario): string {
  return [
    `# ${title.zh}`,
    '',
    `${title.en}. 条款 Clauses ${clauses.join(', ')}; 业务日期 business date ${today}; 申请情形 ground \`${apply.ground}\`.`,
  ].join('\n');
}

/** What was reported and decided before the application; nothing where nothing was. */
function lifeEvents({ events }: Outcome): string {
  if (events.length === 0) return '';
  const lines = events.map(
    ({ kindName, stateName }) => `- ${kindName.zh} ${kindName.en}: ${stateName.zh} ${stateName.en}`,
  );
  return `## 参保变动 Life events\n\n${lines.join('\n')}`;
}

const statuses = {
  open: '可以办理 open',
  blocked: '暂不能办理 blocked',
  undetermined: '还不能判断 undetermined',
} as const;
const findings = {
  met: '满足 met',
  'not-met': '**不满足 not met**',
  undetermined: '不明 undetermined',
} as const;

function assessment({ option }: Outcome): string {
  const title = '## 评估 Assessment';
  if (!option) return `${title}\n\n这个情形不适用 The ground is not offered.`;
  const rows = option.conditions.map(({ text, finding, source }) => [
    `${text.zh}<br>${text.en}`,
    findings[finding],
    source,
  ]);
  const remedies = option.conditions.flatMap(({ remedy }) =>
    remedy ? [`- ${remedy.zh}<br>${remedy.en}`] : [],
  );
  const told = [
    `${title}\n\n${statuses[option.status]}`,
    table(['条件 Condition', '结论 Finding', '依据 Source'], rows),
  ];
  return [...told, ...(remedies.length > 0 ? [remedies.join('\n')] : [])].join('\n\n');
}

const outcomes = { approve: '同意 approve', refuse: '不同意 refuse' } as const;

function decision(outcome: Outcome): string {
  const {
    proposed,
    refusal,
    toldFirst,
    wrongPayeeRefusal,
    colleagueRefusal,
    otherRefusal,
    state,
    relationship,
    explanation,
  } = outcome;
  const ruleSet = explanation.stages.at(-1)?.ruleSet;
  const { same, chainWhole } = explanation.verification ?? {};
  const lines = [
    toldFirst &&
      `先告知原因 Told why not first: \`${toldFirst}\`；仍要书面决定 a written decision was wanted all the same`,
    wrongPayeeRefusal && `收款账户被拒 The first payee was refused: \`${wrongPayeeRefusal}\``,
    colleagueRefusal &&
      `同事没有接手就办，被拒 A colleague who had not taken it over was refused: \`${colleagueRefusal}\``,
    otherRefusal && `另一件申请被拒 The second application was refused: \`${otherRefusal}\``,
    `经办提出 The clerk proposed: ${outcomes[proposed]}`,
    `复核 The second officer: ${refusal ? `不能通过 could not approve, \`${refusal}\`` : '通过 approved'}`,
    `规则 Rules: ${ruleSet?.id} ${ruleSet?.version}`,
    `办理状态 State: ${state.zh} ${state.en}`,
    `参保关系 Relationship: ${relationship.before} → ${relationship.after}`,
    `重新计算 Computed again: ${same && chainWhole ? '一致 the same' : '**不一致 not the same**'}`,
  ];
  return `## 决定 Decision\n\n${lines
    .filter((line) => typeof line === 'string')
    .map((line) => `- ${line}`)
    .join('\n')}`;
}

function postings(books: readonly Journal[]): string {
  const rows = books.flatMap(({ effectiveOn, purpose, postings: lines }) =>
    lines.map(({ debit, credit, amountFen }) => [effectiveOn, purpose, debit, credit, showYuan(amountFen)]),
  );
  return `## 记账 Postings\n\n${table(['日期 On', '用途 Purpose', '借 Debit', '贷 Credit', '元 Yuan'], rows)}`;
}

const answers = {
  pay: '付到 paid',
  return: '退回 returned',
  'return-later': '付出后退回 returned after it was paid',
} as const;

function payments({ payments: made }: Outcome): string {
  const rows = made.map(({ name, accountNumber, amountFen, answer }) => [
    name,
    accountNumber,
    fenToYuan(amountFen),
    answers[answer],
  ]);
  const header = ['户名 Payee', '账号 Account', '元 Yuan', '银行 Bank'];
  return `## 付款 Payment\n\n${rows.length > 0 ? table(header, rows) : '没有付款 None.'}`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  if (rows.length === 0) return '没有 None.';
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
