import type { PlainDate, Refusal, Result, Text } from '#basics';
import { ok, shanghaiDate } from '#basics';
import { actorOf, actsInCases, type Caller } from '#business/access/public';
import { ordersOfCase } from '#business/payments';
import { maskName, personById, personsById } from '#business/registry';
import {
  type AvailableAction,
  actionsOf,
  availableActions,
  type CaseFile,
  decisionsOf,
  listCases,
  missingOf,
  type PaperState,
} from '#engines/casework';
import type { Reader } from '#platform/postgres';
import { rulesOf, type WithdrawalContext } from './context.ts';
import { optionOf, supports } from './decide-withdrawal.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { type Payee, payeeOf } from './payee.store.ts';
import { type WeighedCase, weigh } from './weigh.ts';
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
  readonly heldBy: 'applicant' | 'agency' | 'bank' | 'nobody';
  readonly officeId: string;
  readonly openedOn: PlainDate;
  readonly dueOn: PlainDate | null;
  readonly dueProvisional: boolean;
}

/** Everything that a person sees of a case: what is there, what is missing, and every step with why it is not possible. */
export interface WithdrawalView extends WithdrawalItem {
  /** To be sent back as `seen` with the next step. */
  readonly seen: number;
  readonly ruleSet: { readonly id: string; readonly version: string };
  readonly status: WeighedCase['findings']['status'];
  readonly papers: readonly PaperView[];
  readonly payee: Omit<Payee, 'revision'> | null;
  readonly money: WeighedCase['findings']['money'];
  /** Null until it is settled. */
  readonly payment: PaymentView | null;
  /** The decision that waits for a second officer. */
  readonly pendingDecision: { readonly id: string; readonly outcome: 'approve' | 'refuse' } | null;
  readonly actions: readonly AvailableAction[];
}

export interface PaperView extends PaperState {
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
  const weighed = await weigh(reader, { context, file });
  if (!weighed.ok) return weighed;
  const person = await personById(reader, file.ownerId);
  const payee = await payeeOf(reader, file);
  const [order] = await ordersOfCase(reader, { owner: file.ownerId, caseId: file.id });
  const last = (await decisionsOf(reader, file)).at(-1);
  const pending = file.state === 'proposed' && last ? { id: last.id, outcome: last.outcome } : null;
  const done = (await actionsOf(reader, file)).map(({ action }) => action);
  const met = metNeeds(weighed.value, pending?.outcome ?? null);
  return ok({
    ...itemOf(file, { context, name: person?.name ?? '' }),
    seen: file.actionCount,
    ruleSet: { id: file.ruleSet, version: file.ruleVersion },
    status: weighed.value.findings.status,
    papers: papersOf(weighed.value, file.subject),
    payee: payee ? masked(payee) : null,
    money: weighed.value.findings.money,
    payment: order ? paymentView(order) : null,
    pendingDecision: pending,
    actions: actsInCases(caller.kind)
      ? availableActions(withdrawalProcess, { state: file.state, done, met }, actorOf(caller))
      : [],
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
  const officer = caller.kind === 'officer' || caller.kind === 'system';
  const ownerIds = officer ? null : caller.personIds;
  const page = await listCases(reader, { ...filter, processes: [withdrawalProcess.id], ownerIds });
  const persons = await personsById(reader, [...new Set(page.items.map(({ ownerId }) => ownerId))]);
  const names = new Map(persons.map(({ ownerId, name }) => [ownerId, name]));
  return {
    items: page.items.map((file) => itemOf(file, { context, name: names.get(file.ownerId) ?? '' })),
    next: page.next,
  };
}

function itemOf(
  file: CaseFile,
  { context, name }: { readonly context: WithdrawalContext; readonly name: string },
): WithdrawalItem {
  const state = withdrawalProcess.states[file.state];
  return {
    number: file.number,
    personId: file.ownerId,
    personName: maskName(name),
    ground: file.subject,
    groundName: groundName(context, file),
    state: file.state,
    stateName: state?.name ?? { zh: file.state, en: file.state },
    heldBy: state?.heldBy ?? 'nobody',
    officeId: file.officeId,
    openedOn: shanghaiDate(file.openedAt),
    dueOn: file.dueOn,
    dueProvisional: file.dueProvisional,
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
    return [{ ...paper, text, legalBasis, alternatives }];
  });
}

function metNeeds(
  { findings, papersAsked }: WeighedCase,
  pending: 'approve' | 'refuse' | null,
): readonly string[] {
  const needs: readonly (readonly [string, boolean])[] = [
    ['approval-supported', supports(findings, { outcome: 'approve', papersAsked })],
    ['refusal-supported', supports(findings, { outcome: 'refuse', papersAsked })],
    ['approval-proposed', pending === 'approve'],
    ['refusal-proposed', pending === 'refuse'],
    ['something-missing', missingOf(findings.papers).length > 0],
  ];
  return needs.filter(([, holds]) => holds).map(([need]) => need);
}

function masked({ kind, name, bankCode, bankName, accountTail }: Payee): Omit<Payee, 'revision'> {
  return { kind, name: maskName(name), bankCode, bankName, accountTail };
}
