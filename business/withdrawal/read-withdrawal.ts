import type { PlainDate, Refusal, Result, Text } from '#basics';
import { ok, shanghaiDate } from '#basics';
import { seenOf } from '#business/access';
import { actorOf, actsInCases, type Caller, ownersListed } from '#business/access/public';
import { type WhyNot, whyNot } from '#business/materials/public';
import { ordersOfCase, type ToldDoubt, tellDoubts } from '#business/payments';
import { maskName, personById, personsById } from '#business/registry';
import {
  type AvailableAction,
  availableActions,
  type CaseFile,
  type Delay,
  declarationOf,
  delayOf,
  type Holder,
  holderOf,
  isOverdue,
  listCases,
  type PaperState,
} from '#engines/casework';
import type { Reader } from '#platform/postgres';
import { type Apart, apartAmong, apartOf } from './apart.ts';
import { rulesOf, today, type WithdrawalContext } from './context.ts';
import { optionOf } from './decide-withdrawal.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { isResting } from './part-paid.store.ts';
import { type Payee, payeeOf } from './payee.store.ts';
import { standingOf } from './standing.ts';
import { type Around, around } from './view-parts.ts';
import type { WeighedCase } from './weigh.ts';
import { type PaymentView, paymentView } from './where-money-is.ts';
import { withdrawalProcess } from './withdrawal.ts';

/** A case in a list. */
export interface WithdrawalItem {
  readonly number: string;
  readonly personId: string;
  readonly personName: string;
  readonly ground: string;
  readonly groundName: Text;
  readonly state: string;
  readonly stateName: Text;
  readonly heldBy: 'applicant' | 'agency' | 'partner' | 'bank' | 'heirs' | 'nobody';
  readonly officeId: string;
  readonly openedOn: PlainDate;
  readonly dueOn: PlainDate | null;
  readonly dueProvisional: boolean;
  /** The day by which it was due is past, and it is not over. */
  readonly overdue: boolean;
}

/** Everything that a person sees of a case: what is there, what is missing, and every step with why it is not possible. */
export interface WithdrawalView extends WithdrawalItem, Around {
  /** To be sent back as `seen` with the next step. */
  readonly seen: number;
  readonly ruleSet: { readonly id: string; readonly version: string };
  readonly status: WeighedCase['findings']['status'];
  readonly papers: readonly PaperView[];
  readonly payee: PayeeView | null;
  readonly payeeName: PayeeName | null;
  readonly money: WeighedCase['findings']['money'];
  /** Null until it is settled. */
  readonly payment: PaymentView | null;
  /** Whose time the working days were, and whether the clock stands still. */
  readonly delay: Delay;
  /** The clerk who has it in hand; null for nobody, and for who is not of the agency. */
  readonly holder: Holder | null;
  /** The decision that waits for a second officer. */
  readonly pendingDecision: { readonly id: string; readonly outcome: 'approve' | 'refuse' } | null;
  readonly actions: readonly AvailableAction[];
}

/** To whom it pays, with what a second look is needed for. */
export interface PayeeView extends Omit<Payee, 'revision' | 'doubts'> {
  readonly doubts: readonly ToldDoubt[];
}

/** The name that an account has to be in, as it is written here and in Latin letters. */
export interface PayeeName {
  readonly name: string;
  readonly latin: string | null;
}

export interface PaperView extends Omit<PaperState, 'why'>, WhyNot {
  readonly text: Text;
  readonly legalBasis: string;
  readonly alternatives: readonly { readonly id: string; readonly text: Text }[];
}

interface Asked {
  readonly context: WithdrawalContext;
  readonly caller: Caller;
}

export async function readWithdrawal(
  reader: Reader,
  asked: Asked & { readonly number: string },
): Promise<Result<WithdrawalView, Refusal>> {
  const { context, caller } = asked;
  const found = await findWithdrawal(reader, asked);
  if (!found.ok) return found;
  const file = found.value;
  const standing = await standingOf(reader, { context, file });
  if (!standing.ok) return standing;
  const { weighed, actions, pending, met, decidedBefore } = standing.value;
  const person = await personById(reader, file.ownerId);
  const payee = await payeeOf(reader, file);
  const [order] = await ordersOfCase(reader, { owner: file.ownerId, caseId: file.id });
  const apart = await apartOf(reader, file);
  const process = declarationOf(withdrawalProcess, file);
  const done = actions.map(({ action }) => action);
  const holder = await holderOf(reader, file);
  const stands = { state: file.state, done, met, holder, decidedBefore, maker: pending?.makerId ?? null };
  const possible = actsInCases(caller.kind) ? availableActions(process, stands, actorOf(caller)) : [];
  return ok({
    ...itemOf(file, { context, apart, name: person?.name ?? '' }),
    ...(await around(reader, { caller, file, standing: standing.value, region: context.region })),
    seen: file.actionCount,
    ruleSet: { id: file.ruleSet, version: file.ruleVersion },
    status: weighed.findings.status,
    papers: papersOf(weighed, file.subject),
    payee: payee ? masked(payee) : null,
    payeeName: person && namesOwnAccount(caller, file, possible) ? nameOn(person) : null,
    money: weighed.findings.money,
    payment: order ? paymentView(order) : null,
    delay: delayOf(process, actions, {
      ...{ calendar: context.workingDays, today: today(context), resting: apart?.resting ?? undefined },
    }),
    holder: caller.kind === 'officer' ? holder : null,
    pendingDecision: pending ? { id: pending.id, outcome: pending.outcome } : null,
    actions: possible,
  });
}

