import { ok, type PlainDate, type Refusal, type Result, shanghaiDate, type Text } from '#basics';
import { actorOf, actsInCases, type Caller, maySee, ownersListed } from '#business/access/public';
import { withReasonsTold } from '#business/materials';
import { type WhyNot, whyNot } from '#business/materials/public';
import { maskName, personById, personsById } from '#business/registry';
import {
  type AvailableAction,
  actionsOf,
  availableActions,
  type CaseFile,
  decisionsOf,
  type HistoryEntry,
  type Holder,
  historyOf,
  holderOf,
  isOverdue,
  listCases,
  missingOf,
  type PaperState,
  type Receipt,
  receiptOf,
  reviewDone,
  trackingCodeOf,
} from '#engines/casework';
import type { Material } from '#engines/rules';
import { regionPack } from '#law';
import type { Reader } from '#platform/postgres';
import { type Doing, type LifeEventContext, today } from './context.ts';
import { lifeEvents } from './events/all.ts';
import { type EventFindings, type LifeEventKind, lifeEventKinds } from './life-event.ts';
import { officeName } from './office.store.ts';
import { findLifeEvent, type WeighedLifeEvent, weighLifeEvent } from './procedure.ts';
import { isLifeEventKind, lifeEventProcesses } from './processes.ts';
import type { Statement } from './statements.ts';

/** A case in a list. */
export interface LifeEventItem {
  readonly number: string;
  readonly kind: string;
  readonly kindName: Text;
  readonly personId: string;
  readonly personName: string;
  readonly state: string;
  readonly stateName: Text;
  readonly heldBy: 'applicant' | 'agency' | 'partner' | 'bank' | 'nobody';
  readonly officeId: string;
  readonly openedOn: PlainDate;
  readonly dueOn: PlainDate | null;
  readonly dueProvisional: boolean;
  /** The day by which it was due is past, and it is not over. */
  readonly overdue: boolean;
}

/** Everything that a person sees of a case: what was stated, what is missing, what an approval would record, what can be done. */
export interface LifeEventView extends LifeEventItem {
  /** To be sent back as `seen` with the next step. */
  readonly seen: number;
  readonly statement: Statement;
  readonly status: EventFindings['status'];
  readonly conditions: EventFindings['conditions'];
  readonly papers: readonly (Omit<PaperState, 'why'> & WhyNot & Omit<Material, 'id'>)[];
  readonly consequence: EventFindings['consequence'];
  /** The clerk who has it in hand; null for nobody, and for who is not of the agency. */
  readonly holder: Holder | null;
  readonly pendingDecision: { readonly id: string; readonly outcome: 'approve' | 'refuse' } | null;
  readonly actions: readonly AvailableAction[];
}

type Asked = Omit<Doing, 'seen'>;

export async function readLifeEvent(reader: Reader, asked: Asked): Promise<Result<LifeEventView, Refusal>> {
  const { context, caller } = asked;
  const found = await findLifeEvent(reader, asked);
  if (!found.ok) return found;
  const file = found.value;
  const kind = file.process;
  const weighed = await weighLifeEvent(reader, { context, file, kind });
  if (!weighed.ok) return weighed;
  const { facts, findings } = weighed.value;
  const last = (await decisionsOf(reader, file)).at(-1);
  const waits = file.state === 'proposed' && last;
  const pending = waits ? { id: last.id, outcome: last.outcome } : null;
  const done = (await actionsOf(reader, file)).map(({ action }) => action);
  const met = metNeeds(weighed.value, pending?.outcome ?? null);
  const person = await personById(reader, file.ownerId);
  const holder = await holderOf(reader, file);
  const maker = waits ? last.makerId : null;
  const standing = { state: file.state, done, met, holder, maker };
  return ok({
    ...itemOf(file, { on: today(context), name: person?.name ?? '' }),
    seen: file.actionCount,
    statement: facts.statement,
    status: findings.status,
    conditions: findings.conditions,
    papers: papersOf(kind, weighed.value),
    consequence: findings.consequence,
    holder: caller.kind === 'officer' ? holder : null,
    pendingDecision: pending,
    actions: actsInCases(caller.kind)
      ? availableActions(lifeEventProcesses[kind], standing, actorOf(caller))
      : [],
  });
}

/** A page of cases by due day; citizens get only those of the persons that they may act for. */
export async function listLifeEvents(
  reader: Reader,
  asked: {
    readonly context: Pick<LifeEventContext, 'clock'>;
    readonly caller: Caller;
    /** Null for every kind. */
    readonly kinds: readonly LifeEventKind[] | null;
    readonly states: readonly string[] | null;
    readonly officeId: string | null;
    readonly dueOnOrBefore: PlainDate | null;
    readonly cursor: string | null;
    readonly limit: number;
  },
): Promise<{ readonly items: readonly LifeEventItem[]; readonly next: string | null }> {
  const { context, caller, kinds, states, officeId, dueOnOrBefore, cursor, limit } = asked;
  const page = await listCases(reader, {
    ...{ processes: kinds ?? lifeEventKinds, states, officeId, dueOnOrBefore, cursor, limit },
    ownerIds: ownersListed(caller),
  });
  const files = page.items.filter((file) => maySee(caller, file.ownerId, file));
  const persons = await personsById(reader, [...new Set(files.map(({ ownerId }) => ownerId))]);
  const names = new Map(persons.map(({ ownerId, name }) => [ownerId, name]));
  return {
    items: files.map((file) => itemOf(file, { on: today(context), name: names.get(file.ownerId) ?? '' })),
    next: page.next,
  };
}

