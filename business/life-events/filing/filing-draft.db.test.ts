import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Caller } from '#business/access/public';
import { casesOfOwner } from '#engines/casework';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { lifeEventProcesses } from '../processes.ts';
import { alone, citizen, must, sampleCounter } from '../testing.store.ts';
import type { FilingContent } from './filing-content.ts';
import {
  discardFilingDraft,
  forgetFilingDrafts,
  readFilingDraft,
  saveFilingDraft,
  submitFilingDraft,
} from './filing-draft.ts';

const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const { context, person, run } = sampleCounter({
  ...{ db, clock, ids: testIds(132), random: testRandom(132), processes: lifeEventProcesses },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 50_000n, balanceOn: '2025-12-31' }),
});
const from = { year: '2026', month: '5', day: '１' };
const whole: FilingContent = { region: '510100', group: 'long-term-resident', from };

let logins = 0;

async function signedIn(personId: string): Promise<Caller> {
  logins += 1;
  const id = `usr_${String(logins).padStart(26, '0')}`;
  const token = `sxu_${id}.test`;
  await db.superuser.rows(
    `INSERT INTO person_login (owner_id, login_name_sealed, password_hash, changed_at, created_at) VALUES ($1, '', '', now(), now())`,
    [id],
  );
  await db.superuser.rows(
    `INSERT INTO person_session (owner_id, token_hash, capacity, opened_at, expires_at)
     VALUES ($1, $2, 'insured', now(), now() + interval '1 day')`,
    [id, createHash('sha256').update(token).digest()],
  );
  return { ...citizen('insured', personId), id, token };
}

const save = (caller: Caller, personId: string, version: number, content: FilingContent) =>
  run((tx) => saveFilingDraft(tx, { context, caller, personId, version, content }));
const submit = (caller: Caller, personId: string, version: number) =>
  run((tx) => submitFilingDraft(tx, { context, caller, personId, version, applyAnyway: false }));
const read = (caller: Caller, personId: string) => readFilingDraft(db.app, { context, caller, personId });

it('a filing is kept as it is typed, over the version that was seen, and becomes one case of which nothing typed is left', async () => {
  const owner = await person(alone);
  const caller = await signedIn(owner);
  expect(await must(read(caller, owner))).toEqual({
    version: 0,
    savedAt: null,
    keptUntil: null,
    content: {},
  });
  const half = { region: '510100', from: { ...from, day: '' } };
  expect(await must(save(caller, owner, 0, half))).toMatchObject({ version: 1, keptUntil: '2026-08-30' });
  expect(await submit(caller, owner, 1)).toMatchObject({
    refusal: { code: 'life-events.filing-incomplete', problems: [{ path: 'group' }, { path: 'fromOn' }] },
  });
  for (const seen of [0, 2])
    expect(await save(caller, owner, seen, whole)).toMatchObject({
      refusal: { code: 'life-events.draft-newer', current: { version: 1, content: half } },
    });
  await must(save(caller, owner, 1, whole));
  expect(await submit(caller, owner, 1)).toMatchObject({ refusal: { code: 'life-events.draft-newer' } });
  const two = await Promise.all([submit(caller, owner, 2), submit(caller, owner, 2)]);
  expect(two.filter(({ ok }) => ok)).toHaveLength(1);
  const late = two.find(({ ok }) => !ok);
  expect(late).toMatchObject({ refusal: { code: 'life-events.draft-newer' } });
  expect(await must(read(caller, owner))).toMatchObject({ version: 0, content: {} });
  expect(await casesOfOwner(db.app, owner)).toMatchObject([
    { process: 'treatment-filing', state: 'submitted' },
  ]);
});

it('what somebody is writing of a filing lies sealed, is theirs alone, and goes when they say so or after its days', async () => {
  const owner = await person(alone);
  const [caller, other] = [await signedIn(owner), await signedIn(owner)];
  await must(save(caller, owner, 0, whole));
  const [row] = await db.superuser.rows<{ text: string }>(
    `SELECT encode(content_sealed, 'escape') AS text FROM filing_draft WHERE owner_id = $1`,
    [owner],
  );
  expect(row?.text).not.toContain('510100');
  expect((await must(read(other, owner))).version).toBe(0);
  const foreign = await signedIn(await person(alone));
  expect(await read(foreign, owner)).toMatchObject({ refusal: { code: 'life-events.no-person' } });
  expect(await save({ ...caller, token: null }, owner, 1, {})).toMatchObject({
    refusal: { code: 'access.no-session' },
  });
  const gone = { context, caller: other, personId: owner, version: 1 };
  expect(await run((tx) => discardFilingDraft(tx, gone))).toMatchObject({ ok: false });
  await must(run((tx) => discardFilingDraft(tx, { ...gone, caller })));
  await must(save(other, owner, 0, whole));
  await must(save(caller, owner, 0, whole));
  await db.superuser.rows(
    `UPDATE filing_draft SET kept_until = CASE login_id WHEN $1 THEN '2020-01-01' ELSE '2999-01-01' END::date`,
    [other.id],
  );
  expect(await forgetFilingDrafts(context)).toBe(1);
  expect((await must(read(caller, owner))).version).toBe(1);
});
