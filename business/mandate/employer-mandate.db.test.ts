import { describe, expect, it } from 'vitest';
import { plainDate } from '#basics';
import type { Caller } from '#business/access/public';
import { giveMandate } from './give-mandate.ts';
import { listMandates } from './list-mandates.ts';
import { firmAndStaff } from './mandate.testing.store.ts';
import { all, mandateDesk } from './mandate.testing.ts';

const desk = await mandateDesk();
const { db, clock, context, given, accept, end } = desk;

describe('a mandate of an employer', () => {
  it('lets somebody act in the employer’s own capacity while it holds, who lets nobody act in their turn', async () => {
    const { firm, employerId, ownLogin, own, acting, minded } = await firmAndStaff(
      desk,
      '91440300MA00020013',
    );
    const staff = {
      ...all,
      ownerId: employerId,
      scope: ['staff-reduction'],
      untilOn: plainDate('2027-12-31'),
    };
    const { mandateId, code } = await given(firm, staff);
    await expect(minded()).rejects.toThrow('life-events.not-your-employer');
    expect(await accept(firm, code)).toMatchObject({ refusal: { code: 'mandate.own' } });
    expect(await accept(await own(), code)).toMatchObject({ ok: true });
    const clerkOfFirm = await acting();
    expect(clerkOfFirm).toMatchObject({ kind: 'employer', id: ownLogin, personIds: [employerId] });
    expect(await minded()).toEqual([{ by: ownLogin }]);
    // In their turn they give none and end nobody else's; another of the same employer's they may accept.
    expect(await giveMandate({ context, caller: clerkOfFirm, mandate: staff })).toMatchObject({
      refusal: { code: 'mandate.none' },
    });
    const second = await given(firm, staff);
    const seenBy = (caller: Caller) => listMandates(db.app, { context, caller, ownerId: employerId });
    expect(await seenBy(clerkOfFirm)).toMatchObject({ value: [{ mandateId }] });
    expect(await seenBy(firm)).toMatchObject({ value: [{}, {}] });
    const place = { ownerId: employerId, mandateId: second.mandateId };
    expect(await end(clerkOfFirm, place)).toMatchObject({ refusal: { code: 'mandate.none' } });
    expect(await accept(await own(), second.code)).toMatchObject({ ok: true });
    expect(await end(firm, { ownerId: employerId, mandateId })).toMatchObject({ ok: true });
    expect((await acting()).personIds).toEqual([employerId]);
    // It runs out with its last day, at the door and in the database.
    clock.set('2028-01-01T00:00:00+08:00');
    expect((await acting()).personIds).toEqual([]);
    clock.set('2027-06-01T10:00:00+08:00');
    const lastDay = 'UPDATE mandate SET until_on = $2 WHERE id = $1';
    await db.superuser.rows(lastDay, [second.mandateId, plainDate('2020-01-01')]);
    await expect(minded()).rejects.toThrow('life-events.not-your-employer');
    await db.superuser.rows(lastDay, [second.mandateId, plainDate('2027-12-31')]);
    expect(await end(firm, place)).toMatchObject({ ok: true });
    expect(await acting()).toMatchObject({ kind: 'employer', personIds: [], actsFor: [] });
    await expect(minded()).rejects.toThrow('life-events.not-your-employer');
    const open = await db.superuser.rows(
      `SELECT 1 FROM person_access WHERE owner_id = $1 AND login_id = $2 AND ended_at IS NULL`,
      [employerId, ownLogin],
    );
    expect(open).toEqual([]);
    // Let act again years later they act since then; a second mandate beside it changes nothing of that.
    const since = async (table: string, login: string) => {
      const year = `SELECT extract(year FROM since_at)::int AS year FROM ${table} WHERE capacity = 'employer' AND ${login} = $1`;
      return (await db.superuser.row<{ year: number }>(year, [ownLogin]))?.year ?? 0;
    };
    const sinces = () => Promise.all([since('login_person', 'owner_id'), since('person_access', 'login_id')]);
    const back = async () => {
      for (const table of ['login_person', 'person_access'])
        await db.superuser.rows(`UPDATE ${table} SET since_at = '2020-01-01' WHERE capacity = 'employer'`);
    };
    const acceptAnother = async () => {
      const { code: again } = await given(firm, staff);
      expect(await accept(await own(), again)).toMatchObject({ ok: true });
    };
    await back();
    await acceptAnother();
    expect((await sinces()).map((year) => year > 2020)).toEqual([true, true]);
    await back();
    await acceptAnother();
    expect(await sinces()).toEqual([2020, 2020]);
  });

  it('leaves alone what the window gave, and one for something else opens no staff', async () => {
    const { firm, employerId, ownLogin, own, acting, minded } = await firmAndStaff(
      desk,
      '91350100M000100Y43',
    );
    const other = await given(firm, { ...all, ownerId: employerId, scope: ['retirement'] });
    expect(await accept(await own(), other.code)).toMatchObject({ ok: true });
    const as = 'SELECT capacity FROM login_person WHERE owner_id = $1 AND person_id = $2';
    expect(await db.superuser.rows(as, [ownLogin, employerId])).toEqual([{ capacity: 'agent' }]);
    await expect(minded()).rejects.toThrow('life-events.not-your-employer');
    const staff = await given(firm, { ...all, ownerId: employerId, scope: ['staff-reduction'] });
    expect(await accept(await own(), staff.code)).toMatchObject({ ok: true });
    // The window gives the same login the employer for good: it outlives the mandate.
    await db.superuser.rows(
      `UPDATE login_person SET proof = 'window' WHERE owner_id = $1 AND person_id = $2`,
      [...[ownLogin, employerId]],
    );
    expect(await end(firm, { ownerId: employerId, mandateId: staff.mandateId })).toMatchObject({ ok: true });
    expect((await acting()).personIds).toEqual([employerId]);
    expect(await minded()).toEqual([{ by: ownLogin }]);
  });

  it('ends with what was accepted before it opened the employer’s own capacity', async () => {
    const { firm, employerId, ownLogin, own } = await firmAndStaff(desk, '91440300708461136T');
    const staff = await given(firm, { ...all, ownerId: employerId, scope: ['staff-reduction'] });
    expect(await accept(await own(), staff.code)).toMatchObject({ ok: true });
    const asBefore = (of: string) =>
      db.superuser.rows(`UPDATE ${of} = $1 AND capacity = 'employer'`, [ownLogin]);
    await asBefore(`login_person SET capacity = 'agent' WHERE owner_id`);
    await asBefore(`person_access SET capacity = 'agent' WHERE login_id`);
    expect(await end(firm, { ownerId: employerId, mandateId: staff.mandateId })).toMatchObject({ ok: true });
    const open = await db.superuser.rows(
      'SELECT capacity FROM login_person WHERE owner_id = $1 AND person_id = $2 AND ended_at IS NULL',
      [ownLogin, employerId],
    );
    expect(open).toEqual([]);
  });
});
