import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { catalogue } from '#apps/catalogue';
import { fen } from '#basics';
import { type Caller, system } from '#business/access/public';
import { makeSeal } from '#platform/seal';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { bindCardOf, listCards, loseCardOf, replaceCardOf, stepCardOf } from './cards.ts';
import type { ExitCode, Frame } from './frame.ts';
import { decideMeasureOf, liftMeasureOf, listMeasures, setMeasureOf } from './measures.ts';

const db = await testDatabase();
await testOffice(db);
const random = testRandom(61);
const agency = {
  ...{ database: db.app, clock: testClock('2026-06-01T10:00:00+08:00'), ids: testIds(61) },
  seal: makeSeal({ keys: [random(32)], random }),
};
const clerk = { agency, caller: officer('clerk') };
const reviewer = { agency, caller: officer('reviewer') };
const personId = 'psn_cli';
await testPerson(db, { owner: personId, balanceFen: 100_000n, balanceOn: '2025-12-31' });

test('a clerk binds a card without its number in any history, takes a loss, and replaces the card', async () => {
  const kind = 'social-security-card';
  const bound = await told(
    (frame) => bindCardOf(frame, { ...clerk, personId, kind, paperReference: '看过卡' }),
    'A12345678\n',
  );
  expect(bound).toMatchObject({ code: 0 });
  const { cardId } = JSON.parse(bound.out) as { cardId: string };
  const lost = await told((frame) => loseCardOf(frame, { ...clerk, personId, cardId, reason: null }));
  expect(JSON.parse(lost.out)).toMatchObject({ state: 'lost' });
  const nothing = { legalBasis: null, reason: null, paperReference: null, effectiveAt: null };
  const taken = { step: 'lock', ...nothing } as const;
  const refused = await told((frame) => stepCardOf(frame, { ...clerk, personId, cardId, taken }));
  expect([refused.code, JSON.parse(refused.out).problems.length]).toEqual([2, 2]);
  const asked = { personId, cardId, reason: '遗失', paperReference: '看过新卡' };
  expect((await told((frame) => replaceCardOf(frame, { ...clerk, ...asked }), 'B12345678')).code).toBe(0);
  const listed = await told((frame) => listCards(frame, { agency, personId }), '', false);
  expect(listed.out).toMatch(/^crd_\w+ {2}social-security-card {2}…78 {2}active\n/);
  expect(listed.out).not.toContain('12345678');
});

test('one officer proposes an investigation, another confirms it; so it is lifted', async () => {
  const grounds = { legalBasis: 'FUND-30', reason: '核实', paperReference: '立案 1', effectiveOn: null };
  const asked = { personId, kind: 'investigation', demand: null, grounds } as const;
  const set = await told((frame) => setMeasureOf(frame, { ...clerk, ...asked }));
  const measureId = (JSON.parse(set.out) as { stepId: string }).stepId;
  const decide = (stepId: string, desk = reviewer) => {
    const decision = { personId, stepId, confirmed: true, reason: null };
    return told((frame) => decideMeasureOf(frame, { ...desk, decision }));
  };
  expect(JSON.parse((await decide(measureId, clerk)).out)).toMatchObject({ code: 'access.role-missing' });
  expect((await decide(measureId)).code).toBe(0);
  const standing = await told((frame) => listMeasures(frame, { agency, personId: null, standing: true }));
  expect(JSON.parse(standing.out)).toMatchObject([{ personId, measureId, confirmed: true }]);
  const lift = await told((frame) => liftMeasureOf(frame, { ...clerk, personId, measureId, grounds }));
  await decide((JSON.parse(lift.out) as { stepId: string }).stepId);
  const listed = await told((frame) => listMeasures(frame, { agency, personId, standing: false }), '', false);
  expect(listed.out).toMatch(/^msr_\w+ {2}investigation {4}lifted\n {2}msr_/);
});

test('what is typed wrong ends with exit code 2 and says everything that is wrong', async () => {
  const grounds = { legalBasis: 'G1', reason: '', paperReference: '', effectiveOn: null };
  const asked = {
    personId,
    kind: 'investigation',
    demand: { amountFen: fen(5n), origin: 'pool' },
    grounds,
  } as const;
  const wrong = await told((frame) => setMeasureOf(frame, { ...clerk, ...asked }));
  expect([wrong.code, JSON.parse(wrong.out).problems.length]).toEqual([2, 4]);
});

async function told(work: (frame: Frame) => Promise<ExitCode>, typed = '', json = true) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const wording = (code: string) => catalogue[code];
  const code = await work({ lang: 'zh', json, stdin: Readable.from([typed]), stdout, stderr, wording });
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout), err: await text(stderr) };
}

function officer(name: string): Caller {
  return { ...system, kind: 'officer', id: `off_${name}`, officeId: 'ofc_test', token: `token-${name}` };
}
