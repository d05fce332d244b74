import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Caller } from '#business/access/public';
import { type MaterialsContext, readPapers } from '#business/materials';
import { findCase, materialsOf } from '#engines/casework';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import { applyForWithdrawal } from './apply-for-withdrawal.ts';
import type { DraftContent } from './draft.ts';
import {
  beginDraft,
  discardDraft,
  expireDrafts,
  openDraftCase,
  readDraft,
  saveDraft,
  submitDraft,
} from './drafts.ts';
import { withdrawalPapers } from './papers-of-case.ts';
import { readHistory } from './read-history.ts';
import { listWithdrawals, readWithdrawal } from './read-withdrawal.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { submitApplication } from './submit-application.ts';
import { citizen, clerk, liveHolds, payee, sampleAgency } from './testing.store.ts';
import { withdrawApplication } from './withdraw-application.ts';

const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const agency = await sampleAgency({
  ...{ db, clock, ids: testIds(64), random: testRandom(64) },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 60_000n, balanceOn: '2025-12-31' }),
});
const { context } = agency;
const { run } = sampleSteps(agency);

/** A draft with the case that its files belong to. */
async function begun(content: DraftContent, ofPerson?: string) {
  const owner = ofPerson ?? (await agency.person('nationality-lost'));
  const caller = citizen('insured', owner);
  const { draftId } = await must(run((tx) => beginDraft(tx, { context, caller, personId: null, content })));
  const of = { context, caller, personId: owner, draftId };
  const { caseNumber } = await must(run((tx) => openDraftCase(tx, of)));
  return { owner, of, number: caseNumber ?? '' };
}

let photographed = 0;

/** A picture as it lies there once it was uploaded for a case. */
async function photograph(owner: string, number: string, by = 'usr_1'): Promise<string> {
  const file = await findCase(db.app, number);
  photographed += 1;
  const id = `fil_${`${photographed}`.padStart(26, '0')}`;
  const hash = `\\x${`${photographed}`.padStart(64, '0')}`;
  await db.app.rows(
    `SELECT take_file_in($1, $2, $3, $4, 900, '\\x01', ARRAY[$5::bytea], '\\x02', 'jpeg', 800, '{}', 'insured', $7,
       NULL, 'clean', '', $6)`,
    [owner, file?.id, id, `${photographed}`.padStart(64, 'a'), hash, clock.now(), by],
  );
  return id;
}

it('what is photographed for a draft becomes its papers with the application, all of it or nothing', async () => {
  const { owner, of, number } = await begun({ ground: 'nationality-lost' });
  expect(await liveHolds(db, owner)).toEqual([]);
  const [front, back] = [await photograph(owner, number), await photograph(owner, number)];
  const papers = [{ materialId: 'nationality-loss-certificate', fileIds: [back, front] }];
  const content = { ground: 'nationality-lost', payee, papers };
  const unknown = {
    ...content,
    papers: [{ materialId: 'nationality-loss-certificate', fileIds: [front, 'fil_none'] }],
  };
  await must(run((tx) => saveDraft(tx, { ...of, version: 1, content: unknown })));
  const refused = await run((tx) => submitDraft(tx, { ...of, version: 2 }));
  expect(refused).toMatchObject({ refusal: { code: 'materials.no-file' } });
  expect(await findCase(db.app, number)).toMatchObject({ state: 'draft', actionCount: 0 });
  await must(run((tx) => saveDraft(tx, { ...of, version: 2, content })));
  const applied = await must(run((tx) => submitDraft(tx, { ...of, version: 3 })));
  expect(applied).toMatchObject({ number, state: 'submitted' });
  const [given] = await materialsOf(db.app, applied);
  expect(given).toMatchObject({
    materialId: 'nationality-loss-certificate',
    paperReference: expect.stringMatching(/\/2$/),
  });
  expect(await liveHolds(db, owner)).toHaveLength(1);
});

it('the day of leaving that the checker was told goes along with the application, where officers read it', async () => {
  const said = {
    ground: 'settled-abroad-before-retirement',
    answers: { what: 'settle', left: '2026-05-20' },
  };
  const { of, number } = await begun({ ...said, applyAnyway: true });
  await must(run((tx) => submitDraft(tx, { ...of, version: 1 })));
  const submitted = async (caller: Caller) =>
    (await must(readHistory(db.app, { caller, number }))).find(({ action }) => action === 'submit')?.data;
  expect(await submitted(clerk)).toMatchObject({ saidLeftOn: '2026-05-20' });
  expect(await submitted(of.caller)).toMatchObject({ saidLeftOn: '2026-05-20' });
});

it('another ground gets a case of its own with the files of the one before, which is over', async () => {
  const { owner, of, number } = await begun({ ground: 'nationality-lost' });
  const page = await photograph(owner, number);
  expect((await must(run((tx) => openDraftCase(tx, of)))).caseNumber).toBe(number);
  const content = { ground: 'settled-abroad-before-retirement' };
  await must(run((tx) => saveDraft(tx, { ...of, version: 1, content })));
  const other = (await must(run((tx) => openDraftCase(tx, of)))).caseNumber ?? '';
  expect(other).not.toBe(number);
  expect(await findCase(db.app, number)).toMatchObject({ state: 'draft-ended' });
  const file = await findCase(db.app, other);
  expect(file).toMatchObject({ state: 'draft', subject: content.ground });
  const uploads = await db.app.rows('SELECT file_id FROM paper_upload WHERE owner_id = $1 AND case_id = $2', [
    owner,
    file?.id,
  ]);
  expect(uploads).toEqual([{ file_id: page }]);
  const stolen = await begun({ ground: 'nationality-lost' });
  const mine = await db.app.row('SELECT link_draft($1, $2, $3, $4) AS linked', [
    ...[owner, of.draftId, of.caller.id, stolen.number],
  ]);
  expect(mine).toEqual({ linked: false });
  // Nor by anybody but its maker, nor to a case that went on; and files of a case that is not over stay where they are.
  const linked = (by: string, to: string) =>
    db.app.row('SELECT link_draft($1, $2, $3, $4) AS linked', [owner, of.draftId, by, to]);
  expect(await linked('usr_somebody', other)).toEqual({ linked: false });
  expect(await linked(of.caller.id, number)).toEqual({ linked: false });
  expect(await linked(of.caller.id, other)).toEqual({ linked: true });
  const second = await begun({ ground: 'nationality-lost' }, owner);
  const into = (await findCase(db.app, second.number))?.id ?? '';
  await db.app.rows('SELECT carry_uploads($1, $2, $3)', [owner, file?.id, into]);
  expect(
    await db.app.rows('SELECT 1 FROM paper_upload WHERE owner_id = $1 AND case_id = $2', [owner, into]),
  ).toEqual([]);
});

