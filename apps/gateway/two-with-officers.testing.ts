import { expect } from 'vitest';
import { exchangeKeysOf } from '#apps/agency';
import type { Caller } from '#business/access/public';
import { transferProofs } from '#business/transfer';
import { caseworkProofs } from '#engines/casework';
import { exchangeProofs } from '#engines/exchange';
import { ledgerProofs } from '#engines/ledger';
import { openLog } from '#platform/log';
import { underWay } from './two-agencies.testing.store.ts';
import {
  bring,
  insured,
  type MoneySent,
  must,
  officer,
  receive,
  type TestAgency,
  type Traveller,
  twoAgencies,
} from './two-agencies.testing.ts';

/** Two agencies with what tests of their officers' decisions ask again and again. */
export async function twoWithOfficers() {
  const log = openLog({ level: 'info', app: 'test', to: { write: () => true } });
  const { shenzhen, chengdu } = await twoAgencies(log);
  async function rounds(): Promise<void> {
    for (let round = 0; round < 20; round += 1) {
      await shenzhen.round();
      await chengdu.round();
      const left = await Promise.all([shenzhen, chengdu].map(({ db }) => underWay(db.superuser)));
      if (round > 0 && left.every((count) => count === 0)) return;
    }
  }

  /** Somebody who applies in Chengdu, up to where Chengdu waits for the money. */
  async function coming(who: Traveller) {
    // The bank tells of a day in one statement, so that every story has a day of its own.
    await nextDay();
    const [here = ''] = await bring(shenzhen, [who]);
    const [there = ''] = await bring(chengdu, [
      { ...who, status: 'active', since: '2026-10-01', until: '2026-10-31', balance: '100.00' },
    ]);
    const body = { personId: there, from: '440300', category: 'employment' };
    const { number } = must(await chengdu.run<Seen>('openTransferIn', insured(there), { body }));
    await rounds();
    return { here, there, arriving: number, leaving: await leavingOf(here) };
  }

  async function leavingOf(personId: string): Promise<string> {
    const { items } = must(
      await shenzhen.run<{ items: Seen[] }>('listTransfers', officer('clerk'), { query: {} }),
    );
    return items.find((item) => item.personId === personId)?.number ?? '';
  }

  async function nextDay(): Promise<void> {
    for (const each of [shenzhen, chengdu]) await each.moveDays(1);
  }

  async function everythingHolds(): Promise<void> {
    for (const { agency } of [shenzhen, chengdu]) {
      const proofs = [...ledgerProofs, ...transferProofs, ...caseworkProofs(agency.processes)];
      for (const proof of [...proofs, ...exchangeProofs(exchangeKeysOf(agency))])
        expect((await proof.run(agency.database, () => undefined)).broken, proof.name).toEqual([]);
    }
  }

  /** The money is there the next day, and both agencies say so. */
  async function paidAndCredited(sent: readonly MoneySent[]): Promise<void> {
    await nextDay();
    await rounds();
    await receive(chengdu, sent);
    await rounds();
  }

  return { shenzhen, chengdu, rounds, coming, leavingOf, nextDay, paidAndCredited, everythingHolds };
}

export const traveller = (name: string, number: string): Traveller => ({
  ...{ name, number, bornOn: `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}` },
  ...{ status: 'suspended', since: '2019-05-01', until: '2026-09-30', balance: '12345.67' },
});

export interface Seen {
  readonly number: string;
  readonly state: string;
  readonly personId: string;
  readonly words: readonly { readonly type: string; readonly messageId: string }[];
  readonly desk: {
    readonly sheet: { readonly messageId: string; readonly months: number } | null;
    readonly money: readonly { readonly lineId: string; readonly amountFen: string }[];
    readonly proposal: { readonly by: string } | null;
  };
  readonly actions: readonly { readonly action: string; readonly allowed: boolean }[];
}

export const finance = officer('finance', 'finance');
export const both: Caller = { ...officer('both'), roles: ['clerk', 'reviewer', 'finance'] };
export const reviewer = officer('reviewer', 'reviewer');

export async function seen({ run }: TestAgency, number: string, by = officer('clerk')): Promise<Seen> {
  return must(await run<Seen>('readTransfer', by, { params: { number } }));
}

export const offered = ({ actions }: Seen) =>
  actions.filter(({ allowed }) => allowed).map(({ action }) => action);

/** A step of an officer; its refusal's code where it is refused. */
export async function take(
  agency: TestAgency,
  { operation, by, number, body = {} }: { operation: string; by: Caller; number: string; body?: object },
): Promise<string> {
  const done = await agency.run<{ state: string }>(operation, by, { params: { number }, body });
  return done.ok ? done.value.state : done.refusal.code;
}
