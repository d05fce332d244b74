import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainDate as day, yearMonth as month } from '#basics';
import { anyone, type Caller } from '#business/access/public';
import { auditProofs } from '#engines/audit';
import { inTransaction } from '#platform/postgres';
import { decideCorrection } from './approve-correction.ts';
import { registryChains } from './chained.store.ts';
import type { Change } from './correction.ts';
import { findPersonByIdentity } from './find-person.ts';
import { correctionHistory, correctionsWaiting, wishesWaiting, wishHistory } from './list-corrections.ts';
import { personById } from './person.store.ts';
import { personRecord } from './person-record.ts';
import { registryProofs } from './proofs.ts';
import { type Desk, header, openDesk, unrefused } from './registry.testing.ts';
import { requestCorrection } from './request-correction.ts';
import { situationOf } from './situation-of.ts';
import { refuseWish, wishForCorrection } from './wish-for-correction.ts';

let desk: Desk;
let owner = '';

beforeAll(async () => {
  desk = await openDesk();
});
beforeEach(async () => {
  desk.nextSeries();
  desk.clock.set('2022-07-01T10:00:00+08:00');
  await desk.people([`${header},单位信用代码,单位名称,入职日期`, `${desk.person(1)},${employer},2015-03-01`]);
  owner = (await desk.ownerOf(1)) ?? '';
  desk.clock.set('2022-08-01T10:00:00+08:00');
});

const employer = '91440300708461136T,腾讯科技（深圳）有限公司';
const before = new Date('2022-07-31T00:00:00Z');

