import { expect, it } from 'vitest';
import { showYuan } from '#basics';
import type { Caller } from '#business/access/public';
import {
  letterDocument,
  lettersProofs,
  listHeirLetters,
  listLetters,
  printForHeir,
  printHtml,
} from '#business/letters';
import { verifyDocument } from '#engines/audit';
import { verifierOf } from '#platform/signing';
import {
  testAttempt,
  testClock,
  testDatabase,
  testIds,
  testOffice,
  testPerson,
  testRandom,
} from '#platform/testing';
import { typstPress } from '#platform/typesetting';
import { keepContactByLink, sayByLink } from './heir-links.ts';
import { heirSteps } from './heirs.testing.ts';
import { beHeir } from './heirs.ts';
import { listLettersByLink, printLetterByLink } from './letters-by-link.ts';
import { giveLinkToHeir, keepHeirContact } from './reach-heir.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { heirStatements, noticesOf } from './telling/testing.store.ts';
import { citizen, clerk, sampleAgency, signedInRelative } from './testing.store.ts';

const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const agency = await sampleAgency({
  ...{ db, clock, ids: testIds(93), random: testRandom(93) },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' }),
});
const { context } = agency;
const steps = sampleSteps(agency);
const { by, run, apply, file, propose, approve, settle } = steps;
const heirs = heirSteps(agency, steps);
const press = typstPress();
const printing = { seal: context.seal, press };

/** Four people of a family, each with a name, relation and account that stand in nobody else's letter. */
const family = [
  { name: '何丽娟', relation: 'spouse' },
  { name: '郑强', relation: 'child' },
  { name: '郑梅', relation: 'child' },
  { name: '郑大海', relation: 'parent' },
] as const;

async function page(number: string, { seq, heir }: { readonly seq: number; readonly heir: number | null }) {
  const asked = { caller: clerk, number, seq, heir, language: 'zh', seal: context.seal } as const;
  const html = await must(printHtml(db.app, asked));
  return html.replace(/<svg.*<\/svg>/s, '');
}

