import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Result } from '#basics';
import { type Caller, system } from '#business/access/public';
import { makeIntake, materialsProofs, sweepFiles } from '#business/materials';
import { folderStore } from '#platform/files';
import { inTransaction, type Tx } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import { testClock, testDatabase, testIds, testJpeg, testOffice, testRandom } from '#platform/testing';
import { askForAccount } from './account-inquiry.ts';
import { inquiryFileOperations } from './inquiry-file-routes.ts';
import {
  dropInquiryFile,
  eraseInquiries,
  listInquiryFiles,
  openInquiryFile,
  takeInquiryFile,
} from './inquiry-files.ts';
import { decideInquiry, reviewInquiry, waitingInquiries } from './review-inquiry.ts';

const db = await testDatabase();
await testOffice(db);
const random = testRandom(97);
const seal = makeSeal({ keys: [new Uint8Array(32).fill(9)], random });
const files = folderStore(await mkdtemp(join(tmpdir(), 'suixing-inquiry-')));
const intake = makeIntake({ files, scanner: null, random, atOnce: 1 });
const context = {
  ...{ database: db.app, clock: testClock('2026-06-01T10:00:00+08:00'), ids: testIds(97), random, seal },
  ...{ files, intake, onDeath: async () => ({ ok: true, value: null }) as const },
};
const run = <T>(work: (tx: Tx) => Promise<Result<T>>) => inTransaction(db.app, work);
const officer = (name: string): Caller => ({
  ...{ ...system, kind: 'officer', id: `off_${name}`, token: `token-${name}` },
});
const person = (name: string) => ({
  ...{ name, identity: { kind: 'citizen-id', number: '440304196103080113' } as const },
});

async function ask() {
  const question = { deceased: person('张三'), asker: person('何丽娟'), relation: 'spouse' } as const;
  const done = await run((tx) => askForAccount(tx, context, question));
  if (!done.ok) throw new Error(done.refusal.code);
  return { inquiryId: done.value.inquiryId, secret: done.value.secret };
}
/** A picture; another one for another number. */
async function* picture(which = 0) {
  yield testJpeg({ width: which + 1 });
}
const send = (
  key: { readonly inquiryId: string; readonly secret: string },
  paper: 'death' | 'relation' = 'death',
  bytes: AsyncIterable<Uint8Array> = picture(),
) => takeInquiryFile(context, { ...key, paper, bytes });
const refusal = (code: string) => ({ refusal: { code } });
async function lying(): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { name } of files.list()) names.push(name);
  return names;
}
const review = (inquiryId: string) =>
  run((tx) =>
    reviewInquiry(tx, context, {
      ...{ caller: officer('clerk'), inquiryId, entitled: false },
      ...{ deathPaper: '死亡证明 7', relationPaper: '结婚证 7' },
    }),
  );

afterAll(async () => {
  for (const name of await lying()) await files.remove(name);
});

