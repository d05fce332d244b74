import { describe, expect, it } from 'vitest';
import { employmentsOf, situationOf } from '#business/registry';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { lifeEventProcesses } from './processes.ts';
import { proposeOnEvent } from './steps.ts';
import { alone, clerk, entriesByCase, insured, must, sampleCounter } from './testing.store.ts';

const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const { decided, person, report, run, by } = sampleCounter({
  ...{ db, clock, ids: testIds(71), random: testRandom(71), processes: lifeEventProcesses },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 50_000n, balanceOn: '2025-12-31' }),
});

describe('a life event that two officers decided is on record', () => {
  it('takes somebody off the employer’s roster, with the month, and stops the insurance with it', async () => {
    const owner = await person(insured);
    const file = await decided(
      owner,
      {
        ...{ kind: 'staff-reduction', employerCreditCode: '91440300MA00020013', endedOn: '2026-05-31' },
        ...{ reductionMonth: '2026-05', stopOn: '2026-06-01' },
      },
      ['identity-document', 'employment-ended-certificate'],
    );
    expect(file.state).toBe('approved');
    expect(await entriesByCase(db, file)).toEqual([
      {
        kind: 'roster',
        body: { onEmployerRoster: false, since: '2026-05-31', reductionMonth: '2026-05' },
      },
      {
        kind: 'relationship',
        body: { status: 'suspended', tier: 1, stoppedOn: '2026-06-01', since: '2026-06-01' },
      },
    ]);
    expect((await situationOf(db.app, { owner }))?.relationship).toMatchObject({
      ...{ status: 'suspended', onEmployerRoster: false, stoppedOn: '2026-06-01' },
    });
  });

  it('ends the employment with the employer that reports, and keeps somebody with another employer on the roster', async () => {
    const owner = await person(insured);
    await employ(owner, { code: '91440300MA00020013', line: 1 });
    await employ(owner, { code: '91440300MA00030019', line: 2 });
    const papers = ['identity-document', 'reduction-form'];
    const left = { ...{ kind: 'staff-reduction', endedOn: '2026-05-31', reductionMonth: '2026-06' } };
    await decided(owner, { ...left, employerCreditCode: '91440300MA00020013' }, papers);
    expect((await situationOf(db.app, { owner }))?.relationship).toMatchObject({ onEmployerRoster: true });
    expect(await employmentsOf(db.app, [owner])).toMatchObject([
      { creditCode: '91440300MA00030019', toOn: null },
      { creditCode: '91440300MA00020013', toOn: '2026-05-31' },
    ]);
    const twice = { ...left, employerCreditCode: '91440300MA00020013' };
    const again = await report(clerk, owner, twice, papers, true);
    const { number } = await must(again);
    const proposed = await run((tx) =>
      proposeOnEvent(tx, { ...by(clerk, number), outcome: 'approve', note: '' }),
    );
    expect(proposed).toMatchObject({ refusal: { code: 'casework.not-supported' } });
  });

  it('stops the insurance of somebody without an employer', async () => {
    const owner = await person(alone);
    await decided(owner, { kind: 'insurance-stop', stopOn: '2026-06-01' }, ['identity-document']);
    expect((await situationOf(db.app, { owner }))?.relationship).toMatchObject({ status: 'suspended' });
  });

  it('shows a filing as not confirmed until the approval, whose day it then carries', async () => {
    const owner = await person({ ...alone, retired: { on: '2020-05-01' } });
    const statement = {
      ...{ kind: 'treatment-filing', change: 'file', region: '510100', group: 'retired-resettled' },
      ...{ fromOn: '2026-06-01', toOn: null },
    };
    const papers = ['social-security-card', 'residence-commitment'];
    const opened = await must(report(clerk, owner, statement, papers));
    expect((await situationOf(db.app, { owner }))?.person.treatmentElsewhere).toEqual({
      ...{ region: '510100', confirmedOn: null },
    });
    expect(opened).toMatchObject({ state: 'submitted', dueOn: '2026-06-03' });
    const other = await person({ ...alone, retired: { on: '2020-05-01' } });
    const file = await decided(other, statement, papers);
    expect(await entriesByCase(db, file)).toMatchObject([
      { body: { filing: { confirmedOn: null } } },
      { body: { filing: { confirmedOn: '2026-06-01', group: 'retired-resettled' } } },
    ]);
    const [confirmed] = await db.app.rows(
      `SELECT true_from, true_to FROM record_entry WHERE case_id = $1 AND body #>> '{filing,confirmedOn}' IS NOT NULL`,
      [file.id],
    );
    expect(confirmed).toEqual({ true_from: '2026-06-01', true_to: null });
    const ended = { kind: 'treatment-filing', change: 'end', endOn: '2026-06-01' };
    await decided(other, ended, ['identity-document']);
    expect((await situationOf(db.app, { owner: other }))?.person.treatmentElsewhere).toBeNull();
  });

  it('records a retirement with the months that were counted', async () => {
    const owner = await person(alone);
    const statement = { kind: 'retirement', retiredOn: '2026-05-20' };
    const file = await decided(owner, statement, ['identity-document', 'retirement-approval']);
    expect(await entriesByCase(db, file)).toEqual([
      { kind: 'retired', body: { on: '2026-05-20', paidMonths: 0 } },
    ]);
  });

  it('records a death that a relative reports', async () => {
    const owner = await person(alone);
    const statement = { kind: 'death-notice', diedOn: '2026-05-20', reporter: 'relative' };
    await decided(owner, statement, ['identity-document', 'death-proof']);
    expect((await situationOf(db.app, { owner }))?.person.diedOn).toBe('2026-05-20');
  });
});

/** An employment as a line of the person's import would have brought it. */
async function employ(owner: string, job: { readonly code: string; readonly line: number }): Promise<void> {
  const employer = `emp_${owner}_${job.line}`;
  await db.superuser.rows(
    `INSERT INTO employer (owner_id, credit_code, name, recorded_at) VALUES ($1, $2, '某公司', now())`,
    [employer, job.code],
  );
  await db.superuser.rows(
    `INSERT INTO employment (owner_id, id, employer_id, from_on, run_id, line_no, recorded_at)
     VALUES ($1, $2, $3, '2020-01-01', $4, $5, now())`,
    [owner, `job_${job.line}`, employer, `run_${owner}`, job.line],
  );
}
