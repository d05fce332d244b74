import { describe, expect, it } from 'vitest';
import { plainDate } from '#basics';
import { proposeDecision } from '#engines/casework';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { lifeEventProcesses } from './processes.ts';
import { proposeOnEvent } from './steps.ts';
import { alone, clerk, entriesByCase, must, sampleCounter } from './testing.store.ts';

const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const { decided, person, report, run, by } = sampleCounter({
  ...{ db, clock, ids: testIds(72), random: testRandom(72), processes: lifeEventProcesses },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 50_000n, balanceOn: '2025-12-31' }),
});

const death = { kind: 'death-notice', diedOn: '2026-05-20', reporter: 'hospital' };

describe('with plain SQL as the application’s role', () => {
  it('nobody writes an entry that rests on a case', async () => {
    const owner = await person(alone);
    const insert = db.app.rows(
      `INSERT INTO record_entry (owner_id, id, kind, body, case_id, recorded_at)
       VALUES ($1, 'rec_x', 'died', '{"on": "2026-05-20"}', 'cas_x', now())`,
      [owner],
    );
    await expect(insert).rejects.toThrow(/permission denied/);
    const inner = db.app.rows(
      `SELECT record_by_case($1, 'rec_x', 'died', '{"on": "2026-05-20"}', NULL, NULL, 'cas_x', now())`,
      [owner],
    );
    await expect(inner).rejects.toThrow(/permission denied/);
    await expect(
      db.app.rows(`INSERT INTO process_record VALUES ('withdrawal', 'died', 'decision')`),
    ).rejects.toThrow(/permission denied/);
  });

  it('a decision that was only proposed records nothing', async () => {
    const owner = await person(alone);
    const file = await must(report(clerk, owner, death, ['death-proof']));
    await must(run((tx) => proposeOnEvent(tx, { ...by(clerk, file.number), outcome: 'approve', note: '' })));
    const decision = await decisionOf(owner);
    await expect(record(owner, decision, ['rec_1'])).rejects.toThrow('registry.case-not-approved');
    expect(await entriesByCase(db, file)).toEqual([]);
  });

  it('what was recorded once is not recorded again', async () => {
    const owner = await person(alone);
    await decided(owner, death, ['death-proof']);
    await expect(record(owner, await decisionOf(owner), ['rec_again'])).rejects.toThrow(/one_entry_per_case/);
  });

  it('an approval that says something else than its proposal records nothing', async () => {
    const owner = await person(alone);
    const file = await must(report(clerk, owner, death, ['death-proof']));
    const entries = (on: string) => ({ consequence: { entries: [{ kind: 'died', body: { on } }] } });
    await propose(file, entries('2026-05-20'));
    await approve(owner, entries('2026-05-21'));
    await expect(record(owner, 'dec_own', ['rec_1'])).rejects.toThrow('registry.not-as-decided');
  });

  it('a procedure writes only the kinds that are its own', async () => {
    const owner = await person(alone);
    const file = await must(report(clerk, owner, death, ['death-proof']));
    const open = { consequence: { entries: [{ kind: 'investigation', body: { open: false } }] } };
    await propose(file, open);
    await approve(owner, open);
    await expect(record(owner, 'dec_own', ['rec_1'])).rejects.toThrow('registry.not-of-this-process');
  });

  it('no login ends for a death that is not on record', async () => {
    const owner = await person(alone);
    await expect(db.app.rows('SELECT end_access_of_the_dead($1)', [owner])).rejects.toThrow(
      'registry.no-death-on-record',
    );
  });

  it('a filing is never recorded as confirmed, nor over one that is', async () => {
    const owner = await person({
      ...alone,
      'treatment-elsewhere': { filing: { region: '430100', confirmedOn: '2026-01-10' } },
    });
    const filing = {
      kind: 'treatment-filing',
      change: 'file',
      group: 'long-term-resident',
      fromOn: '2026-06-01',
    };
    const file = await must(report(clerk, owner, { ...filing, region: '510100' }));
    expect(await entriesByCase(db, file)).toEqual([]);
    const free = await person(alone);
    const other = await must(report(clerk, free, death, []));
    const typed = db.app.rows(
      `SELECT record_filing($1, 'rec_f', $2, '510100', 'long-term-resident', now())`,
      [free, other.id],
    );
    await expect(typed).rejects.toThrow('registry.not-of-this-process');
  });
});

function record(owner: string, decision: string, entries: readonly string[]) {
  return db.app.rows('SELECT record_decided($1, $2, $3, now())', [owner, decision, entries]);
}

async function decisionOf(owner: string): Promise<string> {
  const row = await db.app.row<{ id: string }>('SELECT id FROM decision WHERE owner_id = $1', [owner]);
  return row?.id ?? '';
}

/** A decision with findings typed by hand, as a program that went astray would propose it. */
async function propose(
  file: { readonly ownerId: string; readonly id: string },
  findings: {
    readonly consequence: {
      readonly entries: readonly { kind: string; body: Record<string, string | boolean> }[];
    };
  },
): Promise<void> {
  await must(
    run((tx) =>
      proposeDecision(tx, {
        ...{ token: 'token-clerk', ownerId: file.ownerId, caseId: file.id, decisionId: 'dec_own' },
        ...{ outcome: 'approve', subject: 'death-notice', ruleSet: 'life-events', ruleVersion: '1' },
        ...{ decidedOn: plainDate('2026-06-01'), facts: {}, findings, at: clock.now() },
      }),
    ),
  );
}

function approve(owner: string, findings: object) {
  return db.app.rows(
    `SELECT approve_decision('token-reviewer', $1, 'dec_own', '2026-06-01', '{}', $2, sha256('a'), now())`,
    [owner, findings],
  );
}
