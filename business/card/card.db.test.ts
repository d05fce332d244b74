import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Result } from '#basics';
import { anyone, type Caller } from '#business/access/public';
import { auditProofs } from '#engines/audit';
import { inTransaction } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { bindCard, findCardByNumber, replaceCard } from './bind-card.ts';
import type { CardKind } from './card.ts';
import { cardChains } from './chained.store.ts';
import { cardProofs } from './proofs.ts';
import { cardsOf } from './read-cards.ts';
import { reportLost, type StepToTake, stepCard } from './step-card.ts';

const db = await testDatabase();
const clock = testClock('2026-06-01T10:00:00+08:00');
const random = testRandom(4);
const keys = [random(32), random(32)] as const;
const context = { database: db.app, clock, ids: testIds(9), seal: makeSeal({ keys: [keys[0]], random }) };
const clerk = officer('clerk');
const reviewer = officer('reviewer');
let count = 0;
let personId = '';
let number = '';

beforeAll(() => testOffice(db));
beforeEach(async () => {
  count += 1;
  personId = `psn_${count}`;
  number = `C${String(count).padStart(8, '0')}`;
  await testPerson(db, { owner: personId, balanceFen: 100_000n, balanceOn: '2025-12-31' });
});

describe('a card', () => {
  test('is bound to a person, and found by its number however that is written', async () => {
    const { cardId } = done(await bind());
    const written = ` c0000 ${number.slice(5).toLowerCase()}`;
    expect(await findCardByNumber(db.app, { seal: context.seal, number: written })).toEqual({
      personId,
      cardId,
    });
    expect(await cards()).toMatchObject([
      { cardId, state: 'active', events: [{ step: 'bind', actorId: 'off_clerk' }] },
    ]);
    expect(JSON.stringify(await cards())).not.toContain(number);
  });

  test('is another person’s for good, even under a former key and after it ended', async () => {
    const { cardId } = done(await bind());
    done(await take(cardId, { step: 'end' }));
    const other = `${personId}_other`;
    await testPerson(db, { owner: other, balanceFen: 1n, balanceOn: '2025-12-31' });
    const card = { number, paperReference: '看过卡', effectiveAt: null };
    const asked = { caller: clerk, personId: other, kind: 'social-security-card', card } as const;
    expect(await inTransaction(db.app, (tx) => bindCard(tx, { ...asked, context }))).toMatchObject({
      refusal: { code: 'card.number-taken' },
    });
    const later = { ...context, seal: makeSeal({ keys: [keys[1], keys[0]], random }) };
    expect(await inTransaction(db.app, (tx) => bindCard(tx, { ...asked, context: later }))).toMatchObject({
      refusal: { code: 'card.number-taken' },
    });
  });

  test('is bound again by the same person after it ended', async () => {
    done(await take(done(await bind()).cardId, { step: 'end' }));
    const again = done(await bind());
    expect(await findCardByNumber(db.app, { seal: context.seal, number })).toEqual(again);
    expect((await cards()).map(({ state }) => state)).toEqual(['active', 'ended']);
    expect(await brokenProofs()).toEqual([]);
  });

  test('is reported lost by its holder, twice without harm, and given back at the window', async () => {
    const { cardId } = done(await bind());
    const insured = { ...anyone, kind: 'insured', id: 'usr_1', personIds: [personId] } as const;
    const lostAt = new Date('2026-05-31T20:00:00+08:00');
    expect(await lose(cardId, insured, lostAt)).toMatchObject({ value: { state: 'lost' } });
    expect(await lose(cardId, insured)).toMatchObject({ value: { state: 'lost' } });
    expect((await cards())[0]?.events).toMatchObject([
      { step: 'bind' },
      {
        step: 'report-lost',
        actorKind: 'insured',
        actorId: 'usr_1',
        effectiveAt: lostAt,
        recordedAt: clock.now(),
      },
    ]);
    expect(await take(cardId, { step: 'found', paperReference: null })).toMatchObject({
      refusal: { code: 'card.wrong', problems: [{ path: 'paperReference' }] },
    });
    expect(done(await take(cardId, { step: 'found' })).state).toBe('active');
  });

  test('of somebody else is not there for a citizen', async () => {
    const { cardId } = done(await bind());
    const stranger = { ...anyone, kind: 'insured', id: 'usr_2', personIds: ['psn_other'] } as const;
    expect(await lose(cardId, stranger)).toMatchObject({ refusal: { code: 'card.no-such-card' } });
  });

  test('is locked on a legal basis, with everything that is missing told at once, and unlocked by another officer', async () => {
    const { cardId } = done(await bind());
    expect(await take(cardId, { step: 'lock', legalBasis: 'G3', reason: ' ' })).toMatchObject({
      refusal: { code: 'card.wrong', problems: [{ path: 'legalBasis' }, { path: 'reason' }] },
    });
    expect(done(await take(cardId, { step: 'lock' })).state).toBe('locked');
    expect(await take(cardId, { step: 'lock' })).toMatchObject({ refusal: { code: 'card.step-not-open' } });
    expect(await replaced(cardId, 'N12345678')).toMatchObject({ refusal: { code: 'card.step-not-open' } });
    expect(done(await take(cardId, { step: 'unlock' }, reviewer)).state).toBe('active');
  });

  test('is replaced by a new one of its kind, and the old one ends in the same moment', async () => {
    const { cardId } = done(await bind());
    const next = done(await replaced(cardId, `R${number}`));
    expect(await cards()).toMatchObject([
      { cardId: next.cardId, state: 'active', replacesId: cardId },
      { cardId, state: 'ended', events: [{ step: 'bind' }, { step: 'replace' }] },
    ]);
    const other = done(await bind('electronic-credential', `E${number}`));
    expect(await bind('electronic-credential', `F${number}`)).toMatchObject({
      refusal: { code: 'card.kind-bound' },
    });
    expect((await cards(1)).map((card) => card.cardId)).toEqual([other.cardId]);
  });

  test('keeps no identity number in its texts', async () => {
    const { cardId } = done(await bind());
    expect(await take(cardId, { step: 'end', paperReference: '身份证 11010519491231002X' })).toMatchObject({
      refusal: { code: 'card.wrong', problems: [{ path: 'paperReference' }] },
    });
  });
});

