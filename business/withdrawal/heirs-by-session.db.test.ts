import { expect, it } from 'vitest';
import type { Caller } from '#business/access/public';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { hearHeir } from './heir-words.ts';
import { heirSteps } from './heirs.testing.ts';
import { beHeir } from './heirs.ts';
import { readHeirs } from './read-heirs.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { type SignedIn, sampleAgency, signedInRelative } from './testing.store.ts';

/** Whoever applies about heirs is who their session says, and their records are one person's while merges stand. */
const db = await testDatabase();
await testOffice(db);
const random = testRandom(89);
const agency = await sampleAgency({
  db,
  clock: testClock('2026-06-01T10:00:00+08:00'),
  ids: testIds(89),
  random,
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const steps = sampleSteps(agency);
const { by, run } = steps;
const { add, divide } = heirSteps(agency, steps);
const relative = (owner: string, more: SignedIn = {}) => signedInRelative(db, { owner, random, ...more });
const noSession = 'access.no-session';

async function estate() {
  const owner = await agency.person('death');
  const { number } = await steps.apply(owner, 'death');
  const heirs = [await add(number, '何佳', {}), await add(number, '何立', {})] as const;
  await divide(number);
  return { owner, number, heirs, caseId: (await steps.file(number)).id };
}

let typed = 0;

/** What a program writes under a session, past every check of ours: an heir, how the account is divided, an account. */
function writes({ owner, caseId, heirs }: Awaited<ReturnType<typeof estate>>, token: string | null) {
  typed += 1;
  return [
    () =>
      db.app.rows(
        `SELECT record_successor($1, $2, $4, $3, '路人', NULL, 'child', 'legal', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
           NULL, NULL, '无', now())`,
        [token, owner, caseId, `suc_typed${typed}`],
      ),
    () =>
      db.app.rows(
        `SELECT record_division($1, $2, $4, $3, NULL, 'agreement', 2, $5, '{1,1}', '协议', now())`,
        [token, owner, caseId, `div_typed${typed}`, heirs],
      ),
    () =>
      db.app.rows(
        `SELECT record_heir_payee($1, NULL, $2, $3, $4, '何立', '1', '银行', '\\x01', '1', now())`,
        [token, owner, caseId, heirs[1]],
      ),
  ];
}

it('heirs, shares and accounts are recorded in the name of whose live session it is, and of nobody whom a program names', async () => {
  const made = await estate();
  const ended = await relative(made.owner);
  await db.superuser.rows('UPDATE person_session SET ended_at = now() WHERE owner_id = $1', [ended.id]);
  const daughter = await relative(made.owner);
  for (const token of [
    ...[null, '', 'usr_x', daughter.id, `sxu_${daughter.id}.guess`, ended.token],
    (await relative((await estate()).owner)).token,
    (await relative(made.owner, { session: 'insured' })).token,
    (await relative(made.owner, { capacity: 'agent' })).token,
  ])
    for (const write of writes(made, token)) await expect(write(), `${token}`).rejects.toThrow(noSession);
  for (const write of writes(made, daughter.token)) await write();
  expect(
    await db.app.rows(
      `SELECT (SELECT recorded_by FROM successor WHERE owner_id = $1 ORDER BY place DESC LIMIT 1) AS heir,
         (SELECT maker_id FROM division WHERE owner_id = $1 ORDER BY revision DESC LIMIT 1) AS shares,
         (SELECT named_by FROM payee WHERE owner_id = $1 ORDER BY revision DESC LIMIT 1) AS account`,
      [made.owner],
    ),
  ).toEqual([{ heir: daughter.id, shares: daughter.id, account: 'applicant' }]);
});

it('an agent records them by a mandate for this case that holds now, and by no other', async () => {
  const made = await estate();
  const agent = await relative(made.owner, { session: 'agent', capacity: 'agent' });
  const refused = async () => {
    for (const write of writes(made, agent.token)) await expect(write()).rejects.toThrow(noSession);
  };
  await refused();
  await db.superuser.rows(
    `INSERT INTO mandate (owner_id, id, agent_sealed, scope, given_by_login, given_at, given_on, agent_login, accepted_at)
     VALUES ($1, 'man_1', '\\x01', '{withdrawal}', 'usr_x', now(), '2026-06-01', $2, now())`,
    [made.owner, agent.id],
  );
  const changed = (to: string) =>
    db.superuser.rows(`UPDATE mandate SET ${to} WHERE owner_id = $1`, [made.owner]);
  for (const [wrong, right] of [
    [`ended_at = now(), ended_by = 'usr_x'`, 'ended_at = NULL, ended_by = NULL'],
    [`until_on = '2020-01-01'`, `until_on = '2099-01-01'`],
    [`scope = '{record}'`, `scope = '{withdrawal}'`],
    [`case_id = 'cas_other'`, `case_id = '${made.caseId}'`],
    [`agent_login = 'usr_other'`, `agent_login = '${agent.id}'`],
  ] as const) {
    await changed(wrong);
    await refused();
    await changed(right);
  }
  for (const write of writes(made, agent.token)) await write();
  await db.superuser.rows('UPDATE login_person SET ended_at = now() WHERE owner_id = $1', [agent.id]);
  await refused();
});

it('a successor’s login reaches the person through however many merges, and no longer once one of them was undone', async () => {
  const first = await agency.person('death');
  const between = await agency.person('death');
  const sister = await agency.person('death');
  const { owner, number, heirs } = await estate();
  await merge(first, between);
  await merge(between, owner);
  await merge(sister, owner);
  const acts = (caller: Caller) => run((tx) => beHeir(tx, { ...by(caller, number), successorId: heirs[0] }));
  const sees = async (caller: Caller) => (await must(readHeirs(db.app, by(caller, number)))).heirs[0];
  const linked = async (record: string) => ({
    ...(await relative(record, { holderName: '何佳' })),
    personIds: [owner],
  });
  const [far, beside] = [await linked(first), await linked(sister)];
  for (const caller of [beside, far]) expect(await sees(caller)).toMatchObject({ name: '何佳', named: true });
  await must(acts(far));
  // Undone in the middle: the login’s record is another person’s again, also where the door still let it in.
  await undo(between);
  expect(await sees(far)).toMatchObject({ named: false });
  const waives = (caller: Caller) => waive(caller, number, heirs[0]);
  for (const act of [acts, waives]) expect(await act(far)).toMatchObject({ refusal: { code: noSession } });
  await merge(between, owner);
  await must(waives(far));
  await undo(sister);
  expect(await acts(beside)).toMatchObject({ refusal: { code: noSession } });
});

it('whoever officers identified anew under another name waives for the heir of the earlier one no more', async () => {
  const { owner, number, heirs } = await estate();
  const daughter = await relative(owner, { holderName: '何佳' });
  await must(run((tx) => beHeir(tx, { ...by(daughter, number), successorId: heirs[0] })));
  await db.superuser.rows(`SELECT keep_holder($1, $2, '何嘉', 'window', 'off_clerk', now())`, [
    ...[daughter.id, owner],
  ]);
  expect(await waive(daughter, number, heirs[0])).toMatchObject({
    refusal: { code: 'succession.waive-at-window' },
  });
});

function waive(caller: Caller, number: string, successorId: string) {
  const said = { word: 'waive', disputes: [], paperReference: null } as const;
  return run((tx) => hearHeir(tx, { ...by(caller, number), successorId, ...said }));
}

let merges = 0;

async function merge(record: string, into: string): Promise<void> {
  merges += 1;
  await db.superuser.rows(
    'INSERT INTO person_link (merged_id, merge_id, survivor_id, linked_at) VALUES ($1, $2, $3, now())',
    [record, `mrg_${merges}`, into],
  );
}

function undo(record: string): Promise<unknown> {
  return db.superuser.rows('UPDATE person_link SET unlinked_at = now() WHERE merged_id = $1', [record]);
}
