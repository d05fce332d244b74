import { ok, type PlainDate, type Result, refuse, type Text } from '#basics';
import { employerById, maskName, personById, recordsOf, standingOf } from '#business/registry';
import type { Reader } from '#platform/postgres';
import { type Asked, type MandateContext, today } from './context.ts';
import { recordScope } from './give-mandate.ts';
import { actsByOwnRight, type MandateRow, mandatesHeld, mandatesOf } from './mandate.store.ts';

export const mandateStatuses = [
  'waiting-for-confirmation',
  'waiting-for-acceptance',
  'holds',
  'run-out',
  'ended',
  'ended-by-death',
] as const;
export type MandateStatus = (typeof mandateStatuses)[number];

/** A mandate as it is shown to who gave it, who accepted it, and officers. */
export interface Mandate {
  readonly mandateId: string;
  readonly ownerId: string;
  /** Whom the agent acts for, as whoever holds it now must know them; masked for everybody else. */
  readonly ownerName: string;
  readonly agentName: string;
  readonly scope: readonly { readonly id: string; readonly name: Text }[];
  readonly caseNumber: string | null;
  readonly untilOn: PlainDate | null;
  readonly paperReference: string | null;
  readonly givenOn: PlainDate;
  readonly status: MandateStatus;
  readonly statusName: Text;
}

/** What a person or employer gave; without a person, what the caller's own login accepted. */
export async function listMandates(
  reader: Reader,
  { context, caller, ownerId }: Asked & { readonly ownerId: string | null },
): Promise<Result<readonly Mandate[]>> {
  if (ownerId === null) {
    if (caller.kind === 'officer') return refuse({ code: 'mandate.none' });
    return ok(await told(reader, { context, rows: await mandatesHeld(reader, caller.id), holder: true }));
  }
  const own = caller.kind === 'insured' || caller.kind === 'employer';
  if (caller.kind !== 'officer' && !(own && caller.personIds.includes(ownerId)))
    return refuse({ code: 'mandate.none' });
  // Whom else it lets act is the employer's own business, and nobody's who acts by a mandate of it.
  const byMandate =
    caller.kind === 'employer' && !(await actsByOwnRight(reader, { login: caller.id, employerId: ownerId }));
  const owners = await recordsOf(reader, { owner: ownerId });
  const rows = await mandatesOf(reader, { owners, login: byMandate ? caller.id : null });
  return ok(await told(reader, { context, rows, holder: false }));
}

async function told(
  reader: Reader,
  asked: { readonly context: MandateContext; readonly rows: readonly MandateRow[]; readonly holder: boolean },
): Promise<readonly Mandate[]> {
  const { context, rows, holder } = asked;
  const givers = new Map<string, Giver>();
  for (const owner of new Set(rows.map(({ ownerId }) => ownerId)))
    givers.set(owner, await giverOf(reader, owner));
  return rows.map((row) => {
    const { name, dead } = givers.get(row.ownerId) ?? { name: '', dead: false };
    const told = mandateOf(row, { context, dead });
    return { ...told, ownerName: holder && told.status === 'holds' ? name : maskName(name) };
  });
}

interface Giver {
  readonly name: string;
  readonly dead: boolean;
}

async function giverOf(reader: Reader, owner: string): Promise<Giver> {
  if (owner.startsWith('emp_')) return { name: (await employerById(reader, owner))?.name ?? '', dead: false };
  const person = await personById(reader, owner);
  const { died } = await standingOf(reader, owner);
  return { name: person?.name ?? '', dead: Boolean(died?.on) };
}

function mandateOf(
  row: MandateRow,
  { context, dead }: { readonly context: MandateContext; readonly dead: boolean },
): Omit<Mandate, 'ownerName'> {
  const status = statusOf(row, { on: today(context), dead });
  return {
    mandateId: row.id,
    ownerId: row.ownerId,
    agentName: context.seal.open(row.agentSealed),
    scope: row.scope.map((id) => ({
      id,
      name: context.processes[id]?.name ?? scopeNames[id] ?? { zh: id, en: id },
    })),
    caseNumber: row.caseNumber,
    untilOn: row.untilOn,
    paperReference: row.paperReference,
    givenOn: row.givenOn,
    status,
    statusName: statusNames[status],
  };
}

function statusOf(
  row: MandateRow,
  { on, dead }: { readonly on: PlainDate; readonly dead: boolean },
): MandateStatus {
  if (row.endedAt) return 'ended';
  if (dead) return 'ended-by-death';
  if (row.untilOn !== null && row.untilOn < on) return 'run-out';
  if (row.acceptedAt) return 'holds';
  return row.paperReference !== null && !row.confirmedAt
    ? 'waiting-for-confirmation'
    : 'waiting-for-acceptance';
}

const scopeNames: Readonly<Record<string, Text>> = {
  [recordScope]: { zh: '查看登记、账户和卡', en: 'looking at the record, the account and the cards' },
};

const statusNames: Readonly<Record<MandateStatus, Text>> = {
  'waiting-for-confirmation': { zh: '等窗口复核', en: 'Waits for the second officer' },
  'waiting-for-acceptance': { zh: '等代办人接受', en: 'Waits to be accepted' },
  holds: { zh: '有效', en: 'Holds' },
  'run-out': { zh: '已到期', en: 'Has run out' },
  ended: { zh: '已终止', en: 'Ended' },
  'ended-by-death': { zh: '因委托人去世终止', en: 'Ended by the death of who gave it' },
};
