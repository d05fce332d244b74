import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Caller } from '#business/access/public';
import { heirContacts, type NewSuccessor } from '#business/succession';
import { inTransaction } from '#platform/postgres';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { applyForWithdrawal } from './apply-for-withdrawal.ts';
import { nameHeirPayee } from './heir-accounts.ts';
import { divideEstate } from './heir-division.ts';
import { nameAccountByLink, sayByLink } from './heir-links.ts';
import { hearHeir } from './heir-words.ts';
import { heirSteps } from './heirs.testing.ts';
import { addHeir, beHeir } from './heirs.ts';
import { giveLinkToHeir } from './reach-heir.ts';
import { readHeirs } from './read-heirs.ts';
import { readHistory } from './read-history.ts';
import { readByLink } from './see-by-link.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { clerk, payee, type SignedIn, sampleAgency, signedInRelative } from './testing.store.ts';

const db = await testDatabase();
await testOffice(db);
const agency = await sampleAgency({
  db,
  clock: testClock('2026-06-01T10:00:00+08:00'),
  ids: testIds(79),
  random: testRandom(79),
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const { context } = agency;
const steps = sampleSteps(agency);
const { hear, link, view } = heirSteps(agency, steps);
const { by, run } = steps;
const own = { agree: 'agree', object: 'object', struck: 'struck' } as const;

const relative = (owner: string, more: SignedIn = {}): Promise<Caller> =>
  signedInRelative(db, { owner, random: context.random, ...more });

async function draft(caller: Caller, personId: string): Promise<string> {
  const asked = { context, caller, personId, ground: 'death', payee: null, papers: [] };
  return (await must(run((tx) => applyForWithdrawal(tx, { ...asked, submit: false, applyAnyway: false }))))
    .number;
}

async function add(caller: Caller, number: string, name: string, self = false): Promise<string> {
  const given = {
    ...{
      name,
      relation: 'child' as const,
      basis: 'legal' as const,
      represents: null,
      predeceasedOn: null,
      bornOn: null,
    },
    ...{ identity: null, guardian: null, paperReference: '户口簿' },
  } satisfies NewSuccessor;
  return (await must(run((tx) => addHeir(tx, { ...by(caller, number), given, self })))).id;
}

const say = (
  caller: Caller,
  number: string,
  said: {
    readonly successorId: string;
    readonly word: 'agree' | 'object' | 'struck';
    readonly reason?: string;
  },
) => run((tx) => hearHeir(tx, { ...by(caller, number), disputes: [], paperReference: null, ...said }));
const saySecretly = (secret: string, word: 'agree' | 'waive' | 'object') =>
  inTransaction(db.app, (tx) => sayByLink(tx, { context, secret, word, disputes: [], reason: '份额不对' }));
const pass = (caller: Caller, number: string, successorId: string) =>
  run((tx) => giveLinkToHeir(tx, { ...by(caller, number), successorId, days: 30 }));
const equal = { basis: 'equal', shares: null, paperReference: null, orderId: null } as const;
const halves = (one: string, other: string) => [
  { successorId: one, share: '1/4' },
  { successorId: other, share: '3/4' },
];

it('who applies is one of the heirs, speaks for that one only, and strikes out what they typed wrongly before it is handed in', async () => {
  const owner = await agency.person('death');
  const daughter = await relative(owner);
  const number = await draft(daughter, owner);
  const me = await add(daughter, number, '何佳', true);
  const wrong = await add(daughter, number, '何力');
  const son = await add(daughter, number, '何立');
  await must(say(daughter, number, { successorId: wrong, word: own.struck }));
  await must(run((tx) => divideEstate(tx, { ...by(daughter, number), given: equal })));
  expect(await say(daughter, number, { successorId: son, word: own.agree })).toMatchObject({
    refusal: { code: 'succession.not-your-share' },
  });
  await must(say(daughter, number, { successorId: me, word: own.agree }));
  const seen = await must(readHeirs(db.app, by(daughter, number)));
  expect(seen.heirs.map(({ name, word, yours, mayStrike }) => [name, word, yours, mayStrike])).toEqual([
    ['何佳', 'agree', true, true],
    ['何力', 'struck', false, false],
    ['何立', null, false, true],
  ]);
  expect(seen.division?.shares.map(({ share }) => share)).toEqual(['1/2', '1/2']);
  // Another relative sees that the place is taken, and nobody’s name whom they did not record.
  const other = await relative(owner);
  expect(await run((tx) => beHeir(tx, { ...by(other, number), successorId: me }))).toMatchObject({
    refusal: { code: 'succession.share-taken' },
  });
  expect(await say(other, number, { successorId: son, word: own.struck })).toMatchObject({
    refusal: { code: 'succession.not-yours-to-strike' },
  });
  await must(run((tx) => beHeir(tx, { ...by(other, number), successorId: son })));
  await must(say(other, number, { successorId: son, word: own.object, reason: '爸爸留了遗嘱' }));
  expect(await say(daughter, number, { successorId: son, word: own.struck })).toMatchObject({
    refusal: { code: 'succession.not-yours-to-strike' },
  });
  const names = (await must(readHeirs(db.app, by(other, number)))).heirs.map(({ name }) => name);
  expect(names).toEqual(['何*', '何*', '何立']);
  // Who waived at the window says nothing more by signing in.
  await must(hear(number, son, 'waive'));
  expect(await say(other, number, { successorId: son, word: own.object })).toMatchObject({
    refusal: { code: 'succession.not-your-share' },
  });
});

it('a link that a relative passed on says less than one from the window: a waiver and unequal shares wait for a clerk', async () => {
  const owner = await agency.person('death');
  const daughter = await relative(owner, { holderName: '何佳' });
  const number = await draft(daughter, owner);
  const me = await add(daughter, number, '何佳', true);
  const son = await add(daughter, number, '何立');
  await must(run((tx) => divideEstate(tx, { ...by(daughter, number), given: equal })));
  const { secret } = await must(pass(daughter, number, son));
  await must(saySecretly(secret, 'waive'));
  await must(run((tx) => divideEstate(tx, { ...by(daughter, number), given: equal })));
  const unseen = { path: `succession.${son}`, en: expect.stringContaining('a relative passed on') };
  expect((await view(number)).problems).toContainEqual(expect.objectContaining(unseen));
  expect((await view(number)).heirs[1]).toMatchObject({ word: 'waive', channel: 'invited' });
  const told = () => must(readByLink(db.app, { context, secret }));
  expect(await told()).toMatchObject({ word: 'waive', unconfirmed: true });
  await must(hear(number, son, 'agree'));
  expect(await told()).toMatchObject({ word: 'agree', unconfirmed: false });
  expect((await view(number)).problems).not.toContainEqual(expect.objectContaining(unseen));
  // Unequal shares: who agrees signed in or at the window has agreed, who does so by such a link has not yet.
  const unequal = { ...equal, basis: 'agreement', shares: halves(me, son), paperReference: '协议' } as const;
  await must(run((tx) => divideEstate(tx, { ...by(daughter, number), given: unequal })));
  const agreements = async () => (await view(number)).heirs.map(({ agreement }) => agreement);
  expect(await agreements()).toEqual(['lacking', 'lacking']);
  await must(say(daughter, number, { successorId: me, word: own.agree }));
  await must(saySecretly(secret, 'agree'));
  expect((await view(number)).problems).toEqual([expect.objectContaining(unseen), expect.anything()]);
  expect(await agreements()).toEqual(['counts', 'to-confirm']);
  expect(await told()).toMatchObject({ word: 'agree', unconfirmed: true, agreement: 'to-confirm' });
  await must(hear(number, son, 'agree'));
  expect(await agreements()).toEqual(['counts', 'counts']);
  expect((await view(number)).problems.map(({ path }) => path)).toEqual(['succession']);
  // An objection counts at once; why, the officers read and the relatives do not.
  await must(saySecretly(secret, 'object'));
  const objection = { on: '2026-06-01', reason: '份额不对', disputes: [son] };
  expect((await view(number)).heirs[1]).toMatchObject({
    ...{ word: 'object', reason: '份额不对', objections: [objection] },
  });
  // A further one hides none before it.
  await must(saySecretly(secret, 'object'));
  expect((await view(number)).heirs[1]?.objections).toEqual([objection, objection]);
  const seen = await must(readHeirs(db.app, by(daughter, number)));
  expect(seen.heirs[1]).toMatchObject({ word: 'object', reason: null, objections: [] });
  expect(JSON.stringify(await must(readHistory(db.app, by(daughter, number))))).not.toContain('份额不对');
});

it('who only says to be an heir agrees to the shares of the law, and gives away no other heir’s by agreeing to less', async () => {
  const owner = await agency.person('death');
  const daughter = await relative(owner, { holderName: '何佳' });
  const number = await draft(daughter, owner);
  const [me, son] = [await add(daughter, number, '何佳'), await add(daughter, number, '何立')];
  await must(run((tx) => beHeir(tx, { ...by(daughter, number), successorId: son })));
  const unequal = { ...equal, basis: 'agreement', shares: halves(son, me), paperReference: '协议' } as const;
  await must(run((tx) => divideEstate(tx, { ...by(daughter, number), given: unequal })));
  await must(say(daughter, number, { successorId: son, word: own.agree }));
  await must(hear(number, me, 'agree'));
  const unseen = expect.objectContaining({ path: `succession.${son}` });
  const problems = async () => (await view(number)).problems;
  expect(await problems()).toContainEqual(unseen);
  await must(hear(number, son, 'agree'));
  expect(await problems()).not.toContainEqual(unseen);
  await must(run((tx) => divideEstate(tx, { ...by(daughter, number), given: equal })));
  await must(say(daughter, number, { successorId: son, word: own.agree }));
  expect(await problems()).not.toContainEqual(unseen);
});

it('an account that an heir may have named is changed by that heir and at the window, and by no other relative', async () => {
  const owner = await agency.person('death');
  const [daughter, other] = [await relative(owner), await relative(owner)];
  const number = await draft(daughter, owner);
  const me = await add(daughter, number, '何佳', true);
  const son = await add(daughter, number, '何立');
  const names = (caller: Caller, successorId: string, name: string) =>
    run((tx) => nameHeirPayee(tx, { ...by(caller, number), successorId, payee: { ...payee, name } }));
  const no = { refusal: { code: 'succession.account-of-another' } };
  await must(names(daughter, me, '何佳'));
  expect(await names(other, me, '何佳')).toMatchObject(no);
  // Typed for somebody who has no link yet: whoever typed it may correct it.
  await must(names(daughter, son, '何立'));
  await must(names(daughter, son, '何立'));
  const seen = async (caller: Caller) => (await must(readHeirs(db.app, by(caller, number)))).heirs;
  const mayChange = async (caller: Caller) => (await seen(caller)).map((heir) => heir.mayChangeAccount);
  expect([await mayChange(daughter), await mayChange(other), await mayChange(clerk)]).toEqual([
    ...[
      [true, true],
      [false, false],
      [true, true],
    ],
  ]);
  const secret = await link(number, son);
  await must(
    inTransaction(db.app, (tx) =>
      nameAccountByLink(tx, { context, secret, payee: { ...payee, name: '何立' } }),
    ),
  );
  expect(await names(daughter, son, '何立')).toMatchObject(no);
  // Whose page says so beforehand, and who named it.
  expect(await mayChange(daughter)).toEqual([true, false]);
  expect((await seen(daughter)).map(({ account }) => account?.namedBy)).toEqual(['heir', 'link']);
  // Whoever only says to be the heir does not change one that was named at the window.
  await must(names(clerk, me, '何佳'));
  expect(await mayChange(daughter)).toEqual([false, false]);
  expect(await names(daughter, me, '何佳')).toMatchObject({ refusal: { code: 'succession.account-seen' } });
});

it('whoever acts in another capacity, or is a relative no longer, passes no link on, whatever the program says', async () => {
  const owner = await agency.person('death');
  const daughter = await relative(owner);
  const number = await draft(daughter, owner);
  const son = await add(daughter, number, '何立');
  const { id } = await steps.file(number);
  const gives = (days = 30, successor = son) =>
    db.app.rows('SELECT give_heir_link($1, $2, $3, $4, $5, $6)', [
      ...[daughter.token, owner, id, successor, createHash('sha256').update(`${days}`).digest(), days],
    ]);
  await expect(gives(91)).rejects.toThrow('succession.link-too-long');
  await expect(gives(30, 'suc_nobody')).rejects.toThrow('succession.no-successor');
  const acts = (sql: string) => db.superuser.rows(`${sql} WHERE owner_id = $1`, [daughter.id]);
  await acts(`UPDATE person_session SET capacity = 'insured'`);
  await expect(gives()).rejects.toThrow('access.no-session');
  await acts(`UPDATE person_session SET capacity = 'successor'`);
  await acts(`UPDATE login_person SET capacity = 'agent'`);
  await expect(gives()).rejects.toThrow('access.no-session');
  await acts(`UPDATE login_person SET capacity = 'successor', ended_at = now()`);
  await expect(gives()).rejects.toThrow('access.no-session');
  await acts(`UPDATE login_person SET ended_at = NULL`);
  await gives();
});

it('a relative’s link is renewed by the relative, and never replaces one that the agency gave', async () => {
  const owner = await agency.person('death');
  const daughter = await relative(owner);
  const number = await draft(daughter, owner);
  const son = await add(daughter, number, '何立');
  const first = (await must(pass(daughter, number, son))).secret;
  const second = (await must(pass(daughter, number, son))).secret;
  const given = await link(number, son);
  for (const old of [first, second])
    expect(await saySecretly(old, 'object')).toMatchObject({ refusal: { code: 'succession.link-over' } });
  await must(pass(daughter, number, son));
  expect(await saySecretly(given, 'object')).toMatchObject({ ok: true });
  expect((await view(number)).heirs[0]).toMatchObject({ channel: 'link' });
  // Of another family nobody passes links on, says to be an heir, or speaks; nor does the program for nobody.
  const stranger = { ...daughter, token: (await relative(await agency.person('death'))).token };
  const no = { refusal: { code: 'access.no-session' } };
  expect(await pass(stranger, number, son)).toMatchObject(no);
  expect(await run((tx) => beHeir(tx, { ...by(stranger, number), successorId: son }))).toMatchObject(no);
  expect(await say(stranger, number, { successorId: son, word: own.object })).toMatchObject(no);
  const { id } = await steps.file(number);
  const written = `INSERT INTO successor_login VALUES ('${owner}', '${id}', '${daughter.id}', '${son}', now())`;
  await expect(db.app.rows(written)).rejects.toThrow('permission denied');
});

it('nobody speaks for one heir after another, or takes back what another heir said', async () => {
  const owner = await agency.person('death');
  const daughter = await relative(owner);
  const number = await draft(daughter, owner);
  const me = await add(daughter, number, '何佳', true);
  const [son, other] = [await add(daughter, number, '何立'), await add(daughter, number, '何平')];
  const be = (successorId: string) => run((tx) => beHeir(tx, { ...by(daughter, number), successorId }));
  // Chosen wrongly and nothing said yet: somebody else may be chosen.
  await must(be(other));
  await must(be(me));
  await must(saySecretly(await link(number, son), 'object'));
  expect(await be(son)).toMatchObject({ refusal: { code: 'succession.share-taken' } });
  const division = { ...equal, basis: 'agreement', shares: halves(me, son), paperReference: '协议' } as const;
  await must(run((tx) => divideEstate(tx, { ...by(daughter, number), given: division })));
  await must(say(daughter, number, { successorId: me, word: own.agree }));
  expect(await be(other)).toMatchObject({ refusal: { code: 'succession.spoken-as-another' } });
});

it('a waiver by a link that a relative passed on keeps no heir from the link of the agency', async () => {
  const owner = await agency.person('death');
  const daughter = await relative(owner);
  const number = await draft(daughter, owner);
  const son = await add(daughter, number, '何立');
  const { secret } = await must(pass(daughter, number, son));
  await must(saySecretly(secret, 'waive'));
  const over = { refusal: { code: 'succession.link-over' } };
  expect(await saySecretly(secret, 'object')).toMatchObject(over);
  const given = await link(number, son);
  await must(saySecretly(given, 'object'));
  expect((await view(number)).heirs[0]).toMatchObject({ word: 'object', channel: 'link' });
  // A waiver by the agency's own link stays the last word by any link.
  await must(saySecretly(given, 'waive'));
  expect(await saySecretly(given, 'object')).toMatchObject(over);
});

it('an heir who applies signed in is written to in the language in which they do, and another heir in Chinese until they speak', async () => {
  const owner = await agency.person('death');
  const daughter = { ...(await relative(owner)), language: 'en' } as const;
  const number = await draft(daughter, owner);
  const [me, son] = [await add(daughter, number, '何佳', true), await add(daughter, number, '何立')];
  const contact = await heirContacts(db.app, await steps.file(number));
  expect([contact(me).language, contact(son).language]).toEqual(['en', 'zh']);
});
