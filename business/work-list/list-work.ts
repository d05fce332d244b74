import { ok, type PlainDate, type Result, shanghaiDate, type Text } from '#basics';
import { maskName, personsById } from '#business/registry';
import { type Apart, apartAmong } from '#business/withdrawal';
import { grounds } from '#business/withdrawal/public';
import { type Holder, type Waiting, waitingNames, waitsFor } from '#engines/casework';
import { readCursor, writeCursor } from '#platform/http';
import type { Reader } from '#platform/postgres';
import { type Asked, today, type WorkListContext } from './context.ts';
import { readNames } from './named.ts';
import { reminderAnswers, shownReminder, type WorkReminder } from './reminders.ts';
import { type Place, placesNamed, placesOf, type Sort, type View, viewed } from './views.ts';
import { type WorkFilter, type WorkRow, workRows } from './work-list.store.ts';

/** What somebody looks for in the work list; null where it does not matter. */
export interface WorkQuery {
  readonly view: View;
  readonly procedures: readonly string[] | null;
  readonly ground: string | null;
  /** Instead of the open states of the view: these, over or not. */
  readonly states: readonly string[] | null;
  readonly officeId: string | null;
  readonly assignedTo: string | null;
  readonly dueFrom: PlainDate | null;
  readonly dueTo: PlainDate | null;
  readonly channel: WorkRow['channel'] | null;
  readonly sort: Sort;
}

/** A case in the work list; nothing of the person but the masked name. */
export interface WorkItem {
  readonly number: string;
  readonly procedure: string;
  readonly procedureName: Text;
  readonly ground: string;
  /** What it is about: a withdrawal's ground, else the procedure. */
  readonly matter: Text;
  readonly personId: string;
  readonly personName: string;
  readonly state: string;
  readonly stateName: Text;
  /** Heirs where all that is left is kept back because of an objection among them. */
  readonly waitingFor: Waiting | 'heirs';
  readonly waitingName: Text;
  readonly officeId: string;
  readonly channel: WorkRow['channel'];
  readonly openedOn: PlainDate;
  readonly dueOn: PlainDate | null;
  readonly dueProvisional: boolean;
  readonly overdue: boolean;
  readonly holder: Holder | null;
  readonly assignedOn: PlainDate | null;
  /** What another agency reminds us of and is not answered; null where nothing is. */
  readonly reminder: WorkReminder | null;
  /** Since which day another agency, reminded in vain, is a clerk's; null where none is. */
  readonly silentSince: PlainDate | null;
}

export interface WorkPage {
  readonly items: readonly WorkItem[];
  readonly next: string | null;
}

/** Whose cases only: found by a number, an identity document or an employer. */
export interface Narrowed {
  readonly ownerIds: readonly string[] | null;
  readonly employerId: string | null;
}

/** A page of the work list. `cursor` is `next` of the page before, of the same question. */
export async function listWork(
  reader: Reader,
  asked: Asked & {
    readonly query: WorkQuery;
    readonly narrowed?: Narrowed;
    readonly cursor: string | null;
    readonly limit: number;
  },
): Promise<Result<WorkPage>> {
  const { context, caller, narrowed = everybody, limit } = asked;
  const named = readNames(asked.query, context);
  if (!named.ok) return named;
  const query = named.value;
  const bound = { list: 'work', ...query, ...narrowed };
  const cursor = readCursor(asked.cursor, bound);
  if (!cursor.ok) return cursor;
  const [key, id] = cursor.value ?? [];
  const filter: WorkFilter = {
    ...query,
    ...narrowed,
    places: placesFor(query, context),
    narrowing: viewed[query.view].narrowing,
    officerId: caller.id,
    today: today(context),
    after: cursor.value === null ? null : { key: String(key), id: String(id) },
    limit: limit + 1,
    answers: reminderAnswers,
  };
  const rows = await workRows(reader, filter);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return ok({
    items: await itemsOf(reader, { context, rows: shown }),
    next: last ? writeCursor({ position: [keyOf(last, query.sort), last.id], query: bound }) : null,
  });
}

export const everybody: Narrowed = { ownerIds: null, employerId: null };

function placesFor(
  { view, procedures, states }: WorkQuery,
  { processes }: WorkListContext,
): readonly Place[] {
  const chosen = Object.values(processes).filter(({ id }) => procedures === null || procedures.includes(id));
  return states === null ? placesOf(view, chosen) : placesNamed(states, chosen);
}

function keyOf(row: WorkRow, sort: Sort): string {
  return sort === 'due' ? (row.dueOn ?? 'infinity') : row.openedAt.toISOString();
}

/** All names in one question, however many cases. */
async function itemsOf(
  reader: Reader,
  { context, rows }: { readonly context: WorkListContext; readonly rows: readonly WorkRow[] },
): Promise<readonly WorkItem[]> {
  const persons = await personsById(reader, [...new Set(rows.map(({ ownerId }) => ownerId))]);
  const names = new Map(persons.map(({ ownerId, name }) => [ownerId, maskName(name)]));
  const on = today(context);
  const apart = await apartAmong(reader, rows);
  return rows.map((row) =>
    itemOf(row, { context, on, name: names.get(row.ownerId) ?? '', apart: apart.get(row.id) }),
  );
}

interface Shown {
  readonly context: WorkListContext;
  readonly on: PlainDate;
  readonly name: string;
  readonly apart: Apart | undefined;
}

function itemOf(row: WorkRow, { context, on, name, apart }: Shown): WorkItem {
  const process = context.processes[row.process];
  const waitingFor = process ? waitsFor(process, row.state) : 'nobody';
  const noDay = apart?.resting != null;
  const procedureName = process?.name ?? { zh: row.process, en: row.process };
  const ground = row.process === 'withdrawal' ? grounds.find((each) => each.ground === row.subject) : null;
  return {
    number: row.number,
    procedure: row.process,
    procedureName,
    ground: row.subject,
    matter: ground?.name ?? procedureName,
    personId: row.ownerId,
    personName: name,
    state: row.state,
    stateName: apart?.state ?? process?.states[row.state]?.name ?? { zh: row.state, en: row.state },
    waitingFor: apart?.heldBy ?? waitingFor,
    waitingName: apart?.waitingName ?? waitingNames[waitingFor],
    officeId: row.officeId,
    channel: row.channel,
    openedOn: shanghaiDate(row.openedAt),
    dueOn: noDay ? null : row.dueOn,
    dueProvisional: !noDay && row.dueProvisional,
    overdue: !noDay && row.dueOn !== null && row.dueOn < on,
    holder: row.holder,
    assignedOn: row.assignedAt === null ? null : shanghaiDate(row.assignedAt),
    reminder: shownReminder(row.reminder, on),
    silentSince: row.silentSince === null ? null : shanghaiDate(row.silentSince),
  };
}
