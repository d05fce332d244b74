import { type Caller, maySee } from '#business/access/public';
import { lifeEventProcesses } from '#business/life-events/public';
import { withdrawalProcess } from '#business/withdrawal/public';
import { inTransaction } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import { testClock, testDatabase, testIds, testOffice, testRandom } from '#platform/testing';
import { acceptMandate, confirmMandate, endMandate, giveMandate, type NewMandate } from './give-mandate.ts';
import { listMandates } from './list-mandates.ts';

/** For withdrawals, without an end, given online by whoever asks. */
export const all: NewMandate = {
  ...{ ownerId: null, agentName: '李四', scope: ['withdrawal'], caseNumber: null },
  ...{ untilOn: null, paperReference: null },
};

export type MandateDesk = Awaited<ReturnType<typeof mandateDesk>>;

interface At {
  readonly ownerId: string;
  readonly mandateId: string;
}

/** An agency in June 2027, and the steps of a mandate as somebody takes them. */
export async function mandateDesk() {
  const db = await testDatabase();
  await testOffice(db);
  const clock = testClock('2027-06-01T10:00:00+08:00');
  const [ids, random] = [testIds(71), testRandom(71)];
  const seal = makeSeal({ keys: [new Uint8Array(32).fill(7)], random });
  const processes = { [withdrawalProcess.id]: withdrawalProcess, ...lifeEventProcesses };
  const context = { database: db.app, loginDatabase: db.login, clock, ids, random, seal, processes };
  return {
    ...{ db, clock, ids, random, seal, context, access: { ...context, mode: 'development' as const } },
    async given(caller: Caller, mandate: NewMandate) {
      const done = await giveMandate({ context, caller, mandate });
      if (!done.ok) throw new Error(JSON.stringify(done.refusal));
      return done.value;
    },
    accept: (caller: Caller, code: string) =>
      inTransaction(db.app, (tx) => acceptMandate(tx, { context, caller, code: code.toLowerCase() })),
    confirm: (caller: Caller, place: At) =>
      inTransaction(db.app, (tx) => confirmMandate(tx, { context, caller, ...place })),
    end: (caller: Caller, place: At) =>
      inTransaction(db.app, (tx) => endMandate(tx, { context, caller, ...place })),
    async statuses(caller: Caller, ownerId: string) {
      const listed = await listMandates(db.app, { context, caller, ownerId });
      return listed.ok ? listed.value.map(({ agentName, status }) => [agentName, status]) : [];
    },
  };
}

export function officer(name: 'clerk' | 'both' | 'reviewer'): Caller {
  return {
    ...{ kind: 'officer', id: `off_${name}`, roles: [], officeId: 'ofc_test' },
    ...{ personIds: [], token: `token-${name}` },
  };
}

export function may(caller: Caller | null, ownerId: string, process: string): boolean {
  return caller !== null && maySee(caller, ownerId, { process, id: null });
}
