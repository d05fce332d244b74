import { ok, type Refusal, type Result, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import { listViewings } from '#business/access-log';
import { cardsOf } from '#business/card';
import { listLetters } from '#business/letters';
import { listMandates } from '#business/mandate';
import { readOwnNotices } from '#business/notices';
import { ordersOfCase } from '#business/payments';
import { readAccountHistory, readPersonalAccount, readStatement } from '#business/personal-account';
import {
  correctionHistory,
  documentsOf,
  factsOf,
  personById,
  personRecord,
  recordsOf,
  wishHistory,
} from '#business/registry';
import { casesOfPerson } from '#business/tracking';
import { actionsOf, findCase } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import type { MyDataContext } from './context.ts';
import { everyPage } from './every-page.ts';
import type { PartName } from './parts.ts';

export interface Gathering {
  readonly context: MyDataContext;
  readonly caller: Caller;
  readonly owner: string;
  readonly at: Date;
}

/** Every part of what the agency holds of a person, each read to its end. Numbers and addresses are the person's own, and in full. */
export async function gather(
  reader: Reader,
  asked: Gathering,
): Promise<Result<Readonly<Record<PartName, unknown>>, Refusal>> {
  const { context, owner, caller, at } = asked;
  const owners = await recordsOf(reader, { owner });
  const { seal } = context;
  const record = await personRecord(reader, { owner, seal, asOf: {}, now: at });
  if (!record.ok) return record;
  const mandates = await listMandates(reader, { context, caller, ownerId: owner });
  if (!mandates.ok) return mandates;
  const cases = await casesIn(reader, asked);
  if (!cases.ok) return cases;
  const page = { limit: 100 } as const;
  const { details: _masked, documents: _numbers, ...held } = record.value;
  return ok({
    person: await person(reader, asked, owners),
    record: held,
    facts: (await factsOf(reader, owner)).map(({ recordedBy: _by, decidedBy: _then, ...fact }) => fact),
    corrections: await everyPage((before: string | null) =>
      correctionHistory(reader, { owners, seal, before, ...page }),
    ),
    wishes: await everyPage((before: string | null) => wishHistory(reader, { owners, before, ...page })),
    account: await account(reader, asked),
    entries: await entries(reader, asked),
    cards: await everyPage((before: string | null) => cardsOf(reader, { personId: owner, before, ...page })),
    cases: cases.value,
    mandates: mandates.value,
    notices: await notices(reader, asked),
    viewings: await viewings(reader, owner),
  });
}

async function person(reader: Reader, { context, owner }: Gathering, owners: readonly string[]) {
  const found = await personById(reader, owner);
  if (!found) return null;
  const { seal } = context;
  const { name, nameLatin, bornOn, nationality, language, phoneSealed, emailSealed, recordedAt } = found;
  const documents = await documentsOf(reader, owners);
  return {
    ...{ name, nameLatin, bornOn, nationality, language, recordedAt },
    phone: phoneSealed && seal.open(phoneSealed),
    email: emailSealed && seal.open(emailSealed),
    documents: documents.map(({ kind, issuer, numberSealed }) => ({
      kind,
      issuer,
      number: seal.open(numberSealed),
    })),
  };
}

/** Null where there is no account. */
async function account(reader: Reader, { caller, owner, at }: Gathering) {
  const on = shanghaiDate(at);
  const held = await readPersonalAccount(reader, { caller, owner, on });
  const history = await readAccountHistory(reader, { caller, owner, on });
  return held.ok && history.ok ? { ...held.value, years: history.value.years } : null;
}

function entries(reader: Reader, { caller, owner }: Gathering) {
  type Place = Parameters<typeof readStatement>[1]['before'];
  return everyPage(async (before: Place) => {
    const read = await readStatement(reader, { caller, owner, before, limit: 100 });
    return read.ok ? { items: read.value.entries, next: read.value.next } : { items: [], next: null };
  });
}

/** Every case with its steps, its letters by number, and what was to be paid in it. */
async function casesIn(reader: Reader, asked: Gathering): Promise<Result<readonly unknown[], Refusal>> {
  const { context, caller, owner } = asked;
  const told: unknown[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof casesOfPerson>> = await casesOfPerson(reader, {
      ...{ context, caller, personId: owner, cursor, limit: 100 },
    });
    if (!page.ok) return page;
    for (const each of page.value.items)
      told.push({ ...each, ...(await insideOf(reader, asked, each.number)) });
    cursor = page.value.next;
  } while (cursor !== null);
  return ok(told);
}

async function insideOf(reader: Reader, { caller }: Gathering, number: string) {
  const file = await findCase(reader, number);
  if (!file) return {};
  const letters = await listLetters(reader, { caller, number });
  const steps = await actionsOf(reader, file);
  const orders = await ordersOfCase(reader, { owner: file.ownerId, caseId: file.id });
  return {
    channel: file.channel,
    steps: steps.map(({ seq, action, toState, actorKind, at }) => ({ seq, action, toState, actorKind, at })),
    letters: letters.ok ? letters.value : [],
    payments: orders.map(({ amountFen, standing, result, answeredAt }) => ({
      amountFen,
      standing,
      result,
      answeredAt,
    })),
  };
}

function notices(reader: Reader, { caller, owner, context: { seal } }: Gathering) {
  type Place = Parameters<typeof readOwnNotices>[1]['before'];
  return everyPage(async (before: Place) => {
    const read = await readOwnNotices(reader, { caller, owner, seal, before, limit: 100 });
    return read.ok ? read.value : { items: [], next: null };
  });
}

function viewings(reader: Reader, ownerId: string) {
  return everyPage(async (before: string | null) => {
    const rows = await listViewings(reader, { ownerId, actorId: null, before, limit: 1000 });
    const items = rows.map(({ ownerId: _owner, ...viewing }) => viewing);
    return { items, next: rows.length === 1000 ? (rows.at(-1)?.id ?? null) : null };
  });
}
