import { ok, type Refusal, type Result, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import { adjustmentOperations } from '#business/adjustment';
import {
  approveBatch,
  buildBatch,
  endToEndId,
  exportBatch,
  importAnswer,
  importStatement,
  type PaymentsContext,
  simulateBank,
  writeCamt053,
} from '#business/payments';
import { registryOperations } from '#business/registry';
import {
  openFollowUps,
  remindApplicants,
  settleAllApproved,
  type WithdrawalContext,
  type WithdrawalView,
  withdrawalOperations,
} from '#business/withdrawal';
import type { Operation } from '#platform/http';
import { type Database, inTransaction } from '#platform/postgres';
import { must } from './decide.ts';
import { doers, type Story, type StoryStep } from './story.ts';

export type StoryContext = WithdrawalContext & PaymentsContext;

/** Where a story is played: an agency whose clock can be moved, and somebody with a balance. */
export interface StoryStage {
  readonly database: Database;
  readonly context: StoryContext;
  readonly personId: string;
  readonly callers: Readonly<
    Record<Exclude<StoryStep['by'], 'agency'> | 'finance' | 'finance2' | 'finance3', Caller>
  >;
  moveTo(on: string): void;
}

export interface StepPlayed {
  readonly step: StoryStep;
  readonly what: { readonly zh: string; readonly en: string };
  readonly refused: string | null;
  /** The case as it stands after the step; null before there is one. */
  readonly seen: WithdrawalView | null;
}

// Each operation takes its own context; the stage's has what all of them need.
const operations = [
  ...registryOperations,
  ...withdrawalOperations,
  ...adjustmentOperations,
] as readonly Operation<StoryContext, Caller>[];

/** Plays a story from its first day to its last. */
export async function playStory(stage: StoryStage, { steps }: Story): Promise<readonly StepPlayed[]> {
  const cases: string[] = [];
  const played: StepPlayed[] = [];
  for (const step of steps) {
    stage.moveTo(step.on);
    const number = step.case === undefined ? cases.at(-1) : cases[step.case - 1];
    const done = await play(stage, { step, number });
    if (done.ok && done.value !== null && !cases.includes(done.value)) cases.push(done.value);
    const shown = done.ok && done.value !== null ? done.value : (number ?? null);
    const seen = shown === null ? null : await see(stage, shown);
    played.push({ step, what: whatOf(step), refused: done.ok ? null : done.refusal.code, seen });
  }
  return played;
}

interface Played {
  readonly step: StoryStep;
  readonly number: string | undefined;
}

/** Answers the number of the case that the step was about. */
async function play(stage: StoryStage, { step, number }: Played): Promise<Result<string | null, Refusal>> {
  switch (step.do) {
    case 'record':
      return record(stage, step);
    case 'adjust':
      return adjust(stage, step);
    case 'papers':
      return papers(stage, { step, number });
    case 'settlement':
      await settleAllApproved(stage.context);
      return ok(number ?? null);
    case 'reminders':
      await remindApplicants(stage.context);
      return ok(number ?? null);
    case 'follow-ups':
      return ok((await openFollowUps(stage.context)).at(-1) ?? null);
    case 'sent-back':
      await sendBack(stage, number ?? '');
      return ok(number ?? null);
    case 'bank':
      await pay(stage);
      return ok(number ?? null);
    default: {
      const body = step.do === 'openWithdrawal' ? { personId: stage.personId, ...step.with } : step.with;
      const done = await ask(stage, { id: step.do, by: step.by, params: { number }, body });
      return done.ok ? ok(numberOf(done.value) ?? number ?? null) : done;
    }
  }
}

/** A clerk records what a paper proves, a reviewer confirms it. */
async function record(stage: StoryStage, { with: given }: StoryStep): Promise<Result<null, Refusal>> {
  const { kind, paper = '材料 1', body } = given;
  const entry = { entry: { kind, ...Object(body) }, paperReference: paper };
  const params = { personId: stage.personId };
  const placed = must(
    await ask(stage, { id: 'recordPersonFact', by: 'clerk', params, body: entry }),
    'record',
  );
  const { factId } = placed as { readonly factId: string }; // as the operation declares
  const decision = {
    id: 'decidePersonFact',
    by: 'reviewer',
    params: { ...params, factId },
    body: { confirmed: true },
  } as const;
  must(await ask(stage, decision), 'confirm');
  return ok(null);
}

/** A clerk asks for money to be put into the account, a reviewer approves. */
async function adjust(stage: StoryStage, { with: body }: StoryStep): Promise<Result<null, Refusal>> {
  const params = { personId: stage.personId };
  const asked = must(
    await ask(stage, { id: 'requestAdjustment', by: 'clerk', params, body }),
    'ask for an adjustment',
  );
  const { adjustmentId } = asked as { readonly adjustmentId: string }; // as the operation declares
  const decision = { params: { ...params, adjustmentId }, body: { approved: true } };
  must(await ask(stage, { id: 'decideAdjustment', by: 'reviewer', ...decision }), 'decide it');
  return ok(null);
}

/** Hands in everything that the case still asks for. */
async function papers(stage: StoryStage, { step, number = '' }: Played): Promise<Result<string, Refusal>> {
  const seen = await see(stage, number);
  for (const { materialId, state } of seen.papers) {
    if (state !== 'missing') continue;
    const body = { materialId, paperReference: `${materialId} ${step.on}` };
    const given = await ask(stage, { id: 'provideWithdrawalPaper', by: step.by, params: { number }, body });
    if (!given.ok) return given;
  }
  return ok(number);
}

async function pay({ database, context, callers }: StoryStage): Promise<void> {
  const wish = { caller: callers.finance, orderIds: null, executeOn: onDay(context) };
  const { batchId, digest } = must(
    await inTransaction(database, (tx) => buildBatch(tx, context, wish)),
    'build a batch',
  );
  for (const caller of [callers.finance2, callers.finance3]) {
    const approval = { caller, batchId, digest: Buffer.from(digest, 'hex') };
    must(await inTransaction(database, (tx) => approveBatch(tx, context, approval)), 'approve it');
  }
  const { xml } = must(await exportBatch(database, context, batchId), 'export it');
  const said = {
    messageId: `BANK-${batchId.slice(-20)}`,
    at: context.clock.now(),
    decide: () => ({ status: 'ACSC' }),
  };
  const answer = must(simulateBank(xml, said), 'the bank');
  must(await importAnswer(context, { caller: callers.finance, xml: answer }), 'take the answer in');
}

/** The bank's statement of the day, on which a payment left our account and came back. */
async function sendBack(stage: StoryStage, number: string): Promise<void> {
  const { context, callers } = stage;
  const { payment } = await see(stage, number);
  if (payment?.result !== 'paid') throw new Error(`${number} was not paid, and nothing comes back`);
  const on = onDay(context);
  const { accountNumber } = context.debtor;
  const named = { endToEndId: endToEndId({ orderId: payment.orderId, attempt: 1 }), bookedOn: on };
  const moved = { ...named, amountFen: BigInt(payment.amountFen) };
  const xml = writeCamt053({
    ...{ messageId: `STMT-${on}`, at: context.clock.now(), accountNumber, sequence: 1, on, openingFen: 0n },
    entries: [
      { ...moved, reference: 'D-1', direction: 'out' },
      { ...moved, reference: 'R-1', direction: 'in', returned: 'AC04' },
    ],
  });
  must(await importStatement(context, { caller: callers.finance, xml }), 'take the statement in');
}

async function see(stage: StoryStage, number: string): Promise<WithdrawalView> {
  const asked = { id: 'readWithdrawal', by: 'clerk', params: { number }, body: undefined } as const;
  return must(await ask(stage, asked), 'read the case') as WithdrawalView; // as the operation declares
}

/** Asks an operation as its door does, by its own schemas. */
async function ask(
  { database, context, callers }: StoryStage,
  asked: {
    readonly id: string;
    readonly by: StoryStep['by'];
    readonly params: Readonly<Record<string, string | undefined>>;
    readonly body: unknown;
  },
): Promise<Result<unknown, Refusal>> {
  const operation = operations.find(({ id }) => id === asked.id);
  if (!operation || !isPlain(operation) || asked.by === 'agency') throw new Error(`nobody does ${asked.id}`);
  const params = Object.fromEntries(Object.entries(asked.params).filter(([, value]) => value !== undefined));
  const request = {
    ...{ context, caller: callers[asked.by], params: params as Record<string, string>, query: {} },
    body: operation.body ? operation.body.parse(asked.body ?? {}) : undefined,
  };
  if (operation.kind === 'read') return operation.run(database, request);
  if (operation.kind === 'job') return operation.run(request);
  return inTransaction(database, (tx) => operation.run(tx, request));
}

/** Takes and answers JSON. */
function isPlain<T extends { readonly kind: string }>(
  operation: T,
): operation is Extract<T, { readonly kind: 'read' | 'write' | 'job' }> {
  return ['read', 'write', 'job'].includes(operation.kind);
}

function numberOf(answer: unknown): string | undefined {
  const { number } = Object(answer) as { readonly number?: unknown }; // any value can be looked at so
  return typeof number === 'string' ? number : undefined;
}

function onDay({ clock }: StoryContext) {
  return shanghaiDate(clock.now());
}

const plays: Readonly<Record<string, StepPlayed['what']>> = {
  record: { zh: '登记事项并复核', en: 'Record a fact, confirmed by another officer' },
  adjust: { zh: '款项入账，两人办理', en: 'Put money into the account, by two officers' },
  papers: { zh: '交来所缺的材料', en: 'Hand in the papers that are missing' },
  settlement: { zh: '结清已批准的办件', en: 'Settle what was approved' },
  reminders: { zh: '催告补正', en: 'Remind applicants of papers' },
  'follow-ups': { zh: '为迟到的款项开办后续办件', en: 'Open a case for late money' },
  'sent-back': { zh: '银行数日后退回付款', en: 'The bank sends the payment back days later' },
  bank: { zh: '编批、放行、银行付款', en: 'Batch, release, and the bank pays' },
};

function whatOf(step: StoryStep): StepPlayed['what'] {
  const found = plays[step.do] ?? operations.find(({ id }) => id === step.do)?.summary;
  if (!found) throw new Error(`${step.do} is neither an operation nor a play`);
  return found;
}

/** A story’s outcome as a clerk reads it: day by day, without ids. */
export function storyText({ title, clauses }: Story, played: readonly StepPlayed[]): string {
  const rows = played.map(({ step, what, refused, seen }) => {
    const who = doers[step.by];
    const due = seen?.dueOn ? `${seen.dueOn}${seen.dueProvisional ? ' 暂定 provisional' : ''}` : '';
    const state = seen ? `${seen.stateName.zh} ${seen.stateName.en}` : '';
    const said = refused ? `**拒绝 refused** \`${refused}\`` : '';
    const cells = [step.on, `${who.zh} ${who.en}`, `${what.zh}<br>${what.en}`, said, state, due];
    return `| ${cells.join(' | ')} | ${seen ? `${seen.delay.text.zh}<br>${seen.delay.text.en}` : ''} |`;
  });
  return [
    `# ${title.zh}`,
    '',
    `${title.en}. 条款 Clauses ${clauses.join(', ')}.`,
    '',
    '| 日期 On | 谁 Who | 做什么 What | | 办件状态 State | 期限 Due | 用时 Time |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