it('of four heirs each reads what became of their own share, and no letter holds anything of another heir', async () => {
  const owner = await agency.person('death');
  const { number, id } = await apply(owner, 'death');
  const ids: string[] = [];
  for (const { name, relation } of family) ids.push(await heirs.add(number, name, { relation }));
  const [spouse = '', son = '', daughter = '', father = ''] = ids;
  await must(heirs.hear(number, father, 'waive'));
  await must(heirs.divide(number));
  const tails = ['5111', '5222', '5333'];
  for (const [place, successorId] of [spouse, son, daughter].entries())
    await must(
      heirs.account(number, successorId, family[place]?.name ?? '', `622202100101234${tails[place]}`),
    );
  const contact = { language: 'en', email: 'son@example.org' } as const;
  await must(run((tx) => keepHeirContact(tx, { ...by(clerk, number), successorId: son, contact })));
  await heirs.papers(number);
  await must(propose(number, 'approve'));
  await must(approve(number));
  await must(heirs.hear(number, daughter, 'object', [son]));
  await must(settle(number));
  clock.advance({ days: 2 });
  await heirs.bank();

  const all = await must(listLetters(db.app, { caller: clerk, number }));
  const toHeirs = all.filter(({ kind }) => kind === 'heir-share');
  // The decision to all four; then the one who is held back, and the two whom the bank has paid.
  expect(toHeirs.map(({ heir, language }) => `${heir} ${language}`)).toEqual([
    ...['1 zh', '2 en', '3 zh', '4 zh'],
    ...['2 en', '1 zh', '3 zh'],
  ]);
  expect(toHeirs.map(({ title }) => title.en.split(' · ').at(-1))).toEqual([
    ...['decided', 'decided', 'decided', 'decided'],
    ...['kept at the settlement', 'paid', 'paid'],
  ]);
  const told = async (heir: number) =>
    (await Promise.all(toHeirs.filter((one) => one.heir === heir).map((one) => page(number, one)))).join('');
  const [toSpouse, toSon, toDaughter, toFather] = [
    await told(1),
    await told(2),
    await told(3),
    await told(4),
  ];
  for (const text of [toSpouse, toSon, toDaughter]) {
    expect(text).toContain('1/3');
    expect(text).toContain('叁佰叁拾肆元捌角捌分'); // 33,488 fen
    expect(text).toContain('第一千一百三十条');
    expect(text).toContain('行政诉讼');
  }
  expect(toSpouse).toContain('2026年6月3日确认到账');
  expect(toSpouse).toContain('尾号 5111');
  expect(toSon).toContain('有争议，留存');
  expect(toSon).toContain('人民法院');
  expect(toSon).not.toContain('确认到账');
  expect(toFather).toContain('2026年6月1日表示放弃');
  expect(toFather).toContain('第一千一百二十四条');
  expect(toFather).not.toContain('¥');

  // The canary: names, masked names and accounts of the others, and what the others were paid in sum. The whole is told once a letter.
  const canaries = [
    ['何丽娟', '何**', '5111', spouse],
    ['郑强', '5222', son],
    ['郑梅', '5333', daughter],
    ['郑大海', '郑**', father],
  ];
  for (const [own, text] of [toSpouse, toSon, toDaughter, toFather].entries())
    for (const [other, said] of canaries.entries())
      if (other !== own) for (const canary of said) expect(text, `${own} of ${other}`).not.toContain(canary);
  for (const text of [toSpouse, toSon, toDaughter]) expect(text).not.toMatch(/669\.76|表示放弃/);
  for (const text of [toSpouse, toSon, toDaughter]) expect(text.match(/1,004\.64/g)).toHaveLength(2);

  // A notice reaches the one whose address is known; in their language, without a name or a sum.
  const notices = await noticesOf(db, { owner, seal: context.seal });
  expect(notices.map(({ kind }) => kind)).toEqual(['heir-told', 'heir-told']);
  for (const { body } of notices) expect(body).toMatch(/^There is a letter to you about your share in case/);
  for (const { body } of notices) expect(body).not.toMatch(/郑|334|example/);

  // Offline, by its code alone.
  const verifier = verifierOf(await must(context.signingKeys.published()));
  const [statement = ''] = await heirStatements(db, { owner, successorId: son });
  const checked = await must(verifyDocument(statement, { types: [letterDocument], verifier }));
  const says = Object.fromEntries(checked.says.map(({ name, value }) => [name.en, value]));
  expect(says).toMatchObject({ to: '郑*', 'amount (yuan)': '334.88' });

  const place = { ownerId: owner, caseId: id };
  const first = (await listHeirLetters(db.app, { ...place, successorId: spouse }))[0];
  const asked = { context: printing, number: first?.number ?? '', language: null, form: 'pdf' } as const;
  const printed = await must(printForHeir(db.app, { ...asked, heir: { ...place, successorId: spouse } }));
  const again = await must(printForHeir(db.app, { ...asked, heir: { ...place, successorId: spouse } }));
  expect(Buffer.compare(printed, again)).toBe(0);
  expect(await printForHeir(db.app, { ...asked, heir: { ...place, successorId: son } })).toMatchObject({
    refusal: { code: 'letters.no-letter' },
  });
  expect((await file(number)).state).toBe('paying');
});

it('an heir reads the letters to them by their link, and whoever may see the case does not by that', async () => {
  const owner = await agency.person('death');
  const { number } = await apply(owner, 'death');
  const [son, daughter] = [await heirs.add(number, '王强', {}), await heirs.add(number, '王梅', {})];
  await must(heirs.divide(number));
  await must(heirs.account(number, son, '王强'));
  const secret = await heirs.link(number, daughter);
  const contact = { language: 'en', email: 'not an address' } as const;
  const wrong = await run((tx) => keepContactByLink(tx, { context, secret, contact }));
  expect(wrong).toMatchObject({ refusal: { code: 'succession.wrong', problems: [{ path: 'email' }] } });
  await must(
    run((tx) => keepContactByLink(tx, { context, secret, contact: { language: 'en', email: null } })),
  );
  const bySon = {
    secret: await heirs.link(number, son),
    word: 'agree',
    disputes: [],
    language: 'en',
  } as const;
  await must(run((tx) => sayByLink(tx, { context, ...bySon })));
  await heirs.papers(number);
  await must(propose(number, 'approve'));
  await must(approve(number));
  await must(settle(number));

  const own = await must(listLettersByLink(db.app, secret));
  expect(own.map(({ heir, language }) => [heir, language])).toEqual([
    [2, 'en'],
    [2, 'en'],
  ]);
  const asked = { context: printing, secret, language: null, form: 'html' } as const;
  const html = await must(printLetterByLink(db.app, { ...asked, letter: own[1]?.number ?? '' }));
  expect(Buffer.from(html).toString('utf8')).toContain('Name your own account');
  const others = await must(listLetters(db.app, { caller: clerk, number }));
  const brothers = others.find(({ heir }) => heir === 1)?.number ?? '';
  // He named no language, and is written to in the one of the page on which he agreed.
  expect(others.find(({ heir }) => heir === 1)?.language).toBe('en');
  expect(await printLetterByLink(db.app, { ...asked, letter: brothers })).toMatchObject({
    refusal: { code: 'letters.no-letter' },
  });

  const applicant = citizen('successor', owner);
  const seen = await must(listLetters(db.app, { caller: applicant, number }));
  expect(seen.every(({ heir }) => heir === null)).toBe(true);
  const seq = own[0]?.seq ?? 0;
  const tried = { caller: applicant, number, seq, heir: 2, language: null, seal: context.seal };
  expect(await printHtml(db.app, tried)).toMatchObject({ refusal: { code: 'letters.no-letter' } });
});