/** A page of cases by due day; citizens get only those of the persons that they may act for. */
export async function listWithdrawals(
  reader: Reader,
  asked: Asked & {
    readonly states: readonly string[] | null;
    readonly officeId: string | null;
    readonly dueOnOrBefore: PlainDate | null;
    readonly cursor: string | null;
    readonly limit: number;
  },
): Promise<{ readonly items: readonly WithdrawalItem[]; readonly next: string | null }> {
  const { context, caller, ...filter } = asked;
  const ownerIds = ownersListed(caller);
  const of = { processes: [withdrawalProcess.id], ownerIds, noDayWhile: isResting };
  const page = await listCases(reader, { ...filter, ...of });
  const files = await seenOf(reader, { caller, files: page.items });
  const persons = await personsById(reader, [...new Set(files.map(({ ownerId }) => ownerId))]);
  const names = new Map(persons.map(({ ownerId, name }) => [ownerId, name]));
  const apart = await apartAmong(reader, files);
  return {
    items: files.map((file) =>
      itemOf(file, { context, apart: apart.get(file.id), name: names.get(file.ownerId) ?? '' }),
    ),
    next: page.next,
  };
}

function itemOf(
  file: CaseFile,
  {
    context,
    apart,
    name,
  }: {
    readonly context: WithdrawalContext;
    readonly apart: Apart | undefined;
    readonly name: string;
  },
): WithdrawalItem {
  const state = withdrawalProcess.states[file.state];
  const noDay = apart?.resting != null;
  return {
    number: file.number,
    personId: file.ownerId,
    personName: maskName(name),
    ground: file.subject,
    groundName: groundName(context, file),
    state: file.state,
    stateName: apart?.state ?? state?.name ?? { zh: file.state, en: file.state },
    heldBy: apart?.heldBy ?? state?.heldBy ?? 'nobody',
    officeId: file.officeId,
    openedOn: shanghaiDate(file.openedAt),
    dueOn: noDay ? null : file.dueOn,
    dueProvisional: !noDay && file.dueProvisional,
    overdue: !noDay && isOverdue(file, today(context)),
  };
}

/** The ground as its rule set names it; its id where that version is not here any more. */
function groundName(context: WithdrawalContext, file: CaseFile): Text {
  const rules = rulesOf(context, file);
  return rules.ok ? optionOf(rules.value, file.subject).name : { zh: file.subject, en: file.subject };
}

function papersOf({ ruleSet, findings }: WeighedCase, ground: string): readonly PaperView[] {
  const materials = optionOf(ruleSet, ground).toldMaterials;
  return findings.papers.flatMap((paper) => {
    const material = materials.find(({ id }) => id === paper.materialId);
    if (!material) return [];
    const { text, legalBasis, alternatives } = material;
    return [{ ...paper, ...whyNot(paper.why), text, legalBasis, alternatives }];
  });
}

/** Told to the insured person alone, while they may name an account: whoever acts for somebody writes it down themselves. */
function namesOwnAccount(caller: Caller, file: CaseFile, possible: readonly AvailableAction[]): boolean {
  if (caller.kind !== 'insured' || !caller.personIds.includes(file.ownerId)) return false;
  return namesAccount(possible);
}

/** Whether a step that names an account is open to whoever asks. */
export function namesAccount(possible: readonly AvailableAction[]): boolean {
  return possible.some(({ action, allowed }) => allowed && accountSteps.has(action));
}

const accountSteps: ReadonlySet<string> = new Set(['name-payee', 'correct-payee']);

function nameOn({
  name,
  nameLatin,
}: {
  readonly name: string;
  readonly nameLatin: string | null;
}): PayeeName {
  return { name, latin: nameLatin };
}

function masked({ revision: _, name, doubts, ...account }: Payee): PayeeView {
  return { ...account, name: maskName(name), doubts: tellDoubts(doubts) };
}
