import { describe, expect, it } from 'vitest';
import { situationOf } from '#business/registry';
import { actionsOf } from '#engines/casework';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { approveEventOrSendBack } from './approve-life-event.ts';
import { lifeEventProcesses } from './processes.ts';
import { readEventHistory, readLifeEvent } from './read-life-event.ts';
import { proposeOnEvent, withdrawEvent } from './steps.ts';
import { tellOfDeath } from './tell-of-death.ts';
import { alone, citizen, clerk, must, reviewer, sampleCounter } from './testing.store.ts';

const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const { decided, person, report, run, by, record } = sampleCounter({
  ...{ db, clock, ids: testIds(74), random: testRandom(74), processes: lifeEventProcesses },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 50_000n, balanceOn: '2025-12-31' }),
});
const death = { kind: 'death-notice', diedOn: '2026-05-20', reporter: 'hospital' };
const stop = { kind: 'insurance-stop', stopOn: '2026-06-01' };
const filing = {
  ...{ kind: 'treatment-filing', change: 'file', region: '510100', group: 'long-term-resident' },
  ...{ fromOn: '2026-06-01', toOn: null },
};
const filingPapers = ['identity-document', 'residence-commitment'];

describe('a recorded death', () => {
  it('is told to every other open case, which can then only be refused', async () => {
    const owner = await person(alone);
    const open = await must(report(clerk, owner, stop, ['identity-document']));
    const notice = await decided(owner, death, ['death-proof']);
    const history = await must(readEventHistory(db.app, by(citizen('successor', owner), open.number)));
    expect(history.at(-1)).toMatchObject({ action: 'told-of-death', data: { noticeNumber: notice.number } });
    const view = await must(readLifeEvent(db.app, by(clerk, open.number)));
    expect(view).toMatchObject({ status: 'blocked', state: 'submitted' });
    const approval = await run((tx) =>
      proposeOnEvent(tx, { ...by(clerk, open.number), outcome: 'approve', note: '' }),
    );
    expect(approval).toMatchObject({ refusal: { code: 'casework.not-supported' } });
    const refusal = await run((tx) =>
      proposeOnEvent(tx, { ...by(clerk, open.number), outcome: 'refuse', note: '' }),
    );
    expect(refusal).toMatchObject({ ok: true });
  });

  it('sends a decision that was proposed for the living back to the clerk', async () => {
    const owner = await person(alone);
    const { number } = await must(report(clerk, owner, stop, ['identity-document']));
    await must(run((tx) => proposeOnEvent(tx, { ...by(clerk, number), outcome: 'approve', note: '' })));
    await decided(owner, death, ['death-proof']);
    const approved = await approveEventOrSendBack(by(reviewer, number));
    expect(approved).toMatchObject({ refusal: { code: 'casework.facts-changed' } });
    const file = await must(readLifeEvent(db.app, by(clerk, number)));
    expect(file.state).toBe('in-review');
    expect((await situationOf(db.app, { owner }))?.relationship).toMatchObject({ status: 'active' });
  });

  it('ends the dead person’s own login and their agents’, and leaves the successors’', async () => {
    const owner = await person(alone);
    for (const capacity of ['insured', 'agent', 'successor'] as const) await login(owner, capacity);
    await decided(owner, death, ['death-proof']);
    const links = await db.superuser.rows<{ capacity: string }>(
      `SELECT capacity FROM person_access WHERE owner_id = $1 AND ended_at IS NULL`,
      [owner],
    );
    const own = await db.superuser.rows<{ capacity: string }>(
      `SELECT capacity FROM login_person WHERE person_id = $1 AND ended_at IS NULL`,
      [owner],
    );
    const sessions = await db.superuser.rows<{ capacity: string }>(
      `SELECT s.capacity FROM person_session s JOIN login_person l ON l.owner_id = s.owner_id
        WHERE l.person_id = $1 AND s.ended_at IS NULL`,
      [owner],
    );
    for (const left of [links, own, sessions]) expect(left).toEqual([{ capacity: 'successor' }]);
  });

  it('closes a notice of it that is still open where it came onto the record in another way, as whoever told of it sees', async () => {
    const owner = await person(alone);
    const { number } = await must(report(clerk, owner, death, ['death-proof']));
    await must(run((tx) => proposeOnEvent(tx, { ...by(clerk, number), outcome: 'approve', note: '' })));
    await record(owner, 'died', { on: '2026-05-21' });
    await must(run((tx) => tellOfDeath(tx, { context: by(clerk, number).context, owner, notice: null })));
    expect(await must(readLifeEvent(db.app, by(clerk, number)))).toMatchObject({
      state: 'recorded-otherwise',
    });
    const history = await must(readEventHistory(db.app, by(citizen('successor', owner), number)));
    expect(history.at(-1)).toMatchObject({ action: 'recorded-otherwise', actorKind: 'system' });
    expect(await approveEventOrSendBack(by(reviewer, number))).toMatchObject({ ok: false });
  });

  it('is not recorded twice, as a clerk is told before the case is opened', async () => {
    const owner = await person(alone);
    await decided(owner, death, ['death-proof']);
    expect(await report(clerk, owner, death, ['death-proof'])).toMatchObject({
      refusal: { code: 'life-events.not-open', problems: [{ path: 'conditions.death-not-on-record' }] },
    });
    const again = await must(report(clerk, owner, death, ['death-proof'], true));
    const [submitted] = await must(readEventHistory(db.app, by(clerk, again.number)));
    expect(submitted?.data).toMatchObject({ anyway: [{ path: 'conditions.death-not-on-record' }] });
    const view = await must(readLifeEvent(db.app, by(clerk, again.number)));
    expect(view.conditions.filter(({ finding }) => finding !== 'met')).toMatchObject([
      { id: 'death-not-on-record' },
    ]);
  });
});