describe('A correction', () => {
  test('changes nothing before another officer has approved it, and then everything from its own day', async () => {
    const id = await requested(
      { subject: 'detail', field: 'name', value: '李四', trueFrom: day('2022-05-01') },
      'both',
    );
    expect((await personById(desk.db.app, owner))?.name).toBe('张三');
    expect(await decided(id, 'both')).toMatchObject({
      refusal: { code: 'registry.correction-same-officer' },
    });
    expect(await decided(id)).toMatchObject({ ok: true });
    expect(await decided(id)).toMatchObject({ refusal: { code: 'registry.correction-decided' } });
    expect((await personById(desk.db.app, owner))?.name).toBe('李四');
    expect((await personById(desk.db.app, owner, { on: day('2022-04-30') }))?.name).toBe('张三');
    expect((await personById(desk.db.app, owner, { known: before }))?.name).toBe('张三');
  });

  test('of an entry takes its place without outdoing what was learnt after it', async () => {
    const first = await factOf('relationship');
    const stop = { kind: 'relationship', status: 'suspended', tier: null, stoppedOn: null } as const;
    const factId = await desk.record(owner, { ...stop, since: day('2022-07-20') });
    unrefused(await desk.decide('reviewer', { personId: owner, factId, confirmed: true, reason: null }));
    desk.clock.advance({ days: 1 });
    const entry = { kind: 'relationship', status: 'active', tier: 1, stoppedOn: null } as const;
    await corrected({
      subject: 'entry',
      id: first,
      entry: { ...entry, since: day('2018-01-01') },
      trueFrom: null,
      trueTo: null,
    });
    expect(await statesOf({})).toEqual([
      ['2018-01-01', '2022-07-19', 'active', 'correction'],
      ['2022-07-20', null, 'suspended', 'paper'],
    ]);
    expect(await statesOf({ known: before })).toEqual([[null, null, 'active', 'import']]);
  });

  test('takes away an event that never was', async () => {
    const factId = await desk.record(owner, { kind: 'retired', on: day('2022-07-01') });
    unrefused(await desk.decide('reviewer', { personId: owner, factId, confirmed: true, reason: null }));
    await corrected({ subject: 'entry', id: factId, entry: null, trueFrom: null, trueTo: null });
    expect((await situationOf(desk.db.app, { owner }))?.person.retiredOn).toBeNull();
    expect(await request({ ...nothing, subject: 'entry', id: factId, entry: null })).toMatchObject({
      refusal: { code: 'registry.nothing-to-correct' },
    });
  });

  test('of a document frees the number that was wrong, and the right one finds the person', async () => {
    const [document] = (await recordOf({})).documents;
    const number = desk.numberOf(7);
    const right = { kind: 'citizen-id', number, issuer: null } as const;
    await corrected({
      subject: 'document',
      id: document?.documentId ?? '',
      document: right,
      trueFrom: null,
    });
    expect(await desk.ownerOf(1)).toBeNull();
    expect(await desk.ownerOf(7)).toBe(owner);
    expect((await recordOf({})).documents.map(({ number: shown }) => shown.slice(-4))).toEqual([
      number.slice(-4),
    ]);
    expect((await recordOf({ known: before })).documents.map(({ documentId }) => documentId)).toEqual([
      document?.documentId,
    ]);
    await desk.people([header, desk.person(1)]);
    expect(await desk.ownerOf(1)).not.toBe(owner);
    for (const proof of registryProofs)
      expect((await proof.run(desk.db.app, () => undefined)).broken).toEqual([]);
  });

  test('adds a renewed passport beside the document that is there; one of somebody else is refused', async () => {
    const passport = { kind: 'passport', number: 'E12345678', issuer: 'FRA' } as const;
    await corrected({ subject: 'document', id: null, document: passport, trueFrom: day('2022-06-01') });
    const { seal } = desk.context;
    expect(await findPersonByIdentity(desk.db.app, { seal, document: passport })).toBe(owner);
    expect(await findPersonByIdentity(desk.db.app, { seal, document: citizen(1) })).toBe(owner);
    await desk.people([header, desk.person(2)]);
    const other = (await desk.ownerOf(2)) ?? '';
    const taken = { subject: 'document', id: null, document: passport, trueFrom: null } as const;
    expect(await request(taken, { personId: other })).toMatchObject({
      refusal: { code: 'registry.document-known' },
    });
  });

  test('ends an employment on its last day', async () => {
    const [job] = (await recordOf({})).employments;
    const [creditCode = '', name = ''] = employer.split(',');
    await corrected({
      subject: 'employment',
      id: job?.id ?? '',
      employment: { creditCode, name, fromOn: day('2015-03-01'), toOn: day('2022-06-30') },
    });
    expect((await recordOf({})).employments).toMatchObject([{ fromOn: '2015-03-01', toOn: '2022-06-30' }]);
    expect((await recordOf({ known: before })).employments).toMatchObject([{ toOn: null }]);
  });

  test('of paid months counts again', async () => {
    const line = `居民身份证,${desk.numberOf(1)},2021-01,2021-12,5000,440300`;
    await desk.months(['证件类型,证件号码,起始月份,截止月份,缴费基数,缴费地', line]);
    const [period] = (await recordOf({})).paid.periods;
    const right = { fromMonth: month('2021-01'), toMonth: month('2021-06') };
    await corrected({
      subject: 'period',
      id: period?.id ?? '',
      period: { ...right, baseFen: '500000', originRegion: '440300' },
    });
    expect((await situationOf(desk.db.app, { owner }))?.relationship?.paidMonths).toBe(6);
  });

  test('of a telephone number lies sealed and is shown masked', async () => {
    const phone = `139${desk.series().toString().padStart(4, '0')}1357`;
    const change = { subject: 'detail', field: 'phone', value: phone, trueFrom: null } as const;
    await corrected(change);
    expect((await recordOf({})).details.phone).toMatch(/^139\*+1357$/);
    const { items } = await history();
    expect(items[0]?.after).toMatchObject({ value: expect.stringMatching(/^139\*+1357$/) });
    expect(await desk.plainFinds(phone)).toEqual([]);
  });

  test('shows what was there, what is right, why, and by whom', async () => {
    const id = await requested({
      subject: 'detail',
      field: 'nationality',
      value: 'FRA',
      trueFrom: null,
    });
    expect((await correctionsWaiting(desk.db.app, firstPage)).items.map((item) => item.correctionId)).toEqual(
      [id],
    );
    await decided(id, 'reviewer', { approved: false, reason: '证件上写的是中国' });
    expect((await history()).items).toMatchObject([
      {
        subjectId: 'nationality',
        before: { value: 'CHN' },
        after: { value: 'FRA' },
        status: 'declined',
        reason: '录入有误',
        paperReference: '户口簿 17',
        requestedBy: 'off_clerk',
        decidedBy: 'off_reviewer',
        decisionReason: '证件上写的是中国',
      },
    ]);
    expect((await personById(desk.db.app, owner))?.nationality).toBe('CHN');
  });

  test('is refused while another of the same waits, and when the record has moved on meanwhile', async () => {
    const change = { subject: 'detail', field: 'name', value: '李四', trueFrom: null } as const;
    const id = await requested(change);
    expect(await request(change)).toMatchObject({ refusal: { code: 'registry.correction-open' } });
    await desk.db.superuser.rows(
      `INSERT INTO person_detail (owner_id, id, field, value, correction_id, recorded_at)
       VALUES ($1, 'dtl_meanwhile', 'name', '王五', 'cor_other', now())`,
      [owner],
    );
    expect(await decided(id)).toMatchObject({ refusal: { code: 'registry.correction-overtaken' } });
    expect(await decided(id, 'reviewer', { approved: false, reason: null })).toMatchObject({
      refusal: { code: 'registry.reason-missing' },
    });
  });

  test.each<[string, Change, string]>([
    [
      'a birth to come',
      { subject: 'detail', field: 'born-on', value: '2030-01-01', trueFrom: null },
      'value',
    ],
    ['no name', { subject: 'detail', field: 'name', value: null, trueFrom: null }, 'value'],
    [
      'a number with a wrong check character',
      {
        subject: 'document',
        id: null,
        document: { kind: 'citizen-id', number: '110105194912310021', issuer: null },
        trueFrom: null,
      },
      'document.number',
    ],
    [
      'months that have not come',
      {
        subject: 'period',
        id: null,
        period: {
          fromMonth: month('2022-01'),
          toMonth: month('2022-12'),
          baseFen: '1',
          originRegion: '440300',
        },
      },
      'period.toMonth',
    ],
  ])('to %s is refused', async (_, change, path) => {
    expect(await request(change)).toMatchObject({
      refusal: { code: 'registry.change-wrong', problems: [{ path }] },
    });
  });
});