/** What happened in a case, oldest first. */
export async function readEventHistory(
  reader: Reader,
  asked: Pick<Asked, 'caller' | 'number'>,
): Promise<Result<readonly HistoryEntry[], Refusal>> {
  const found = await findLifeEvent(reader, asked);
  if (!found.ok) return found;
  const inside = asked.caller.kind === 'officer' || asked.caller.kind === 'system';
  const actions = await actionsOf(reader, found.value);
  const told = [
    'anyway',
    'materials',
    'reasons',
    'materialId',
    'paperReference',
    'verdict',
    'why',
    'validUntil',
    'workingDays',
    'noticeNumber',
  ];
  const process = lifeEventProcesses[found.value.process];
  const words: Readonly<Record<string, Text>> = reviewDone;
  const done = ({ action }: { readonly action: string }) => words[action];
  return ok(withReasonsTold(historyOf(process, { actions, inside, told, done })));
}

/** The acknowledgement of a case, numbered by what has happened to it so far. */
export async function readEventReceipt(reader: Reader, asked: Asked): Promise<Result<Receipt, Refusal>> {
  const found = await findLifeEvent(reader, asked);
  if (!found.ok) return found;
  const file = found.value;
  const kind = file.process;
  const weighed = await weighLifeEvent(reader, { context: asked.context, file, kind });
  if (!weighed.ok) return weighed;
  const { facts, findings } = weighed.value;
  const materials = lifeEvents[kind].materials(facts.statement).map(({ material }) => material);
  const open = lifeEventProcesses[kind].states[file.state]?.final !== true;
  const missing = open ? missingOf(findings.papers) : [];
  const person = await personById(reader, file.ownerId);
  return ok(
    receiptOf({
      process: lifeEventProcesses[kind],
      file,
      actions: await actionsOf(reader, file),
      nameOf: (id) => nameIn(materials, id),
      missing: materials
        .filter(({ id }) => missing.includes(id))
        .map(({ text, legalBasis }) => ({ name: text, legalBasis })),
      person: maskName(person?.name ?? ''),
      office: await officeName(reader, file.officeId),
      phone: regionPack(asked.context.region).hotline.number,
      trackingCode: trackingCodeOf(asked.context.seal, file),
    }),
  );
}

function itemOf(
  file: CaseFile,
  { on, name }: { readonly on: PlainDate; readonly name: string },
): LifeEventItem {
  const process = isLifeEventKind(file.process) ? lifeEventProcesses[file.process] : undefined;
  const state = process?.states[file.state];
  return {
    number: file.number,
    kind: file.process,
    kindName: process?.name ?? { zh: file.process, en: file.process },
    personId: file.ownerId,
    personName: maskName(name),
    state: file.state,
    stateName: state?.name ?? { zh: file.state, en: file.state },
    heldBy: state?.heldBy ?? 'nobody',
    officeId: file.officeId,
    openedOn: shanghaiDate(file.openedAt),
    dueOn: file.dueOn,
    dueProvisional: file.dueProvisional,
    overdue: isOverdue(file, on),
  };
}

function papersOf(kind: LifeEventKind, { facts, findings }: WeighedLifeEvent): LifeEventView['papers'] {
  const materials = lifeEvents[kind].materials(facts.statement).map(({ material }) => material);
  return findings.papers.flatMap((paper) => {
    const material = materials.find(({ id }) => id === paper.materialId);
    if (!material) return [];
    const { text, legalBasis, alternatives } = material;
    return [{ ...paper, ...whyNot(paper.why), text, legalBasis, alternatives }];
  });
}

function nameIn(materials: readonly Material[], id: string): Text {
  const all = materials.flatMap((material) => [material, ...material.alternatives]);
  return all.find((each) => each.id === id)?.text ?? { zh: id, en: id };
}

function metNeeds(
  { review, findings }: WeighedLifeEvent,
  pending: 'approve' | 'refuse' | null,
): readonly string[] {
  const needs: readonly (readonly [string, boolean])[] = [
    ['approval-supported', review.supported.includes('approve')],
    ['refusal-supported', review.supported.includes('refuse')],
    ['approval-proposed', pending === 'approve'],
    ['refusal-proposed', pending === 'refuse'],
    ['something-missing', missingOf(findings.papers).length > 0],
  ];
  return needs.filter(([, holds]) => holds).map(([need]) => need);
}