describe('what verify proves of cards', () => {
  test.each([
    ['a state was changed by hand', `UPDATE card SET state = 'lost' WHERE id = $1`, 'card.as-its-events'],
    [
      'a lock was taken out of the history',
      `DELETE FROM card_event WHERE card_id = $1 AND seq = 3`,
      'card.as-its-events',
    ],
    [
      'a reason was changed',
      `UPDATE card_event SET reason = '别的' WHERE card_id = $1 AND seq = 2`,
      'audit.records-chained',
    ],
    [
      'a number leads to another card',
      `UPDATE card_locator SET card_id = 'crd_x' WHERE card_id = $1`,
      'card.numbers-agree',
    ],
    ['a number leads nowhere', `DELETE FROM card_locator WHERE card_id = $1`, 'card.numbers-agree'],
  ])('%s: it is found', async (_, sql, proof) => {
    const { cardId } = done(await bind());
    done(await take(cardId, { step: 'lock' }));
    done(await take(cardId, { step: 'unlock' }, reviewer));
    const before = await brokenProofs();
    await db.superuser.rows(sql, [cardId]);
    expect((await brokenProofs()).filter((row) => !before.includes(row)).join()).toContain(proof);
  });
});

function officer(name: string): Caller {
  return { ...anyone, kind: 'officer', id: `off_${name}`, officeId: 'ofc_test', token: `token-${name}` };
}

function bind(kind: CardKind = 'social-security-card', given = number) {
  const card = { number: given, paperReference: '看过卡', effectiveAt: null };
  return inTransaction(db.app, (tx) => bindCard(tx, { context, caller: clerk, personId, kind, card }));
}

function replaced(cardId: string, given: string) {
  const card = { number: given, paperReference: '看过新卡', effectiveAt: null };
  const asked = { context, caller: clerk, personId, cardId, reason: '芯片损坏', card };
  return inTransaction(db.app, (tx) => replaceCard(tx, asked));
}

function take(cardId: string, given: Partial<StepToTake> & Pick<StepToTake, 'step'>, caller = clerk) {
  const taken: StepToTake = {
    ...{ legalBasis: 'FUND-17', reason: '正在核实', paperReference: '档 7', effectiveAt: null },
    ...given,
  };
  return inTransaction(db.app, (tx) => stepCard(tx, { context, caller, personId, cardId, taken }));
}

function lose(cardId: string, caller: Caller, effectiveAt: Date | null = null) {
  const asked = { context, caller, personId, cardId, reason: null, effectiveAt };
  return inTransaction(db.app, (tx) => reportLost(tx, asked));
}

async function cards(limit = 10) {
  return (await cardsOf(db.app, { personId, before: null, limit })).items;
}

async function brokenProofs(): Promise<readonly string[]> {
  const told: string[] = [];
  for (const proof of [...cardProofs, ...auditProofs(cardChains)]) {
    const { broken } = await proof.run(db.app, () => undefined);
    told.push(...broken.map(({ row }) => `${proof.name} ${row}`));
  }
  return told;
}

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