describe('What a person says is wrong', () => {
  test('is answered by a correction, or by a reason why not, once', async () => {
    const wish = () => inTransaction(desk.db.app, (tx) => wishForCorrection(tx, asWish(insured(owner))));
    const [first, second] = [unrefused(await wish()), unrefused(await wish())];
    const change = { subject: 'detail', field: 'name', value: '李四', trueFrom: null } as const;
    unrefused(await request(change, { wishId: first.wishId }));
    const waiting = await wishesWaiting(desk.db.app, firstPage);
    expect(waiting.items.map(({ id }) => id)).toEqual([second.wishId]);
    const refusal = { ...second, reason: '登记与证件一致' };
    const refuseOnce = () =>
      inTransaction(desk.db.app, (tx) =>
        refuseWish(tx, { context: desk.context, caller: desk.caller.clerk, refusal }),
      );
    unrefused(await refuseOnce());
    expect(await refuseOnce()).toMatchObject({ refusal: { code: 'registry.no-such-wish' } });
    const told = await wishHistory(desk.db.app, { owners: [owner], before: null, limit: 10 });
    expect(told.items).toMatchObject([
      { id: second.wishId, refusedReason: '登记与证件一致' },
      { id: first.wishId, corrections: 1 },
    ]);
  });

  test('is not taken from somebody else', async () => {
    const told = await inTransaction(desk.db.app, (tx) => wishForCorrection(tx, asWish(insured('psn_x'))));
    expect(told).toMatchObject({ refusal: { code: 'registry.no-such-person' } });
  });
});

