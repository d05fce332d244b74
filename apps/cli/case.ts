import { text } from 'node:stream/consumers';
import { ok, type Refusal, type Result, shanghaiTime, showYuan, type Text } from '#basics';
import type { Caller } from '#business/access/public';
import {
  applyForWithdrawal,
  type NewPaper,
  type NewPayee,
  namePayee,
  type RejectedPaper,
  readNewPayee,
  readWithdrawal,
  settleApproved,
  submitApplication,
  type WithdrawalView,
} from '#business/withdrawal';
import { type CaseFile, doerNames, type HistoryEntry, type Holder, officersNamed } from '#engines/casework';
import { readJsonValue } from '#platform/http';
import { inTransaction, type Tx } from '#platform/postgres';
import { actionLines } from './case-commands.ts';
import { type CaseContext, type CaseProcedure, type DoingCase, procedureOf } from './case-procedures.ts';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';
import { shownElsewhere, unlessElsewhere } from './shown-elsewhere.ts';

/** What every `suixing case …` command is given: who asks, and the agency whose cases they are. */
export interface CaseDesk {
  readonly agency: CaseContext;
  readonly caller: Caller;
}

/** One case, by its number. */
export interface CaseOnDesk extends CaseDesk {
  readonly number: string;
}

/**
 * `suixing case open PERSON GROUND [--draft] [--anyway] [--paper MATERIAL=REFERENCE]… [--payee-stdin]`: a clerk opens a case
 * at the window, with the papers that lie there and, on standard input, the account to be paid to.
 */
export async function openCase(
  frame: Frame,
  asked: CaseDesk & {
    readonly personId: string;
    readonly ground: string;
    readonly draft: boolean;
    readonly anyway: boolean;
    readonly papers?: readonly NewPaper[];
    readonly payeeStdin?: boolean;
  },
): Promise<ExitCode> {
  const { agency: context, caller, personId, ground, draft, anyway, papers = [], payeeStdin = false } = asked;
  const payee = payeeStdin ? readPayee(await text(frame.stdin)) : ok(null);
  if (!payee.ok) return conclude(frame, payee, () => '');
  return step(frame, asked, (tx) =>
    applyForWithdrawal(tx, {
      ...{ context, caller, personId, ground, papers, payee: payee.value },
      submit: !draft,
      applyAnyway: anyway,
    }),
  );
}

/** A withdrawal as it stands: where it is, what is missing, what can be done. */
export async function showWithdrawal(frame: Frame, asked: CaseOnDesk): Promise<ExitCode> {
  const view = await readWithdrawal(asked.agency.database, { context: asked.agency, ...asked });
  return conclude(frame, view, (told) => caseWords(frame, told));
}

/** `suixing case history NUMBER`. */
export async function showHistory(frame: Frame, { agency, caller, number }: CaseOnDesk): Promise<ExitCode> {
  const elsewhere = await shownElsewhere(frame, { agency, caller, number, typed: 'case' });
  if (elsewhere) return conclude(frame, elsewhere, () => '');
  const procedure = await procedureOf(agency.database, number);
  const history = await procedure.history(agency.database, { caller, number });
  if (history.ok) frame.shown?.add(number);
  const ids = history.ok ? history.value.flatMap(({ actorId }) => actorId ?? []) : [];
  const officers = await officersNamed(agency.database, [...new Set(ids)]);
  return conclude(frame, history, (entries) =>
    entries
      .map((entry) => {
        const { seq, at, name, stateName } = entry;
        const by = say(frame, actorName(entry, officers));
        return [seq, shanghaiTime(at), say(frame, name), '→', say(frame, stateName), by].join('  ');
      })
      .join('\n'),
  );
}

/** An officer by name and login name, everybody else by what they are. */
function actorName(
  { actorId, actorKind }: Pick<HistoryEntry, 'actorId' | 'actorKind'>,
  officers: readonly Holder[],
): Text {
  const officer = officers.find(({ id }) => id === actorId);
  if (officer) {
    const { nameZh, nameEn, loginName } = officer;
    return { zh: `${nameZh}（${loginName}）`, en: `${nameEn} (${loginName})` };
  }
  const doer = Object.entries(doerNames).find(([kind]) => kind === actorKind)?.[1];
  return doer ?? { zh: '工作人员', en: 'an officer' };
}