describe('a filing for treatment elsewhere', () => {
  it('is not on record any more when it is taken back or refused', async () => {
    const owner = await person(alone);
    const first = await must(report(clerk, owner, filing, filingPapers));
    expect((await situationOf(db.app, { owner }))?.person.treatmentElsewhere).not.toBeNull();
    await must(run((tx) => withdrawEvent(tx, by(citizen('insured', owner), first.number))));
    expect((await situationOf(db.app, { owner }))?.person.treatmentElsewhere).toBeNull();
    const second = await must(report(clerk, owner, filing, filingPapers));
    await record(owner, 'relationship', { ...alone.relationship, status: 'terminated' });
    await must(run((tx) => proposeOnEvent(tx, { ...by(clerk, second.number), outcome: 'refuse', note: '' })));
    expect(await must(approveEventOrSendBack(by(reviewer, second.number)))).toMatchObject({
      state: 'refused',
    });
    expect((await situationOf(db.app, { owner }))?.person.treatmentElsewhere).toBeNull();
  });
});

describe('a decision', () => {
  it('is approved only as it was proposed: facts that change what would be recorded send it back', async () => {
    const owner = await person(alone);
    const statement = { kind: 'retirement', retiredOn: '2026-05-20' };
    const { number } = await must(
      report(clerk, owner, statement, ['identity-document', 'retirement-approval']),
    );
    await must(run((tx) => proposeOnEvent(tx, { ...by(clerk, number), outcome: 'approve', note: '' })));
    await db.superuser.rows(
      `INSERT INTO paid_period (owner_id, id, run_id, line_no, from_month, to_month, base_fen, origin_region, recorded_at)
       VALUES ($1, 'per_1', $2, 9, '2026-01', '2026-04', 1, '440300', now())`,
      [owner, `run_${owner}`],
    );
    const approved = await approveEventOrSendBack(by(reviewer, number));
    expect(approved).toMatchObject({
      refusal: { code: 'casework.facts-changed', problems: [{ path: 'consequence' }] },
    });
    const found = await must(readLifeEvent(db.app, by(clerk, number)));
    const caseId = await db.app.row<{ case_id: string }>(
      'SELECT case_id FROM case_locator WHERE number = $1',
      [number],
    );
    const actions = await actionsOf(db.app, { ownerId: owner, id: caseId?.case_id ?? '' });
    expect(actions.at(-1)).toMatchObject({ action: 'send-back', actorKind: 'system' });
    expect(found.consequence.entries).toMatchObject([{ kind: 'retired', body: { paidMonths: 4 } }]);
  });
});

/** A login in one capacity, with a session that is open. */
async function login(owner: string, capacity: 'insured' | 'agent' | 'successor'): Promise<void> {
  const id = `usr_${capacity.padEnd(12, '0')}${owner.slice(-14).toLowerCase()}`;
  await db.superuser.rows(
    `INSERT INTO person_login (owner_id, login_name_sealed, password_hash, changed_at, created_at)
     VALUES ($1, '\\x01', 'x', now(), now())`,
    [id],
  );
  await db.superuser.rows(
    `INSERT INTO login_person (owner_id, person_id, capacity, proof, reference, since_at)
     VALUES ($1, $2, $3, 'window', 'A-1', now())`,
    [id, owner, capacity],
  );
  await db.superuser.rows(
    `INSERT INTO person_access (owner_id, login_id, capacity, since_at) VALUES ($1, $2, $3, now())`,
    [owner, id, capacity],
  );
  await db.superuser.rows(
    `INSERT INTO person_session (owner_id, token_hash, capacity, opened_at, expires_at)
     VALUES ($1, sha256(convert_to($1, 'UTF8')), $2, now(), now() + interval '1 hour')`,
    [id, capacity],
  );
}