it('by a link that a relative passed on no letter is read before the heir’s own share is paid, for the relative may have kept it', async () => {
  const owner = await agency.person('death');
  const { number } = await apply(owner, 'death');
  const [son, daughter] = [await heirs.add(number, '王强', {}), await heirs.add(number, '王梅', {})];
  await must(heirs.divide(number));
  for (const [heir, name] of [
    [son, '王强'],
    [daughter, '王梅'],
  ] as const)
    await must(heirs.account(number, heir, name));
  const her = await signedInRelative(db, { owner, random: testRandom(95), holderName: '王梅' });
  await must(run((tx) => beHeir(tx, { ...by(her, number), successorId: daughter })));
  const { secret } = await must(
    run((tx) => giveLinkToHeir(tx, { ...by(her, number), successorId: son, days: 30 })),
  );
  await heirs.papers(number);
  await must(propose(number, 'approve'));
  await must(approve(number));
  expect(await must(listLettersByLink(db.app, secret))).toEqual([]);
  const written = await must(listLetters(db.app, { caller: clerk, number }));
  const letter = written.find(({ heir }) => heir === 1)?.number ?? '';
  const asked = { context: printing, letter, language: null, form: 'html' } as const;
  expect(await printLetterByLink(db.app, { ...asked, secret })).toMatchObject({
    refusal: { code: 'letters.no-letter' },
  });
  // The agency's own link shows it.
  const given = await heirs.link(number, son);
  await must(printLetterByLink(db.app, { ...asked, secret: given }));
});

it('an heir who has signed in and was identified by name reads the letters to them and nobody else’s; saying to be one is not enough', async () => {
  const owner = await agency.person('death');
  const { number } = await apply(owner, 'death');
  const [son, daughter] = [await heirs.add(number, '王强', {}), await heirs.add(number, '王梅', {})];
  await must(heirs.divide(number));
  await must(heirs.account(number, son, '王强'));
  await must(heirs.account(number, daughter, '王梅'));
  const be = (caller: Caller, successorId: string) =>
    run((tx) => beHeir(tx, { ...by(caller, number), successorId }));
  const random = testRandom(94);
  const signedIn = (holderName: string) => signedInRelative(db, { owner, random, holderName });
  const [her, stranger, unsaid] = [await signedIn('王梅'), await signedIn('王芳'), await signedIn('王强')];
  await must(be(her, daughter));
  await must(be(stranger, son)); // whom nobody identified them as
  await heirs.papers(number);
  await must(propose(number, 'approve'));
  await must(approve(number));
  const listed = async (caller: Caller) =>
    (await must(listLetters(db.app, { caller, number }))).flatMap(({ heir }) => heir ?? []);
  const open = async (caller: Caller, heir: number) => {
    const all = await must(listLetters(db.app, { caller: clerk, number }));
    const seq = all.find((letter) => letter.heir === heir)?.seq ?? 0;
    return printHtml(db.app, { caller, number, seq, heir, language: 'zh', seal: context.seal });
  };
  const none = { refusal: { code: 'letters.no-letter' } };
  expect(await listed(her)).toEqual([2]);
  expect(await must(open(her, 2))).toContain('尾号');
  expect(await open(her, 1)).toMatchObject(none);
  for (const caller of [stranger, unsaid]) {
    expect(await listed(caller)).toEqual([]);
    for (const heir of [1, 2]) expect(await open(caller, heir)).toMatchObject(none);
  }
});