/** `suixing case paper NUMBER MATERIAL REFERENCE`. */
export function givePaper(
  frame: Frame,
  asked: CaseOnDesk & { readonly materialId: string; readonly paperReference: string },
): Promise<ExitCode> {
  const { materialId, paperReference } = asked;
  return stepOf(
    frame,
    asked,
    (procedure) => (tx, doing) =>
      procedure.providePaper(tx, { ...doing, paper: { materialId, paperReference } }),
  );
}

/**
 * `suixing case payee NUMBER`, the account as JSON from standard input (`name`, `bankCode`, `bankName`, `accountNumber`): a
 * command line is seen by everybody on the machine.
 */
export async function setPayee(frame: Frame, asked: CaseOnDesk): Promise<ExitCode> {
  const payee = readPayee(await text(frame.stdin));
  if (!payee.ok) return conclude(frame, payee, () => '');
  const { agency: context, caller, number } = asked;
  const named = await inTransaction(context.database, (tx) =>
    namePayee(tx, { context, caller, number, payee: payee.value }),
  );
  const told = shown(await ofThisKind(frame, asked, named), context);
  if (!told.ok) return conclude(frame, told, () => '');
  const view = await readWithdrawal(context.database, { context, caller, number });
  const doubts = view.ok ? (view.value.payee?.doubts ?? []) : [];
  return conclude(frame, ok({ ...told.value, doubts }), (at) =>
    [stepWords(frame, at), ...doubtLines(frame, doubts)].join('\n'),
  );
}

/** What a second look at a payee’s account is needed for. */
export function doubtLines(
  frame: Pick<Frame, 'lang'>,
  doubts: NonNullable<WithdrawalView['payee']>['doubts'],
): readonly string[] {
  return doubts.map(({ text: doubt }) => `  ! ${say(frame, doubt)}`);
}

/** `suixing case submit NUMBER [--anyway]`: submits a draft. */
export function submitCase(
  frame: Frame,
  asked: CaseOnDesk & { readonly anyway: boolean },
): Promise<ExitCode> {
  return step(frame, asked, (tx, doing) => submitApplication(tx, { ...doing, applyAnyway: asked.anyway }));
}

/** `suixing case review NUMBER`: takes it up. */
export function reviewCase(frame: Frame, asked: CaseOnDesk): Promise<ExitCode> {
  return stepOf(frame, asked, ({ takeUp }) => takeUp);
}

/** `suixing case go-on NUMBER`: stops waiting for papers and goes on with the review. */
export function goOnWithCase(frame: Frame, asked: CaseOnDesk): Promise<ExitCode> {
  return stepOf(frame, asked, ({ stopWaiting }) => stopWaiting);
}

/** `suixing case ask NUMBER [--again MATERIAL=REASON]… [--note TEXT]`: asks, in one go, for all that is missing. */
export function askForPapers(
  frame: Frame,
  asked: CaseOnDesk & { readonly again: readonly RejectedPaper[]; readonly note: string },
): Promise<ExitCode> {
  const { again, note } = asked;
  return stepOf(
    frame,
    asked,
    (procedure) => (tx, doing) => procedure.requestMaterials(tx, { ...doing, again, note }),
  );
}

/** `suixing case propose NUMBER approve|refuse [--note TEXT]`. */
export function proposeOnCase(
  frame: Frame,
  asked: CaseOnDesk & { readonly outcome: 'approve' | 'refuse'; readonly note: string },
): Promise<ExitCode> {
  const { outcome, note } = asked;
  return stepOf(
    frame,
    asked,
    (procedure) => (tx, doing) => procedure.propose(tx, { ...doing, outcome, note }),
  );
}