it('a draft that is discarded or that nobody saved for long takes its case along, and leaves one that went on', async () => {
  const discarded = await begun({ ground: 'nationality-lost' });
  await must(run((tx) => discardDraft(tx, discarded.of)));
  expect(await findCase(db.app, discarded.number)).toMatchObject({ state: 'draft-ended' });
  const old = await begun({ ground: 'nationality-lost' });
  expect(await must(readDraft(db.app, old.of))).toMatchObject({ caseNumber: old.number });
  clock.set('2026-08-31T00:01:00+08:00');
  expect(await expireDrafts(context)).toBeGreaterThan(0);
  expect(await findCase(db.app, old.number)).toMatchObject({ state: 'draft-ended' });
  clock.set('2026-06-01T10:00:00+08:00');
});

it('the case of a draft is its maker’s alone, whoever else may act for the person; officers see it', async () => {
  const { owner, of, number } = await begun({ ground: 'nationality-lost' });
  const no = { refusal: { code: 'casework.no-case' } };
  await photograph(owner, number, of.caller.id);
  const shared = await must(
    run((tx) =>
      applyForWithdrawal(tx, {
        ...{
          context,
          caller: of.caller,
          personId: owner,
          ground: 'nationality-lost',
          payee: null,
          papers: [],
        },
        ...{ submit: false, applyAnyway: false },
      }),
    ),
  );
  const paperProcedures = { withdrawal: withdrawalPapers(context) };
  const papersContext = { ...context, paperProcedures } as unknown as MaterialsContext; // reading papers opens no file
  const open = (caller: Caller, of: string) =>
    readPapers(db.app, { context: papersContext, caller, number: of });
  const listed = async (caller: Caller) => {
    const all = { states: null, officeId: null, dueOnOrBefore: null, cursor: null, limit: 100 };
    const { items } = await listWithdrawals(db.app, { context, caller, ...all });
    return items.filter(({ personId }) => personId === owner).map((item) => item.number);
  };
  const others = [
    { ...citizen('insured', owner), id: 'usr_another' },
    { ...citizen('successor', owner), id: 'usr_another' },
    { ...citizen('agent', owner), id: 'usr_another' },
  ];
  for (const caller of others) {
    expect(await open(caller, number)).toMatchObject(no);
    expect(await readWithdrawal(db.app, { context, caller, number })).toMatchObject(no);
    const step = { context, caller, number };
    expect(await run((tx) => submitApplication(tx, { ...step, applyAnyway: false }))).toMatchObject(no);
    expect(await run((tx) => withdrawApplication(tx, step))).toMatchObject(no);
    // One that is no draft’s is everybody’s who may act for the person.
    expect(await open(caller, shared.number)).toMatchObject({ ok: true });
    expect(await listed(caller)).toEqual([shared.number]);
  }
  for (const caller of [of.caller, clerk]) {
    expect(await open(caller, number)).toMatchObject({ ok: true });
    expect(await readWithdrawal(db.app, { context, caller, number })).toMatchObject({ ok: true });
    expect([...(await listed(caller))].sort()).toEqual([number, shared.number].sort());
  }
  // What was photographed for it stays with its maker when it came to nothing.
  await must(run((tx) => discardDraft(tx, of)));
  for (const caller of others) expect(await open(caller, number)).toMatchObject(no);
  for (const caller of [of.caller, clerk]) expect(await open(caller, number)).toMatchObject({ ok: true });
  // Handed in, it is an application of the person like any other.
  const applied = await begun({ ground: 'nationality-lost', payee });
  await must(run((tx) => submitDraft(tx, { ...applied.of, version: 1 })));
  const another = { ...citizen('insured', applied.owner), id: 'usr_another' };
  expect(await open(another, applied.number)).toMatchObject({ ok: true });
});

it('what another device saves while a draft is handed in is handed in or refused, and never said to be saved and lost', async () => {
  const { of } = await begun({ ground: 'nationality-lost', payee });
  const content = { ground: 'nationality-lost', payee: { ...payee, bankName: '另一家银行' } };
  const both: Promise<unknown>[] = [];
  const waits = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  await must(
    run(async (tx) => {
      const saved = await saveDraft(tx, { ...of, version: 1, content });
      both.push(run((other) => submitDraft(other, { ...of, version: 1 })));
      while ((await db.superuser.rows(waits)).length === 0) await setImmediate();
      return saved;
    }),
  );
  const [submitted] = await Promise.all(both);
  expect(submitted).toMatchObject({
    refusal: { code: 'withdrawal.draft-newer', current: { version: 2, content } },
  });
  expect(await must(run((tx) => submitDraft(tx, { ...of, version: 2 })))).toMatchObject({
    state: 'submitted',
  });
});