it('an heir of whom two orders are disputed at once is told of both in one letter, with their sum', async () => {
  const owner = await agency.person('death');
  const { number } = await apply(owner, 'death');
  const ids: string[] = [];
  for (const name of ['吴强', '吴梅', '吴兰']) ids.push(await heirs.add(number, name, {}));
  const [son = '', daughter = '', late = ''] = ids;
  await must(heirs.divide(number));
  await must(heirs.account(number, son, '吴强', '6222021001012346111'));
  await must(heirs.account(number, daughter, '吴梅', '6222021001012346222'));
  await heirs.papers(number);
  await must(propose(number, 'approve'));
  await must(approve(number));
  await must(settle(number));
  await must(heirs.hear(number, son, 'object', [late]));
  const whole = (await heirs.view(number)).shares;
  const orders = await db.app.rows<{ id: string }>(
    'SELECT id FROM payment_order WHERE owner_id = $1 AND party_id = $2',
    [owner, late],
  );
  const anew = await must(
    heirs.divide(number, {
      ...{ basis: 'court', paperReference: '调解书 7', orderId: orders[0]?.id ?? null },
      shares: [
        { successorId: son, share: '1/2' },
        { successorId: daughter, share: '1/2' },
      ],
    }),
  );
  await must(heirs.decide(number, anew));
  await must(heirs.hear(number, daughter, 'object', [son]));
  const mine = (await heirs.view(number)).shares.filter(({ successorId }) => successorId === son);
  expect(mine.map(({ state }) => state)).toEqual(['held', 'held']);
  const last = (await must(listLetters(db.app, { caller: clerk, number }))).at(-1);
  expect(last).toMatchObject({ heir: 1, kind: 'heir-share' });
  const text = await page(number, { seq: last?.seq ?? 0, heir: 1 });
  const sum = mine.reduce((total, { amountFen }) => total + BigInt(amountFen), 0n);
  expect(whole.find(({ successorId }) => successorId === son)?.amountFen).toBe(mine[0]?.amountFen);
  expect(text).toContain(showYuan(sum));
  expect(text).toContain('1/3，加上原来留存、重新分配的那一份的 1/2');
  expect(text).toContain('法律规定份额相等；法院裁判或调解');
});

it('of several who record at once how an heir is reached, each is kept or told to try again', async () => {
  const owner = await agency.person('death');
  const { number } = await apply(owner, 'death');
  const successorId = await heirs.add(number, '冯强', {});
  const contact = { language: 'en', email: null } as const;
  const keep = () => run((tx) => keepHeirContact(tx, { ...by(clerk, number), successorId, contact }));
  const done = await Promise.all(Array.from({ length: 8 }, keep));
  const kept = done.flatMap((one) => (one.ok ? [one.value.revision] : []));
  expect(kept.sort((a, b) => a - b)).toEqual(kept.map((_, place) => place + 1));
  for (const one of done) if (!one.ok) expect(one.refusal.code).toBe('succession.at-once');
});

it('no letter to an heir can be made by hand on a step that does not concern them, nor changed afterwards', async () => {
  const owner = await agency.person('death');
  const { number, id } = await apply(owner, 'death');
  const [son, daughter] = [await heirs.add(number, '周强', {}), await heirs.add(number, '周梅', {})];
  await must(heirs.divide(number));
  await must(heirs.account(number, son, '周强'));
  await must(heirs.account(number, daughter, '周梅'));
  await heirs.papers(number);
  await must(propose(number, 'approve'));
  await must(approve(number));
  await must(settle(number));
  const typed = async (seq: number, heir: string) => {
    const sql = `SELECT issue_heir_letter('${owner}', '${id}', ${seq}, '${heir}', 'zh', 1, 'x', sha256('x'), NULL, now())`;
    return (await testAttempt(db, sql)).outcome;
  };
  await heirs.bank(['周梅']);
  const { actionCount } = await file(number);
  const paidOrReturned = [actionCount, actionCount - 1];
  for (const seq of [1, 99]) expect(await typed(seq, son)).toBe('letters.no-such-step');
  for (const seq of paidOrReturned)
    expect([await typed(seq, son), await typed(seq, daughter)]).toContain('letters.no-such-step');
  const link = `SELECT record_heir_contact(NULL, 'sxh_x', '${owner}', '${id}', '${son}', 'zh', NULL, now())`;
  expect((await testAttempt(db, link)).outcome).toBe('succession.link-over');
  for (const table of ['heir_letter', 'heir_contact'])
    for (const sql of [`UPDATE ${table} SET language = 'zh'`, `DELETE FROM ${table}`])
      expect((await testAttempt(db, sql)).outcome).toBe(`permission denied for table ${table}`);
  for (const { run: prove } of lettersProofs)
    expect((await prove(db.app, () => undefined)).broken).toEqual([]);
  await db.superuser.rows(`UPDATE heir_letter SET number = number || '0' WHERE successor_id = $1`, [son]);
  const [proof] = lettersProofs;
  expect((await proof?.run(db.app, () => undefined))?.broken.length).toBeGreaterThan(0);
  await db.superuser.rows(`DELETE FROM heir_letter WHERE successor_id = $1`, [son]);
  await press.stop();
});