/** `suixing case approve NUMBER`: the second officer approves what was proposed, an approval or a refusal. */
export async function approveCase(frame: Frame, asked: CaseOnDesk): Promise<ExitCode> {
  const { agency: context, caller, number } = asked;
  const procedure = await procedureOf(context.database, number);
  const approved = await procedure.approve({ context, caller, number });
  return conclude(frame, shown(await ofThisKind(frame, asked, approved), context), (told) =>
    stepWords(frame, told),
  );
}

/** `suixing case return NUMBER --reason TEXT`. */
export function returnCase(frame: Frame, asked: CaseOnDesk & { readonly reason: string }): Promise<ExitCode> {
  const { reason } = asked;
  return stepOf(
    frame,
    asked,
    (procedure) => (tx, doing) => procedure.returnToMaker(tx, { ...doing, reason }),
  );
}

/** `suixing case settle NUMBER`; the worker does it by itself right after the approval. */
export function settleCase(frame: Frame, asked: CaseOnDesk): Promise<ExitCode> {
  return step(frame, asked, settleApproved);
}

/** `suixing case withdraw NUMBER`: the applicant takes the application back. */
export function withdrawCase(frame: Frame, asked: CaseOnDesk): Promise<ExitCode> {
  return stepOf(frame, asked, ({ withdraw }) => withdraw);
}

type Work = (tx: Tx, doing: DoingCase) => Promise<Result<CaseFile, Refusal>>;

/** Runs one step in a transaction and tells where the case is then. */
export async function step(
  frame: Frame,
  { agency: context, caller, number = '' }: CaseDesk & { readonly number?: string },
  work: Work,
): Promise<ExitCode> {
  const taken = await inTransaction(context.database, (tx) => work(tx, { context, caller, number }));
  const done = await ofThisKind(frame, { agency: context, caller, number }, taken);
  return conclude(frame, shown(done, context), (told) => stepWords(frame, told));
}

/** What a command on a case came to; that it is a transfer, where it is one. */
export function ofThisKind<T>(
  frame: Frame,
  { agency, caller, number }: CaseOnDesk,
  done: Result<T, Refusal>,
): Promise<Result<T, Refusal>> {
  return unlessElsewhere(frame, { agency, caller, number, typed: 'case' }, done);
}

/** The same with a step that every procedure does in its own way. */
async function stepOf(
  frame: Frame,
  asked: CaseOnDesk,
  work: (procedure: CaseProcedure) => Work,
): Promise<ExitCode> {
  return step(frame, asked, work(await procedureOf(asked.agency.database, asked.number)));
}

interface Stepped {
  readonly number: string;
  readonly state: string;
  readonly stateName: Text;
  readonly dueOn: string | null;
  readonly dueProvisional: boolean;
}

function shown(done: Result<CaseFile, Refusal>, { processes }: CaseContext): Result<Stepped, Refusal> {
  if (!done.ok) return done;
  const { number, process, state, dueOn, dueProvisional } = done.value;
  const stateName = processes[process]?.states[state]?.name ?? { zh: state, en: state };
  return { ok: true, value: { number, state, stateName, dueOn, dueProvisional } };
}

function stepWords(frame: Frame, { number, stateName, dueOn, dueProvisional }: Stepped): string {
  return [number, say(frame, stateName), dueWords(frame, { dueOn, dueProvisional })]
    .filter(Boolean)
    .join('  ');
}

export function dueWords(
  frame: Frame,
  due: Pick<Stepped, 'dueOn' | 'dueProvisional'> & { readonly overdue?: boolean },
): string {
  const { dueOn, dueProvisional, overdue = false } = due;
  if (dueOn === null) return '';
  if (overdue) return say(frame, { zh: `最晚 ${dueOn}，已超期`, en: `due on ${dueOn}, overdue` });
  if (!dueProvisional) return say(frame, { zh: `最晚 ${dueOn}`, en: `due on ${dueOn}` });
  return say(frame, { zh: `最晚 ${dueOn}（暂定）`, en: `due on ${dueOn} (provisional)` });
}

