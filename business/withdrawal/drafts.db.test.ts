import { expect, it } from 'vitest';
import { findCase } from '#engines/casework';
import { testClock, testDatabase, testIds, testOffice, testPerson, testRandom } from '#platform/testing';
import type { DraftContent } from './draft.ts';
import {
  beginDraft,
  discardDraft,
  expireDrafts,
  listDrafts,
  readDraft,
  readDraftContent,
  saveDraft,
  submitDraft,
} from './drafts.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { payeeOf } from './payee.store.ts';
import { must, sampleSteps } from './steps.testing.ts';
import { citizen, clerk, liveHolds, payee, sampleAgency } from './testing.store.ts';

const clock = testClock('2026-06-01T10:00:00+08:00');
const db = await testDatabase();
await testOffice(db);
const agency = await sampleAgency({
  ...{ db, clock, ids: testIds(63), random: testRandom(63) },
  addPerson: (owner) => testPerson(db, { owner, balanceFen: 60_000n, balanceOn: '2025-12-31' }),
});
const { context } = agency;
const { run } = sampleSteps(agency);

async function begun(content: DraftContent) {
  const owner = await agency.person('nationality-lost');
  const caller = citizen('insured', owner);
  const draft = await must(run((tx) => beginDraft(tx, { context, caller, personId: null, content })));
  return { owner, of: { context, caller, personId: owner, draftId: draft.draftId }, draft };
}

it('a draft keeps whatever was typed, holds nothing, and becomes the application once it is whole', async () => {
  const { owner, of, draft } = await begun({ payee: { name: '张' }, answers: { 'left-when': '不记得了' } });
  expect(draft).toMatchObject({ version: 1, keptUntil: '2026-08-30', ended: null });
  expect(await liveHolds(db, owner)).toEqual([]);
  const early = await run((tx) => submitDraft(tx, { ...of, version: 1 }));
  expect(early).toMatchObject({ refusal: { code: 'withdrawal.draft-incomplete' } });
  expect(early.ok ? [] : early.refusal.problems?.map(({ path }) => path)).toEqual([
    ...['ground', 'payee.bankCode', 'payee.bankName', 'payee.accountNumber'],
  ]);
  const content = {
    ground: 'nationality-lost',
    payee,
    papers: [{ materialId: 'identity-document', paperReference: 'D-1' }],
  };
  await must(run((tx) => saveDraft(tx, { ...of, version: 1, content })));
  const applied = await must(run((tx) => submitDraft(tx, { ...of, version: 2 })));
  expect(applied).toMatchObject({ state: 'submitted', dueOn: '2026-06-15' });
  expect(await findCase(db.app, applied.number)).toMatchObject({ channel: 'online' });
  expect(await readDraft(db.app, of)).toMatchObject({ refusal: { code: 'withdrawal.no-draft' } });
  const listed = await listDrafts(db.app, { ...of, cursor: null, limit: 10 });
  expect(listed.items).toMatchObject([{ ended: 'submitted', caseNumber: applied.number }]);
  expect(await listDrafts(db.app, { ...of, cursor: null, limit: 10, open: true })).toMatchObject({
    items: [],
  });
});

it('a draft holds an account abroad, half written or whole, and hands it in with all its parts', async () => {
  const lyon = {
    ...{ name: 'Zhang San', bankCode: 'BNPAFRPPXXX', bankName: 'BNP Paribas' },
    accountNumber: 'FR14 2004 1010 0505 0001 3M02 606',
  };
  const place = { street: 'Rue de la République', building: '12', postcode: '69002', town: 'Lyon' };
  const begin = await must(readDraftContent({ payee: { ...lyon, abroad: { currency: 'EUR' } } }));
  const { owner, of } = await begun({ ...begin, ground: 'nationality-lost' });
  await db.superuser.rows(`UPDATE person SET name_latin = 'Zhang San' WHERE owner_id = $1`, [owner]);
  const early = await run((tx) => submitDraft(tx, { ...of, version: 1 }));
  expect(early.ok ? [] : early.refusal.problems?.map(({ path }) => path)).toEqual([
    ...['payee.abroad.charges', 'payee.abroad.address.town', 'payee.abroad.address.country'],
  ]);
  const abroad = { currency: 'EUR', charges: 'SHAR', address: { ...place, country: 'FR' } } as const;
  const content = { ground: 'nationality-lost', payee: { ...lyon, abroad } };
  await must(run((tx) => saveDraft(tx, { ...of, version: 1, content })));
  const { number } = await must(run((tx) => submitDraft(tx, { ...of, version: 2 })));
  const named = await payeeOf(db.app, await must(findWithdrawal(db.app, { caller: of.caller, number })));
  expect(named).toMatchObject({ country: 'FR', currency: 'EUR', charges: 'SHAR', bankCode: 'BNPAFRPPXXX' });
});