describe('Plain SQL of the application', () => {
  test.each([
    [
      'approves no correction',
      `INSERT INTO correction_decision VALUES ('o', 'c', 'm', 'k', true, null, now())`,
    ],
    ['requests none', `INSERT INTO correction (owner_id, id) VALUES ('o', 'c')`],
    ['writes no detail', `INSERT INTO person_detail (owner_id, id) VALUES ('o', 'c')`],
    ['edits no person', `UPDATE person SET name = 'x'`],
    ['frees no number', 'DELETE FROM identity_locator'],
    ['applies no correction by itself', `SELECT apply_correction(c, now()) FROM correction c`],
    ['refuses no wish', `INSERT INTO correction_wish_refusal VALUES ('o', 'w', 'k', 'r', now())`],
  ])('%s', async (_, sql) => {
    await expect(desk.db.app.rows(sql)).rejects.toThrow(/permission denied/);
  });
});

const nothing = { trueFrom: null, trueTo: null };
const firstPage = {
  get seal() {
    return desk.context.seal;
  },
  after: null,
  limit: 100,
};

interface Asked {
  readonly by?: 'clerk' | 'both';
  readonly personId?: string;
  readonly wishId?: string;
}

function request(change: Change, { by = 'clerk', personId = owner, wishId }: Asked = {}) {
  const request = {
    owner: personId,
    change,
    reason: '录入有误',
    paperReference: '户口簿 17',
    wishId: wishId ?? null,
  };
  return inTransaction(desk.db.app, (tx) =>
    requestCorrection(tx, { context: desk.context, caller: desk.caller[by], request }),
  );
}

async function requested(change: Change, by: 'clerk' | 'both' = 'clerk'): Promise<string> {
  return unrefused(await request(change, { by })).correctionId;
}

function decided(
  correctionId: string,
  by: 'reviewer' | 'both' = 'reviewer',
  said: { readonly approved: boolean; readonly reason: string | null } = { approved: true, reason: null },
) {
  const decision = { personId: owner, correctionId, ...said };
  return inTransaction(desk.db.app, (tx) =>
    decideCorrection(tx, { context: desk.context, caller: desk.caller[by], decision }),
  );
}

async function corrected(change: Change): Promise<void> {
  unrefused(await decided(await requested(change)));
}

function history() {
  const { seal } = desk.context;
  return correctionHistory(desk.db.app, { owners: [owner], seal, before: null, limit: 10 });
}

async function recordOf({ known }: { readonly known?: Date }) {
  const { seal, clock } = desk.context;
  return unrefused(await personRecord(desk.db.app, { owner, seal, asOf: { known }, now: clock.now() }));
}

async function statesOf(asOf: { readonly known?: Date }) {
  const { states } = await recordOf(asOf);
  return states.relationship?.map(({ from, to, body, basis }) => [from, to, body.status, basis]);
}

async function factOf(kind: string): Promise<string> {
  const { states } = await recordOf({});
  return (
    Object.values(states)
      .flat()
      .find((fact) => fact.kind === kind)?.factId ?? ''
  );
}

function asWish(caller: Caller) {
  return { context: desk.context, caller, wish: { personId: owner, says: '退休日期不对' } };
}

function insured(personId: string): Caller {
  return { ...anyone, kind: 'insured', id: 'usr_1', roles: ['insured'], personIds: [personId] };
}

function citizen(n: number) {
  return { kind: 'citizen-id', issuer: 'CHN', number: desk.numberOf(n) } as const;
}

test('everything that was written here stands in the chains as it was written', async () => {
  for (const proof of auditProofs(registryChains)) {
    const { broken } = await proof.run(desk.db.app, () => undefined);
    // One row was written behind the guards' back, for the test above that needs it.
    expect(
      broken.map(({ row }) => row).filter((row) => !row.endsWith('/dtl_meanwhile')),
      proof.name,
    ).toEqual([]);
  }
});
