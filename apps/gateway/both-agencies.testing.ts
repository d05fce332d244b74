import { expect } from 'vitest';
import { exchangeKeysOf } from '#apps/agency';
import { lettersProofs } from '#business/letters';
import { placeOfCase } from '#business/tracking';
import { type ArrivalTold, readTransferReceipt, transferMessages, transferProofs } from '#business/transfer';
import { withdrawalProofs } from '#business/withdrawal';
import { caseworkProofs } from '#engines/casework';
import { exchangeProofs, type JsonObject, listQueue, messageType, signJws } from '#engines/exchange';
import { ledgerProofs, readAccount } from '#engines/ledger';
import { underWay } from './two-agencies.testing.store.ts';
import { bring, must, officer, type TestAgency, type Traveller } from './two-agencies.testing.ts';

export interface Both {
  readonly shenzhen: TestAgency;
  readonly chengdu: TestAgency;
}

/** Until neither has anything to say to the other. */
export async function rounds({ shenzhen, chengdu }: Both): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    await shenzhen.round();
    await chengdu.round();
    const left = await Promise.all([shenzhen, chengdu].map(({ db }) => underWay(db.superuser)));
    if (round > 0 && left.every((count) => count === 0)) return;
  }
}

export async function queues({ shenzhen, chengdu }: Both) {
  return Promise.all(
    [shenzhen, chengdu].map(({ agency }) =>
      listQueue(agency.database, { at: agency.clock.now(), reason: null, after: null, limit: 10 }),
    ),
  );
}

export interface Seen {
  readonly number: string;
  readonly transferId: string;
  readonly state: string;
  readonly legs: Record<'record' | 'balance', { readonly stage: string }>;
  readonly words: readonly { readonly type: string }[];
  readonly arrival: ArrivalTold | null;
  readonly followUps: readonly { readonly number: string }[];
  readonly against: object | null;
}

export async function seen({ run }: TestAgency, number: string): Promise<Seen> {
  return must(await run<Seen>('readTransfer', officer('clerk'), { params: { number } }));
}

/** How a case is told in lists, and to whoever tracks it. */
export async function placeOf({ agency }: TestAgency, number: string) {
  const asked = { context: agency, caller: officer('clerk'), number };
  return must(await placeOfCase(agency.database, asked));
}

/** Which way the receipt of a transfer tells of, or why there is none. */
export async function receiptSays({ agency }: TestAgency, number: string): Promise<string> {
  const asked = { context: agency, caller: officer('clerk'), number };
  const receipt = await readTransferReceipt(agency.database, asked);
  return receipt.ok ? receipt.value.direction : receipt.refusal.code;
}

/** The number of a person's transfer, in one of some states where there are several. */
export async function caseOf(
  { run }: TestAgency,
  personId: string,
  states: readonly string[] | null = null,
): Promise<string> {
  const { items } = must(
    await run<{ items: { number: string; personId: string; state: string }[] }>(
      'listTransfers',
      officer('clerk'),
      { query: {} },
    ),
  );
  const found = items.find(
    (item) => item.personId === personId && (states === null || states.includes(item.state)),
  );
  if (!found) throw new Error(`there is no transfer of ${personId}`);
  return found.number;
}

export async function balanceOf({ agency }: TestAgency, owner: string) {
  const account = await readAccount(agency.database, owner);
  return (
    account && { fen: account.balanceFen, closed: account.closedOn !== null, held: account.hold !== null }
  );
}

/** Somebody whose insurance in Shenzhen has stopped, with a balance there and a telephone. */
export const leaver = (name: string, number: string): Traveller => ({
  ...{ name, number, bornOn: `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}` },
  ...{ status: 'suspended', since: '2019-05-01', until: '2026-09-30', balance: '12345.67' },
  phone: '13900003900',
});

/** Somebody who is insured in Chengdu now, and has a record in Shenzhen; the ids in both. */
export async function mover(
  { shenzhen, chengdu }: Both,
  who: Traveller,
): Promise<{ readonly here: string; readonly there: string }> {
  const [here = ''] = await bring(shenzhen, [who]);
  const [there = ''] = await bring(chengdu, [
    { ...who, status: 'active', since: '2026-10-01', until: '2026-10-31', balance: '100.00' },
  ]);
  return { here, there };
}

/** Every proof on both sides, and nothing set aside. */
export async function everythingHolds(both: Both): Promise<void> {
  await proofsHold(both);
  expect(await queues(both)).toEqual([[], []]);
}

export async function proofsHold(both: Both): Promise<void> {
  for (const { agency } of [both.shenzhen, both.chengdu]) {
    const proofs = [
      ...ledgerProofs,
      ...transferProofs,
      ...lettersProofs,
      ...withdrawalProofs,
      ...caseworkProofs(agency.processes),
      ...exchangeProofs(exchangeKeysOf(agency)),
    ];
    for (const proof of proofs)
      expect((await proof.run(agency.database, () => undefined)).broken, proof.name).toEqual([]);
  }
}

/** Messages of one agency to the other, written by hand, in whatever order they come. */
export function sayingFrom(
  both: Both,
  from: TestAgency,
  { to, transferId }: { readonly to: TestAgency; readonly transferId: string },
) {
  return async (type: string, sequence: number, body: object): Promise<void> => {
    const envelope = {
      ...{ version: '1', messageId: `msg_${transferId.slice(7)}_${sequence}`, transferId, sequence },
      ...{ from: from.agency.region, to: to.agency.region, inReplyTo: null, type },
      ...{ sentAt: from.agency.clock.now().toISOString(), body },
    };
    const text = signJws(
      must(from.agency.signingKeys.signer()),
      messageType,
      envelope as unknown as JsonObject,
    );
    const posted = await fetch(`${to.gateway}/exchange/v1/messages`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/jose' }, body: text },
    });
    expect(posted.status).toBe(200);
    await rounds(both);
  };
}

/** Somebody's contact letter, which names an account or none. */
export const letterFor = ({ name, number }: Traveller, receivingAccount: object | null = null) => ({
  ...transferMessages['contact-letter'].example,
  ...{ acceptsBalance: true, receivingAccount, certificateNumber: null },
  ...{ enrolledOn: '2026-10-01', appliedOn: '2026-11-01' },
  person: { name, nameLatin: null, identity: { type: 'citizen-id', number } },
});
