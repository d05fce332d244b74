import { type Clock, type Ids, ok, type RandomBytes, type Result } from '#basics';
import { type Caller, system } from '#business/access/public';
import type { CaseFile, Process } from '#engines/casework';
import { holidays } from '#law';
import { workingCalendar } from '#platform/calendar';
import { type Database, inTransaction, type Tx } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import { approveEventOrSendBack } from './approve-life-event.ts';
import type { Doing, LifeEventContext } from './context.ts';
import { reportLifeEvent } from './report-life-event.ts';
import { statementSchema } from './statements.ts';
import { proposeOnEvent, provideEventPaper } from './steps.ts';

interface SampleDatabase {
  readonly app: Database;
  readonly superuser: Database;
}

/** What the testing folder makes on a test's database; handed in, since only tests may import that folder. */
export interface SampleTools<C extends Clock> {
  readonly db: SampleDatabase;
  readonly clock: C;
  readonly ids: Ids;
  readonly random: RandomBytes;
  readonly processes: Readonly<Record<string, Process>>;
  readonly addPerson: (owner: string) => Promise<void>;
}

/** The counter of an agency where life events come in: for this folder's own tests. */
export function sampleCounter<C extends Clock>({ db, clock, ids, random, ...tools }: SampleTools<C>) {
  const calendar = workingCalendar(holidays);
  const context: LifeEventContext & { readonly clock: C } = {
    ...{ database: db.app, clock, ids, random, region: '440300', processes: tools.processes },
    endByDeath: async () => ok(null),
    seal: makeSeal({ keys: [new Uint8Array(32).fill(7)], random }),
    workingDays: { add: calendar.deadline, between: calendar.workingDaysBetween },
  };
  const run = <T>(work: (tx: Tx) => Promise<Result<T>>) => inTransaction(db.app, work);
  const by = (caller: Caller, number: string): Doing => ({ context, caller, number });
  const report = (
    caller: Caller,
    personId: string,
    statement: unknown,
    materialIds: readonly string[] = [],
    applyAnyway = false,
  ) =>
    run((tx) =>
      reportLifeEvent(tx, {
        ...{ context, caller, personId, identity: null, applyAnyway },
        statement: statementSchema.parse(statement),
        papers: materialIds.map((materialId) => ({ materialId, paperReference: `档-${materialId}` })),
      }),
    );
  /** Reported at the window with all papers, proposed and approved. */
  async function decided(
    personId: string,
    statement: unknown,
    materialIds: readonly string[],
  ): Promise<CaseFile> {
    const { number } = await must(report(clerk, personId, statement, materialIds));
    await must(run((tx) => proposeOnEvent(tx, { ...by(clerk, number), outcome: 'approve', note: '' })));
    return must(approveEventOrSendBack(by(reviewer, number)));
  }
  async function person(records: Readonly<Record<string, object>>): Promise<string> {
    const owner = ids.next('psn');
    await tools.addPerson(owner);
    for (const [kind, body] of Object.entries(records)) await record(owner, kind, body);
    return owner;
  }
  async function record(owner: string, kind: string, body: object): Promise<void> {
    const [id, at] = [ids.next('rec'), clock.now()];
    await db.app.rows(`SELECT record_paper('token-clerk', $1, $2, $3, $4, 'A-1', $5)`, [
      owner,
      id,
      kind,
      body,
      at,
    ]);
    await db.app.rows(`SELECT confirm_record('token-reviewer', $1, $2, true, NULL, $3)`, [owner, id, at]);
  }
  const give = (number: string, materialId: string) =>
    run((tx) =>
      provideEventPaper(tx, { ...by(clerk, number), paper: { materialId, paperReference: 'B-1' } }),
    );
  return { db, context, run, by, report, decided, person, record, give };
}

export async function must<T>(result: Result<T> | Promise<Result<T>>): Promise<T> {
  const told = await result;
  if (!told.ok) throw new Error(`refused: ${JSON.stringify(told.refusal)}`);
  return told.value;
}

/** The entries that a case wrote, oldest first. */
export async function entriesByCase(db: SampleDatabase, file: Pick<CaseFile, 'ownerId' | 'id'>) {
  return db.app.rows<{ kind: string; body: unknown }>(
    'SELECT kind, body FROM record_entry WHERE owner_id = $1 AND case_id = $2 ORDER BY recorded_at, id',
    [file.ownerId, file.id],
  );
}

export const insured = {
  roster: { onEmployerRoster: true, since: null },
  relationship: { status: 'active', tier: 1, stoppedOn: null, since: '2015-03-01' },
} as const;

export const alone = { ...insured, roster: { onEmployerRoster: false, since: null } } as const;

export const clerk = officer('clerk', ['clerk']);
export const reviewer = officer('reviewer', ['reviewer']);
/** Clerk and reviewer in one person. */
export const both = officer('both', ['clerk', 'reviewer', 'finance']);

export function citizen(kind: 'insured' | 'successor' | 'agent', ownerId: string): Caller {
  return { ...system, kind, id: `usr_${kind}`, roles: [kind], personIds: [ownerId] };
}

function officer(name: string, roles: Caller['roles']): Caller {
  return {
    ...system,
    kind: 'officer',
    id: `off_${name}`,
    roles,
    officeId: 'ofc_test',
    token: `token-${name}`,
  };
}