it('papers come with a question by its secret alone, once however often they are sent, and the officers look at them', async () => {
  const key = await ask();
  const first = await send(key);
  expect(first).toMatchObject({ ok: true, value: { paper: 'death', kind: 'jpeg', scan: 'not-scanned' } });
  expect(await send(key)).toEqual(first);
  expect(await send(key, 'relation')).toMatchObject({ ok: true });
  expect(await send({ ...key, secret: 'sxq_guess' })).toMatchObject(refusal('succession.no-question'));
  // Without the secret nothing of a file is even read.
  const unread: AsyncIterable<Uint8Array> = {
    [Symbol.asyncIterator]() {
      throw new Error('it was read');
    },
  };
  expect(await send({ ...key, secret: 'sxq_guess' }, 'death', unread)).toMatchObject(
    refusal('succession.no-question'),
  );
  const other = await ask();
  expect(await send({ ...other, inquiryId: key.inquiryId })).toMatchObject(refusal('succession.no-question'));
  expect((await lying()).length).toBe(2);
  const waiting = await waitingInquiries(db.app, context, { after: null, limit: 10 });
  const [shown] = waiting.filter(({ inquiryId }) => inquiryId === key.inquiryId);
  expect(shown?.files.map(({ paper }) => paper)).toEqual(['death', 'relation']);
  const fileId = shown?.files[0]?.fileId ?? '';
  const opened = await openInquiryFile(db.app, { context, inquiryId: key.inquiryId, fileId });
  if (!opened.ok) throw new Error(opened.refusal.code);
  const pieces: Uint8Array[] = [];
  for await (const piece of opened.value.bytes) pieces.push(piece);
  expect(Buffer.concat(pieces).subarray(0, 2).toString('hex')).toBe('ffd8');
  expect(await openInquiryFile(db.app, { context, inquiryId: other.inquiryId, fileId })).toMatchObject(
    refusal('materials.no-file'),
  );
  // What is on record is whole, and nothing of it is swept as left over.
  expect(await sweepFiles({ database: db.app, files }, new Date(Date.now() + 86_400_000))).toBe(0);
  const [whole] = materialsProofs(files);
  expect(await whole?.run(db.app, () => {})).toMatchObject({ rows: 2n, broken: [] });
});

it('a paper is listed and taken away by who sent it until an officer has looked, and after that nothing comes or goes', async () => {
  const key = await ask();
  const sent = await send(key);
  const fileId = sent.ok ? sent.value.fileId : '';
  const before = (await lying()).length;
  expect(await dropInquiryFile(context, { ...key, secret: 'sxq_guess', fileId })).toMatchObject(
    refusal('succession.no-question'),
  );
  expect(await dropInquiryFile(context, { ...key, fileId })).toMatchObject({ ok: true });
  expect((await lying()).length).toBe(before - 1);
  const again = await send(key);
  expect(await listInquiryFiles(db.app, key)).toMatchObject({
    value: { items: [{ paper: 'death' }], reviewed: false },
  });
  await review(key.inquiryId);
  expect(await listInquiryFiles(db.app, key)).toMatchObject({
    value: { items: [{ paper: 'death' }], reviewed: true },
  });
  expect(await listInquiryFiles(db.app, { ...key, secret: 'sxq_guess' })).toEqual(
    await listInquiryFiles(db.app, { ...key, inquiryId: 'inq_none' }),
  );
  expect(await listInquiryFiles(db.app, { ...key, secret: 'sxq_guess' })).toMatchObject(
    refusal('succession.no-question'),
  );
  const reviewed = refusal('succession.inquiry-reviewed');
  expect(await send(key, 'relation')).toMatchObject(reviewed);
  const kept = again.ok ? again.value.fileId : '';
  expect(await dropInquiryFile(context, { ...key, fileId: kept })).toMatchObject(reviewed);
  expect((await lying()).length).toBe(before);
});

it('who looks at a paper of a question is noted with the record of who died, once a first officer found it', async () => {
  const key = await ask();
  const looking = inquiryFileOperations.find(({ id }) => id === 'downloadInquiryPaper')?.shows;
  if (typeof looking !== 'function') throw new Error('it is noted with nobody');
  const params = { inquiryId: key.inquiryId, fileId: 'fil_1' };
  const noted = () => looking(db.app, { params, query: {}, body: {}, value: null });
  expect(await noted()).toEqual([]);
  await review(key.inquiryId);
  expect(await noted()).toEqual([]);
  await db.superuser.rows(`UPDATE account_inquiry_review SET person_id = 'psn_dead' WHERE inquiry_id = $1`, [
    key.inquiryId,
  ]);
  expect(await noted()).toEqual(['psn_dead']);
});

it('a question takes eight files at most, and nothing else of what it refuses stays on the disk', async () => {
  const key = await ask();
  const before = (await lying()).length;
  for (let which = 1; which <= 8; which++)
    expect(await send(key, 'relation', picture(which))).toMatchObject({ ok: true });
  expect(await send(key, 'relation', picture(9))).toMatchObject(refusal('succession.too-many-files'));
  async function* text() {
    yield Buffer.from('not a picture');
  }
  expect(await send(key, 'death', text())).toMatchObject({ ok: false });
  expect((await lying()).length).toBe(before + 8);
});

