import { must } from './decide.ts';
import type { Desk, PayeeMade } from './desk.ts';
import type { Scenario } from './scenario.ts';

/** The steps of a scenario about its heirs, each by the officer whose it is. */

type Heirs = NonNullable<Scenario['heirs']>;
export type HeirIds = ReadonlyMap<string, string>;

/** Records the heirs, who waives, the division and the accounts. */
export async function recordHeirs(
  desk: Desk,
  { scenario, number }: { readonly scenario: Scenario; readonly number: string },
): Promise<HeirIds> {
  const ids = new Map<string, string>();
  const { heirs, apply } = scenario;
  if (!heirs) return ids;
  for (const { waives, account: _, represents, guardian, ...heir } of heirs.people) {
    const given = {
      ...heir,
      ...(represents === undefined ? {} : { represents: ids.get(represents) ?? represents }),
      ...(guardian === undefined ? {} : { guardian: guardianMade(guardian) }),
      paperReference: `亲属关系证明 ${heir.name}`,
    };
    const id = must(await desk.addHeir(number, given), `add ${heir.name}`);
    ids.set(heir.name, id);
    if (waives)
      must(
        await desk.hearHeir(number, { successorId: id, word: 'waive', disputes: [] }),
        `${heir.name} waives`,
      );
  }
  must(await desk.divide(number, divisionMade(heirs, ids)), 'divide');
  for (const one of heirs.people) {
    const accountNumber = one.name === apply.payee.name ? apply.payee.account : one.account;
    if (accountNumber === undefined) continue;
    const { bankCode, bankName } = apply.payee;
    const payee: PayeeMade = { name: one.guardian?.name ?? one.name, bankCode, bankName, accountNumber };
    must(await desk.heirPayee(number, `${ids.get(one.name)}`, payee), `name the account of ${one.name}`);
  }
  return ids;
}

/** One heir objects when the case is approved already. */
export async function heirObjects(
  desk: Desk,
  { scenario, number, ids }: { readonly scenario: Scenario; readonly number: string; readonly ids: HeirIds },
): Promise<void> {
  const objection = scenario.heirs?.objection;
  if (!objection) return;
  const disputes = objection.disputes.map((name) => `${ids.get(name)}`);
  const successorId = `${ids.get(objection.by)}`;
  must(await desk.hearHeir(number, { successorId, word: 'object', disputes }), `${objection.by} objects`);
}

/** Two officers divide what is held by the court's word. */
export async function courtDecides(
  desk: Desk,
  { scenario, number, ids }: { readonly scenario: Scenario; readonly number: string; readonly ids: HeirIds },
): Promise<void> {
  const court = scenario.heirs?.court;
  if (!court) return;
  const held = must(await desk.heldOrders(number), 'see what is held');
  for (const orderId of held) {
    const shares = sharesMade(court.shares, ids);
    const division = { basis: 'court', shares, paperReference: court.paper, orderId };
    const divisionId = must(await desk.divide(number, division), 'divide anew');
    must(await desk.approveDivision(number, divisionId), 'approve the division anew');
  }
}

function divisionMade({ basis, shares, paper }: Heirs, ids: HeirIds) {
  return {
    basis,
    ...(shares ? { shares: sharesMade(shares, ids) } : {}),
    ...(paper === undefined ? {} : { paperReference: paper }),
  };
}

function sharesMade(shares: Readonly<Record<string, string>>, ids: HeirIds) {
  return Object.entries(shares).map(([name, share]) => ({ successorId: `${ids.get(name)}`, share }));
}

function guardianMade({ name, number, paper }: NonNullable<Heirs['people'][number]['guardian']>) {
  return { name, identity: { kind: 'citizen-id', number }, paperReference: paper };
}