it('of two who save the same version, the second is refused and given the newer draft', async () => {
  const { of } = await begun({});
  const save = (ground: string) => run((tx) => saveDraft(tx, { ...of, version: 1, content: { ground } }));
  const both = await Promise.all([save('death'), save('nationality-lost')]);
  const [kept] = both.filter(({ ok }) => ok);
  const [refused] = both.filter(({ ok }) => !ok);
  expect(kept).toMatchObject({ value: { version: 2 } });
  const stored = await must(readDraft(db.app, of));
  expect(refused).toMatchObject({
    refusal: {
      code: 'withdrawal.draft-newer',
      figures: { version: 2 },
      current: { content: stored.content },
    },
  });
});

it('what is typed lies sealed, and is erased when it is discarded or was not saved for long', async () => {
  const { of } = await begun({ payee });
  const raw = await db.superuser.rows('SELECT * FROM withdrawal_draft');
  expect(JSON.stringify(raw)).not.toContain('6222');
  await must(run((tx) => discardDraft(tx, of)));
  const old = await begun({ payee });
  clock.set('2026-08-24T10:00:00+08:00');
  expect((await must(readDraft(db.app, old.of))).note.en).toContain(
    'Mind: this draft is kept until 2026-08-30',
  );
  clock.set('2026-08-30T23:00:00+08:00');
  expect(await expireDrafts(context)).toBe(0);
  clock.set('2026-08-31T00:01:00+08:00');
  expect(await expireDrafts(context)).toBeGreaterThan(0);
  const listed = await listDrafts(db.app, { ...old.of, cursor: null, limit: 10 });
  expect(listed.items).toMatchObject([
    { ended: 'expired', note: { zh: expect.any(String), en: expect.stringContaining('erased') } },
  ]);
  const kept = await db.superuser.rows(
    'SELECT 1 FROM withdrawal_draft WHERE ended IS NOT NULL AND content_sealed IS NOT NULL',
  );
  expect(kept).toEqual([]);
  clock.set('2026-06-01T10:00:00+08:00');
});

it('is its maker’s alone: another login and another person do not see it, and a draft of unknown things is not read', async () => {
  const { of } = await begun({});
  const others = [citizen('insured', 'psn_other'), { ...of.caller, id: 'usr_else' }, clerk];
  for (const caller of others) {
    expect(await readDraft(db.app, { ...of, caller })).toMatchObject({
      refusal: { code: 'withdrawal.no-draft' },
    });
    const saving = { ...of, caller, version: 1, content: {} };
    expect(await run((tx) => saveDraft(tx, saving))).toMatchObject({
      refusal: { code: 'withdrawal.no-draft' },
    });
  }
  expect(readDraftContent({ ground: 5, wish: 'x' })).toMatchObject({
    refusal: { code: 'withdrawal.bad-input' },
  });
});

it('an agent who may apply and not look at the record finds their drafts, and loses sight of them with the mandate', async () => {
  const owner = await agency.person('nationality-lost');
  const applying = { ...citizen('agent', owner), personIds: [], actsFor: [owner] };
  const content = { ground: 'nationality-lost' };
  const { draftId } = await must(
    run((tx) => beginDraft(tx, { context, caller: applying, personId: null, content })),
  );
  const drafts = async (caller: typeof applying) =>
    (await listDrafts(db.app, { context, caller, cursor: null, limit: 10 })).items.map((one) => one.draftId);
  expect(await drafts(applying)).toEqual([draftId]);
  const looking = [{ ownerIds: [owner], scope: ['record'], caseId: null }];
  expect(await drafts({ ...applying, mandates: looking })).toEqual([]);
});

it('says of a draft, whenever it is saved or read, whether the account is in the insured person’s own name, as handing it in decides it, and keeps what was typed', async () => {
  const { owner, of } = await begun({ ground: 'nationality-lost', payee: { ...payee, name: '王五' } });
  await db.superuser.rows(`UPDATE person SET name_latin = 'Zhang San' WHERE owner_id = $1`, [owner]);
  expect(await must(readDraft(db.app, of))).toMatchObject({
    payeeOwn: false,
    content: { payee: { name: '王五' } },
  });
  expect(await run((tx) => submitDraft(tx, { ...of, version: 1 }))).toMatchObject({
    refusal: { code: 'withdrawal.payee-not-insured' },
  });
  const written = ['', '王 五', 'zhang-san', payee.name];
  const answered: (boolean | null)[] = [];
  for (const [at, name] of written.entries()) {
    const content = { ground: 'nationality-lost', payee: { ...payee, name } };
    const saved = await must(run((tx) => saveDraft(tx, { ...of, version: at + 1, content })));
    answered.push(saved.payeeOwn);
  }
  expect(answered).toEqual([null, false, true, true]);
  // Nor is anybody told who is not told the name.
  const successor = { ...of, caller: { ...of.caller, kind: 'successor' } as typeof of.caller };
  const asRelative = await readDraft(db.app, successor);
  expect(asRelative.ok ? asRelative.value.payeeOwn : null).toBeNull();
  expect((await run((tx) => submitDraft(tx, { ...of, version: 5 }))).ok).toBe(true);
});
