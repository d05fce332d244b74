import { ok, type Refusal, type Result, type Text } from '#basics';
import type { Caller } from '#business/access/public';
import { actionsOf, type ChainedAction, type JsonObject } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import { findWithdrawal } from './find-withdrawal.ts';
import { withdrawalProcess } from './withdrawal.ts';

/** One thing that happened, as people read it. */
export interface HistoryEntry {
  readonly seq: number;
  readonly action: string;
  readonly name: Text;
  readonly state: string;
  readonly stateName: Text;
  readonly at: string;
  readonly actorKind: string;
  /** Which officer; null for citizens who ask, and where nobody of the agency acted. */
  readonly actorId: string | null;
  readonly data: JsonObject;
}

/** What happened in a case, oldest first. Facts and findings are in the explanation; here is what was done. */
export async function readHistory(
  reader: Reader,
  asked: { readonly caller: Caller; readonly number: string },
): Promise<Result<readonly HistoryEntry[], Refusal>> {
  const found = await findWithdrawal(reader, asked);
  if (!found.ok) return found;
  const inside = asked.caller.kind === 'officer' || asked.caller.kind === 'system';
  const actions = await actionsOf(reader, found.value);
  return ok(actions.map((action) => entryOf(action, inside)));
}

function entryOf(action: ChainedAction, inside: boolean): HistoryEntry {
  const unknown = { zh: action.action, en: action.action };
  return {
    seq: action.seq,
    action: action.action,
    name: withdrawalProcess.actions[action.action]?.name ?? unknown,
    state: action.toState,
    stateName: withdrawalProcess.states[action.toState]?.name ?? unknown,
    at: action.at.toISOString(),
    actorKind: action.actorKind,
    actorId: inside && action.actorKind === 'officer' ? action.actorId : null,
    data: inside ? without(action.data, ['facts', 'findings']) : only(action.data, toldToApplicants),
  };
}

/** What the applicant wrote or is asked for, and the money; officers' notes to one another stay inside. */
const toldToApplicants = [
  ...['materials', 'materialId', 'paperReference', 'bankName', 'accountTail'],
  ...['amountFen', 'interestFen', 'on', 'rates', 'workingDays'],
];

function only(data: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(data).filter(([name]) => names.includes(name)));
}

function without(data: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(data).filter(([name]) => !names.includes(name)));
}
