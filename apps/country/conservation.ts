import type { Agency } from '#apps/agency';
import { equationOf, trialBalance } from '#engines/ledger';
import type { Bank } from './bank.ts';

/** Where the people's money is, over all agencies, banks and what is under way between them. */
export interface MoneyOfPeople {
  readonly personalFen: bigint;
  /** Of transfers that left one agency's account and are in no person's account again. */
  readonly clearingFen: bigint;
  readonly suspenseFen: bigint;
  readonly payableFen: bigint;
  /** Between two banks, or at the bank and on no statement yet. */
  readonly underWayFen: bigint;
  /** Paid out to persons. */
  readonly personsFen: bigint;
  /** Interest that came on top since the beginning. */
  readonly interestFen: bigint;
}

export interface Conservation {
  readonly before: MoneyOfPeople;
  readonly after: MoneyOfPeople;
  /** What there is now less what there was and the interest since: nought where not a fen was lost or made. */
  readonly differenceFen: bigint;
  /** Of the banks alone: what their accounts, what is under way and what persons got have changed by in sum. */
  readonly banksDifferenceFen: bigint;
  /** Agencies in whose books left and right are not equal. */
  readonly unequal: readonly string[];
}

export async function moneyOfPeople(agencies: readonly Agency[], bank: Bank): Promise<MoneyOfPeople> {
  const sums = { personal: 0n, clearing: 0n, suspense: 0n, payable: 0n, 'interest-expense': 0n };
  for (const { database } of agencies) {
    for (const { code, balanceFen } of await trialBalance(database)) {
      const kind = code.startsWith('clearing:') ? 'clearing' : code;
      if (kind in sums) sums[kind as keyof typeof sums] += balanceFen; // looked at just now
    }
  }
  const { underWayFen, personsFen } = bank.money();
  return {
    ...{ personalFen: sums.personal, clearingFen: sums.clearing, suspenseFen: sums.suspense },
    ...{ payableFen: sums.payable, interestFen: sums['interest-expense'], underWayFen, personsFen },
  };
}

export async function conservationOf(
  agencies: readonly Agency[],
  {
    bank,
    before,
    openingFen,
  }: { readonly bank: Bank; readonly before: MoneyOfPeople; readonly openingFen: bigint },
): Promise<Conservation> {
  const after = await moneyOfPeople(agencies, bank);
  const unequal: string[] = [];
  for (const { database, region } of agencies) {
    const { leftFen, rightFen } = equationOf(await trialBalance(database));
    if (leftFen !== rightFen) unequal.push(region);
  }
  const { accountsFen, underWayFen, personsFen } = bank.money();
  const opened = openingFen * BigInt(agencies.length);
  return {
    ...{ before, after, unequal },
    differenceFen: wholeOf(after) - after.interestFen - (wholeOf(before) - before.interestFen),
    banksDifferenceFen: accountsFen + underWayFen + personsFen - opened,
  };
}

function wholeOf(money: MoneyOfPeople): bigint {
  const { personalFen, clearingFen, suspenseFen, payableFen, underWayFen, personsFen } = money;
  return personalFen + clearingFen + suspenseFen + payableFen + underWayFen + personsFen;
}