it('what was asked is erased with its papers a year after the decision, and not before; who decided stays', async () => {
  const [decided, late, waiting, looked] = [await ask(), await ask(), await ask(), await ask()];
  for (const key of [decided, late, waiting]) await send(key);
  for (const { inquiryId } of [decided, late]) {
    await review(inquiryId);
    await run((tx) =>
      decideInquiry(tx, context, { caller: officer('reviewer'), inquiryId, confirmed: false }),
    );
  }
  const on = (table: string, column: string, inquiryId: string, ago: string) =>
    db.superuser.rows(
      `UPDATE ${table} SET ${column} = now() - interval '${ago}' WHERE ${table === 'account_inquiry' ? 'id' : 'inquiry_id'} = $1`,
      [inquiryId],
    );
  for (const { inquiryId } of [decided, late]) await on('account_inquiry', 'asked_at', inquiryId, '3 years');
  await on('account_inquiry_decision', 'decided_at', decided.inquiryId, '367 days');
  await on('account_inquiry_decision', 'decided_at', late.inquiryId, '363 days');
  await on('account_inquiry', 'asked_at', waiting.inquiryId, '367 days');
  // Asked long ago and looked at lately: the second officer still has it before them.
  await review(looked.inquiryId);
  await on('account_inquiry', 'asked_at', looked.inquiryId, '3 years');
  const decide = (inquiryId: string) =>
    run((tx) => decideInquiry(tx, context, { caller: officer('reviewer'), inquiryId, confirmed: false }));
  const before = (await lying()).length;
  expect(await eraseInquiries(context)).toBe(2);
  expect((await lying()).length).toBe(before - 2);
  const left = await db.app.rows(
    `SELECT q.id, q.asked_sealed IS NULL AS gone, r.maker_id, d.checker_id,
            (SELECT count(*)::int FROM account_inquiry_file f WHERE f.inquiry_id = q.id) AS files
       FROM account_inquiry q LEFT JOIN account_inquiry_review r ON r.inquiry_id = q.id
       LEFT JOIN account_inquiry_decision d ON d.inquiry_id = q.id WHERE q.id = ANY ($1) ORDER BY q.id`,
    [[decided.inquiryId, late.inquiryId, waiting.inquiryId]],
  );
  const who = { maker_id: 'off_clerk', checker_id: 'off_reviewer' };
  expect(left).toEqual([
    { id: decided.inquiryId, gone: true, ...who, files: 0 },
    { id: late.inquiryId, gone: false, ...who, files: 1 },
    { id: waiting.inquiryId, gone: true, maker_id: null, checker_id: null, files: 0 },
  ]);
  expect(await review(waiting.inquiryId)).toMatchObject(refusal('succession.no-inquiry'));
  const listed = await waitingInquiries(db.app, context, { after: null, limit: 100 });
  expect(listed.map(({ inquiryId }) => inquiryId)).not.toContain(waiting.inquiryId);
  expect(await send(waiting)).toMatchObject(refusal('succession.no-question'));
  // Whoever still has the page open decides on nothing that is gone, whatever a program asks for.
  const word = db.app.rows(`SELECT review_inquiry('token-clerk', $1, true, 'a', 'b', now())`, [
    waiting.inquiryId,
  ]);
  await expect(word).rejects.toThrow('succession.no-inquiry');
  await on('account_inquiry_review', 'reviewed_at', looked.inquiryId, '367 days');
  expect(await eraseInquiries(context)).toBe(1);
  expect(await decide(looked.inquiryId)).toMatchObject(refusal('succession.no-inquiry'));
  expect(await listInquiryFiles(db.app, waiting)).toMatchObject(refusal('succession.no-question'));
  await expect(db.app.rows('DELETE FROM account_inquiry_file')).rejects.toThrow('permission denied');
});
