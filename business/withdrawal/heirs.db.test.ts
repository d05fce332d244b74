import { expect, it } from 'vitest';
import { plainDate } from '#basics';
import { adjustmentProofs } from '#business/adjustment';
import { paymentsProofs } from '#business/payments';
import { successionChains, successionProofs } from '#business/succession';
import { auditProofs } from '#engines/audit';
import { caseworkProofs } from '#engines/casework';
import { ledgerProofs } from '#engines/ledger';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { explainWithdrawal } from './explain-withdrawal.ts';
import { heirSteps } from './heirs.testing.ts';
import { namePayee } from './name-payee.ts';
import { withdrawalProofs } from './proofs.ts';
import { readWithdrawal } from './read-withdrawal.ts';
import { readByLink } from './see-by-link.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { citizen, clerk, orderOf, payee, sampleAgency } from './testing.store.ts';
import { withdrawalProcess } from './withdrawal.ts';

const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const agency = await sampleAgency({
  db,
  clock,
  ids: testIds(71),
  random: testRandom(71),
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const steps = sampleSteps(agency);
const { by, run, apply, file, propose, approve, settle } = steps;
const { add, divide, decide, hear, account, link, view, papers, bank } = heirSteps(agency, steps);
const total = 100_464n; // with the interest to 1 June

it('of three heirs one objects: two are paid, the third share waits until a court has divided it, and then the case is paid', async () => {
  const owner = await agency.person('death');
  const { number } = await apply(owner, 'death');
  const spouse = await add(number, '何丽娟', { relation: 'spouse' });
  const son = await add(number, '郑强', {});
  const daughter = await add(number, '郑梅', {});
  expect(await propose(number, 'approve')).toMatchObject({ ok: false });
  await must(divide(number));
  for (const [id, name] of [
    [spouse, '何丽娟'],
    [son, '郑强'],
    [daughter, '郑梅'],
  ] as const)
    await must(account(number, id, name));
  await papers(number);
  await must(propose(number, 'approve'));
  await must(approve(number));
  await must(hear(number, daughter, 'object', [son]));
  const secrets = [await link(number, spouse), await link(number, son)];
  const objector = await link(number, daughter);
  const objection = async () =>
    (await must(readByLink(db.app, { context: agency.context, secret: objector }))).objection;
  expect(await objection()).toMatchObject({ madeOn: '2026-06-01', outcomes: [{ outcome: 'open' }] });
  const amounts = async () =>
    Promise.all(
      secrets.map(
        async (secret) => (await must(readByLink(db.app, { context: agency.context, secret }))).ownAmount,
      ),
    );
  // Known as soon as it is decided, and not quite fixed before the settlement.
  const due = { amountFen: '33488', ofFen: '100464' };
  expect(await amounts()).toEqual([due, due].map((each) => ({ ...each, provisional: true })));
  const ownShares = async () =>
    Promise.all(
      secrets.map(
        async (secret) => (await must(readByLink(db.app, { context: agency.context, secret }))).ownShare[0],
      ),
    );
  expect(await ownShares()).toEqual([undefined, undefined]);
  await must(settle(number));
  expect(await amounts()).toEqual([due, due].map((each) => ({ ...each, provisional: false })));
  const shares = (await view(number)).shares;
  // 100,464 fen by three: 33,488 each
  expect(shares.map(({ successorId, amountFen, state }) => [successorId, amountFen, state])).toEqual([
    [spouse, '33488', 'open'],
    [son, '33488', 'held'],
    [daughter, '33488', 'open'],
  ]);
  await proofsHold();
  expect(await bank()).toBe(2);
  // By the link each sees where their own share is, and the amount once it is paid.
  expect(await ownShares()).toMatchObject([
    { standing: 'open', paidOn: '2026-06-01', amountFen: '33488' },
    { standing: 'held', paidOn: null, amountFen: null },
  ]);
  expect((await file(number)).state).toBe('paying');
  expect(await objection()).toMatchObject({ outcomes: [{ outcome: 'kept-back' }] });
  const held = shares[1]?.payment?.orderId ?? '';
  const court = await must(
    divide(number, {
      ...{ basis: 'court', paperReference: '民事判决书 2026-88', orderId: held },
      shares: [
        { successorId: son, share: '2/3' },
        { successorId: daughter, share: '1/3' },
      ],
    }),
  );
  expect(await decide(number, court, false)).toMatchObject({ ok: true });
  expect(await decide(number, court)).toMatchObject({ refusal: { code: 'succession.decided' } });
  const again = await must(
    divide(number, {
      ...{ basis: 'court', paperReference: '民事判决书 2026-88（全文）', orderId: held },
      shares: [
        { successorId: son, share: '2/3' },
        { successorId: daughter, share: '1/3' },
      ],
    }),
  );
  await must(decide(number, again));
  await proofsHold();
  expect(await bank()).toBe(2);
  expect((await file(number)).state).toBe('paid');
  // Once everything is paid, who objected still reads that they did and what came of it.
  expect(await objection()).toMatchObject({ madeOn: '2026-06-01', outcomes: [{ outcome: 'settled' }] });
  expect((await view(number)).shares.map(({ amountFen }) => amountFen)).toEqual([
    '33488',
    '33488',
    '22325',
    '11163',
  ]);
  await proofsHold();
  const explained = await must(explainWithdrawal(db.app, { ...by(clerk, number), verify: true }));
  expect(explained.verification).toEqual({ same: true, chainWhole: true });
});

it('a payment that one heir’s bank sends back goes out again to their corrected account and leaves the others as they are', async () => {
  const owner = await agency.person('death');
  const { number } = await apply(owner, 'death');
  const [son, daughter, late] = [
    await add(number, '王强', {}),
    await add(number, '王梅', {}),
    await add(number, '王兰', {}),
  ];
  await must(divide(number));
  await must(account(number, son, '王强'));
  await must(account(number, daughter, '王梅'));
  await papers(number);
  await must(propose(number, 'approve'));
  await must(approve(number));
  await must(settle(number));
  expect((await view(number)).shares[2]?.payment?.where.en).toContain('No account is named yet');
  // Nobody is told to object to the whole: each heir objects to shares.
  expect((await must(readWithdrawal(db.app, by(clerk, number)))).remedies).toBeNull();
  expect(await bank(['王梅'])).toBe(2);
  expect((await file(number)).state).toBe('returned');
  expect(await account(number, son, '王强')).toMatchObject({ refusal: { code: 'payments.not-returned' } });
  await must(account(number, late, '王兰'));
  expect((await file(number)).state).toBe('returned');
  expect(await bank()).toBe(1);
  expect((await file(number)).state).toBe('returned');
  await must(account(number, daughter, '王梅'));
  expect((await file(number)).state).toBe('settled');
  expect(await bank()).toBe(1);
  expect((await file(number)).state).toBe('paid');
  await proofsHold();
});

it('a minor is paid to the guardian’s account, grandchildren take the place of a child who died before, and who waives gets nothing', async () => {
  const owner = await agency.person('death');
  const { number } = await apply(owner, 'death');
  const minor = await add(number, '赵小宝', { bornOn: plainDate('2015-03-04') });
  await must(divide(number));
  expect((await view(number)).problems.map(({ path }) => path)).toContain(`succession.${minor}`);
  await must(hear(number, minor, 'struck'));
  const child = await add(number, '赵小宝', {
    bornOn: plainDate('2015-03-04'),
    guardian: {
      name: '钱芳',
      identity: { kind: 'citizen-id', number: '440304195801250162' },
      paperReference: '监护证明 3',
    },
  });
  expect(await hear(number, child, 'waive')).toMatchObject({
    refusal: { code: 'succession.minor-cannot-waive' },
  });
  const dead = await add(number, '赵大宝', { predeceasedOn: plainDate('2020-01-01') });
  const grandchildren = [
    await add(number, '赵一', { relation: 'descendant', represents: dead }),
    await add(number, '赵二', { relation: 'descendant', represents: dead }),
  ] as const;
  const widow = await add(number, '钱芳', { relation: 'spouse' });
  const brother = await add(number, '赵四', { relation: 'sibling' });
  await must(hear(number, widow, 'waive'));
  await must(divide(number));
  expect((await view(number)).division?.shares).toEqual([
    { successorId: child, share: '1/2' },
    { successorId: grandchildren[0], share: '1/4' },
    { successorId: grandchildren[1], share: '1/4' },
  ]);
  expect(await account(number, child, '路人')).toMatchObject({
    refusal: { code: 'succession.payee-not-heir' },
  });
  await must(account(number, child, '钱芳'));
  await must(account(number, grandchildren[0], '赵一'));
  await must(account(number, grandchildren[1], '赵二'));
  // A brother is of the second order, so a share for him is not equal by law.
  await must(
    divide(number, {
      basis: 'agreement',
      paperReference: '协议 1',
      shares: [{ successorId: brother, share: '1/1' }],
    }),
  );
  expect((await view(number)).problems[0]?.en).toContain('second');
  await must(divide(number));
  await papers(number);
  await must(propose(number, 'approve'));
  await must(approve(number));
  await must(settle(number));
  expect((await view(number)).shares.map(({ amountFen }) => amountFen)).toEqual(['50232', '25116', '25116']);
  expect(await bank()).toBe(3);
  expect((await file(number)).state).toBe('paid');
  await proofsHold();
});

it('unequal shares need everybody’s agreement to this very division', async () => {
  const owner = await agency.person('death');
  const { number } = await apply(owner, 'death');
  const [one, other] = [await add(number, '孙一', {}), await add(number, '孙二', {})];
  const shares = [
    { successorId: one, share: '2/7' },
    { successorId: other, share: '5/7' },
  ];
  const agreed = { basis: 'agreement', paperReference: '分配协议 5', shares } as const;
  expect(await divide(number, { ...agreed, shares: [{ successorId: one, share: '2/7' }] })).toMatchObject({
    refusal: { code: 'succession.shares-not-one' },
  });
  await must(divide(number, agreed));
  await must(account(number, one, '孙一'));
  await must(account(number, other, '孙二'));
  await must(hear(number, one, 'agree'));
  await must(hear(number, other, 'agree'));
  expect((await view(number)).problems).toEqual([]);
  await must(divide(number, agreed));
  expect((await view(number)).problems).toHaveLength(2);
  await must(hear(number, one, 'agree'));
  await must(hear(number, other, 'agree'));
  await papers(number);
  await must(propose(number, 'approve'));
  // An objection between proposal and approval brings the case back to review.
  await must(hear(number, one, 'object'));
  expect(await approve(number)).toMatchObject({ refusal: { code: 'withdrawal.facts-changed' } });
  expect((await file(number)).state).toBe('in-review');
  await must(hear(number, one, 'agree'));
  await must(propose(number, 'approve'));
  await must(approve(number));
  await must(settle(number));
  // 2/7 of 100,464 is 28,704 fen
  expect((await view(number)).shares.map(({ amountFen }) => amountFen)).toEqual(['28704', '71760']);
});

it('a small sum is paid to one heir on an undertaking, unless another objects', async () => {
  const owner = await agency.person('death');
  const { number } = await apply(owner, 'death');
  const [one, other] = [await add(number, '李一', {}), await add(number, '李二', {})];
  const shares = [{ successorId: one, share: '1/1' }];
  await must(divide(number, { basis: 'undertaking', paperReference: '承诺书 9', shares }));
  await must(account(number, one, '李一'));
  expect((await view(number)).problems).toEqual([]);
  await must(hear(number, other, 'object', [one]));
  expect((await view(number)).problems[0]?.en).toContain('undertaking');
  await must(hear(number, other, 'agree'));
  await papers(number);
  await must(propose(number, 'approve'));
  await must(approve(number));
  await must(settle(number));
  expect((await view(number)).shares.map(({ amountFen }) => amountFen)).toEqual([`${total}`]);
});

it('the deceased person’s own account comes first; when the bank sends it back two officers divide it among the heirs', async () => {
  const owner = await agency.person('death');
  const { number } = await apply(owner, 'death');
  await must(run((tx) => namePayee(tx, { ...by(clerk, number), payee })));
  const heir = await add(number, '张小明', {});
  expect(
    await run((tx) => namePayee(tx, { ...by(clerk, number), payee: { ...payee, name: '张小明' } })),
  ).toMatchObject({ refusal: { code: 'succession.heirs-named' } });
  await papers(number);
  await must(propose(number, 'approve'));
  await must(approve(number));
  await must(settle(number));
  await bank(['张三']);
  expect((await file(number)).state).toBe('returned');
  const [order] = await orderOf(db, owner);
  const shares = [{ successorId: heir, share: '1/1' }];
  const anew = {
    basis: 'agreement',
    paperReference: '银行销户证明',
    orderId: `${order?.id}`,
    shares,
  } as const;
  await must(decide(number, await must(divide(number, anew))));
  expect((await file(number)).state).toBe('settled');
  await must(account(number, heir, '张小明'));
  expect(await bank()).toBe(1);
  expect((await file(number)).state).toBe('paid');
  await proofsHold();
});

it('an objection after the settlement holds the share back while no bank was asked to pay it', async () => {
  const owner = await agency.person('death');
  const { number } = await apply(owner, 'death');
  const [one, other] = [await add(number, '周一', {}), await add(number, '周二', {})];
  await must(divide(number));
  await must(account(number, one, '周一'));
  await must(account(number, other, '周二'));
  await papers(number);
  await must(propose(number, 'approve'));
  await must(approve(number));
  const [settled, objected] = await Promise.all([settle(number), hear(number, other, 'object', [one])]);
  if (!settled.ok) await must(settle(number));
  if (!objected.ok) await must(hear(number, other, 'object', [one]));
  const states = (await view(number)).shares.map(({ state }) => state);
  expect(states).toEqual(['held', 'open']);
  expect(await bank()).toBe(1);
  await proofsHold();
});

it('a share that nobody claims stands as unclaimed and is claimed after all, while the other heir is paid', async () => {
  const owner = await agency.person('death');
  const { number } = await apply(owner, 'death');
  const [one, late] = [await add(number, '冯一', {}), await add(number, '冯二', {})];
  await must(divide(number));
  await must(account(number, one, '冯一'));
  await papers(number);
  await must(propose(number, 'approve'));
  await must(approve(number));
  await must(settle(number));
  const lost = (await view(number)).shares[1]?.payment?.orderId ?? '';
  await moved(owner, 'unclaimed', lost);
  expect(await bank()).toBe(1);
  expect((await file(number)).state).toBe('paying');
  expect((await view(number)).shares.map(({ state }) => state)).toEqual(['open', 'unclaimed']);
  await proofsHold();
  await moved(owner, 'claimed', lost);
  await must(account(number, late, '冯二'));
  expect(await bank()).toBe(1);
  expect((await file(number)).state).toBe('paid');
  await proofsHold();
});

it('two heirs who speak at once are both heard', async () => {
  const owner = await agency.person('death');
  const { number } = await apply(owner, 'death');
  const [one, other] = [await add(number, '吴一', {}), await add(number, '吴二', {})];
  await must(divide(number));
  const words = await Promise.all([hear(number, one, 'agree'), hear(number, other, 'agree')]);
  const late = [one, other].filter((_, at) => !words[at]?.ok);
  for (const id of late) await must(hear(number, id, 'agree'));
  expect((await view(number)).heirs.map(({ word }) => word)).toEqual(['agree', 'agree']);
});

it('shows an applicant the heirs by masked names, and a case without a death has none', async () => {
  const owner = await agency.person('death');
  const { number } = await apply(owner, 'death');
  await add(number, '郑强', {});
  const seen = await must(readWithdrawal(db.app, by(citizen('successor', owner), number)));
  expect(seen.ground).toBe('death');
  const other = await agency.person('nationality-lost');
  const { number: living } = await apply(other, 'nationality-lost');
  await expect(add(living, '郑强', {})).rejects.toThrow('succession.no-estate');
});

async function proofsHold(): Promise<void> {
  for (const proof of [
    ...ledgerProofs,
    ...paymentsProofs,
    ...adjustmentProofs,
    ...successionProofs,
    ...withdrawalProofs,
    ...caseworkProofs({ [withdrawalProcess.id]: withdrawalProcess }),
    ...auditProofs(successionChains),
  ])
    expect((await proof.run(db.app, () => {})).broken, proof.name).toEqual([]);
}

async function moved(owner: string, kind: string, order: string): Promise<void> {
  await db.app.rows(
    `SELECT request_adjustment('token-clerk', $1, $2, $3, NULL, NULL, NULL, '2026-06-01', NULL, NULL, $4, '付不出去', '说明 1', now())`,
    [owner, `adj_${kind}`, kind, order],
  );
  await db.app.rows(`SELECT decide_adjustment('token-reviewer', $1, $2, true, NULL, $3, now())`, [
    owner,
    `adj_${kind}`,
    `jnl_${kind}`,
  ]);
}