/** While these last, the account still holds what would be paid. */
const beforeSettlement: ReadonlySet<string> = new Set([
  'draft',
  'submitted',
  'in-review',
  'awaiting-materials',
  'proposed',
  'approved',
]);

function caseWords(frame: Frame, view: WithdrawalView): string {
  const { money, payee, payment } = view;
  const total = money && showYuan(BigInt(money.totalFen));
  const interest = money && showYuan(BigInt(money.interestFen));
  const lines = [
    [view.number, say(frame, view.groundName), say(frame, view.stateName), dueWords(frame, view)]
      .join('  ')
      .trimEnd(),
    ...view.papers.map(
      ({ state, materialId, text: name }) => `  ${paperMarks[state]} ${materialId}  ${say(frame, name)}`,
    ),
    ...(payee ? [`  ${payee.name}  ${payee.bankName} …${payee.accountTail}`] : []),
    ...doubtLines(frame, payee?.doubts ?? []),
    ...(money && beforeSettlement.has(view.state)
      ? [
          say(frame, {
            zh: `  如现在结清：${total} 元，含利息 ${interest} 元`,
            en: `  if settled now: ${total} yuan, ${interest} of it interest`,
          }),
        ]
      : []),
    ...afterWords(frame, view),
    ...(payment ? [`  ${say(frame, paymentWords(payment))}`] : []),
    ...actionLines(frame, { ...view, succession: view.ground === 'death' }),
  ];
  return lines.join('\n');
}

/** How much, when it was paid, and where it is; the order's number is what finance looks it up by. */
function paymentWords({ orderId, amountFen, paidOn, where }: NonNullable<WithdrawalView['payment']>): Text {
  const yuan = showYuan(BigInt(amountFen));
  const [on, at] = paidOn === null ? ['', ''] : [`${paidOn}  `, `on ${paidOn}  `];
  return { zh: `${yuan} 元  ${on}${where.zh}  ${orderId}`, en: `${yuan} yuan  ${at}${where.en}  ${orderId}` };
}

/** What it waits for, what changed, what can be done against it, and what it follows. */
function afterWords(frame: Frame, view: WithdrawalView): readonly string[] {
  const { delay, waitingFor, cameBack, remedies, objection, follows, followedBy, standsInTheWay } = view;
  const linked = [...(follows ? [follows] : []), ...followedBy];
  return [
    ...(delay.allowed === null ? [] : [`  ${say(frame, delay.text)}`]),
    ...(waitingFor ? [`  ${say(frame, waitingWords(waitingFor))}`] : []),
    ...(cameBack ?? []).map(({ text: changed }) => `  ! ${say(frame, changed)}`),
    ...(remedies && !remedies.used ? [`  ${say(frame, remedies.text)}`] : []),
    ...(objection
      ? [
          `  ${say(frame, { zh: `${objection.madeOn} 提出异议：`, en: `objection of ${objection.madeOn}: ` })}${objection.reason}`,
        ]
      : []),
    ...(standsInTheWay
      ? [
          `  ! ${say(frame, { zh: '同一账户上另有办件：', en: 'another case stands in the way: ' })}${standsInTheWay.number ?? '–'}`,
        ]
      : []),
    ...(linked.length > 0 ? [`  ↔ ${linked.join(' ')}`] : []),
  ];
}

function waitingWords({ answerBy, reminded }: NonNullable<WithdrawalView['waitingFor']>): Text {
  return reminded
    ? { zh: `请在 ${answerBy} 以前补齐（已催告）`, en: `to be answered by ${answerBy} (reminded)` }
    : { zh: `请在 ${answerBy} 以前补齐`, en: `to be answered by ${answerBy}` };
}

const paperMarks = { given: '✓', unchecked: '?', 'on-record': '✓', missing: '✗' } as const;

function readPayee(json: string): Result<NewPayee, Refusal> {
  const given = readJsonValue(json, 'withdrawal.bad-input');
  return given.ok ? readNewPayee(given.value) : given;
}
