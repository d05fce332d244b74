import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, test, vi } from 'vitest';
import { whyPaperDoesNotCount } from '#business/materials/public';
import { jpegSegment, testExif, testJpeg, testPdf, testPng } from '#platform/testing';
import { openLoginFor, storedFilesOf, viewingsOf } from './papers.testing.store.ts';
import { clerk, different, longFile, reviewer, testPapers } from './papers.testing.ts';

const { api, newCase, post, get, upload, handIn, judge, paperOf, lying, broken } = await testPapers('given');

describe('A paper that a successor uploads', () => {
  test('waits for a clerk’s verdict, is looked at by who may, and lies on the disk sealed and namelessly', async () => {
    const { owner, number } = await newCase('death');
    const heir = await openLoginFor(api.db, { owner, capacity: 'successor' });
    const photo = testJpeg({
      before: [jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), testExif(6)]))],
    });
    const front = await upload(number, heir, photo, '张三 身份证 正面.jpg');
    expect(front).toMatchObject({
      status: 201,
      body: { kind: 'jpeg', scan: 'clean', removed: ['exif'], known: false },
    });
    const back = await upload(number, heir, testPng({ width: 7 }));
    const fileIds = [front.body.fileId, back.body.fileId];
    const given = await post(`/cases/${number}/papers`, heir, { materialId: 'identity-document', fileIds });
    expect(given).toMatchObject({ status: 200, body: { state: 'submitted', seen: 2 } });
    const paper = await paperOf(number, 'identity-document', heir);
    expect(paper).toMatchObject({ state: 'unchecked', why: null });
    expect(paper.given[0].pages).toMatchObject([
      { page: 1, name: '张三 身份证 正面.jpg', served: true },
      { page: 2, kind: 'png', name: null },
    ]);
    const headers = { authorization: `Bearer ${clerk}` };
    const url = `/api/v1/cases/${number}/files/${fileIds[0]}`;
    const shown = await api.server.inject({ url, headers });
    expect(shown.statusCode).toBe(200);
    expect(shown.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'attachment; filename="identity-document-1-1.jpg"',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(shown.rawPayload.includes('GPS')).toBe(false);
    expect(shown.rawPayload.length).toBe(front.body.bytes);
    await vi.waitFor(async () => expect(await viewingsOf(api.db, owner)).toContain('downloadPaperFile'));
    for (const path of lying()) {
      expect(path).toMatch(/\/[0-9a-f]{2}\/[0-9a-f]{64}$/);
      expect(readFileSync(path).includes('JFIF')).toBe(false);
    }
    const stranger = await openLoginFor(api.db, { owner: (await newCase()).owner, capacity: 'insured' });
    expect((await upload(number, stranger, photo)).body.code).toBe('casework.no-case');
    expect((await get(`/cases/${number}/papers`, stranger)).body.code).toBe('casework.no-case');
    expect((await get(`/cases/${number}/files/${fileIds[0]}`, stranger)).body.code).toBe('casework.no-case');
    expect((await get(`/cases/${(await newCase()).number}/files/${fileIds[0]}`, clerk)).body.code).toBe(
      'materials.no-file',
    );
  });

  test('that is the same content again lies there once, for the same person, also where two send it at once', async () => {
    const [one, other] = [await newCase(), await newCase()];
    const same = different();
    const both = await Promise.all([upload(one.number, clerk, same), upload(one.number, clerk, same)]);
    const [first, second] = both.map(({ body }) => body);
    expect(first.fileId).toBe(second.fileId);
    expect([first.known, second.known].sort()).toEqual([false, true]);
    expect((await upload(other.number, clerk, same)).body.known).toBe(false);
    const names = [
      ...(await storedFilesOf(api.db, one.owner)),
      ...(await storedFilesOf(api.db, other.owner)),
    ];
    expect(new Set(names.map(({ name }) => name)).size).toBe(2);
    expect(await broken('nothing-left-over')).toEqual([]);
  });

  test('is refused for a case that is over, under a name that is none, and beyond what a case takes', async () => {
    const { number, owner } = await newCase();
    const before = lying().length;
    expect((await upload(number, clerk, different(), '../a.pdf')).body.code).toBe('materials.bad-name');
    expect((await upload(number, clerk, different(), 'a.jpg')).body.code).toBe('materials.bad-name');
    expect((await upload(number, clerk, new Uint8Array())).body.code).toBe('materials.empty');
    expect((await upload(number, clerk, Buffer.from('<svg onload="x()"/>'))).body.code).toBe(
      'materials.web-page',
    );
    expect((await upload(number, clerk, testPdf({ root: '/A << /S /Launch >>' }))).body.code).toBe(
      'materials.active-content',
    );
    const declared = await api.server.inject({
      method: 'POST',
      url: `/api/v1/cases/${number}/files`,
      headers: {
        authorization: `Bearer ${clerk}`,
        'content-length': '30000000',
        'content-type': 'image/jpeg',
      },
      payload: Readable.from([testJpeg()]),
    });
    expect([declared.statusCode, declared.json().code]).toEqual([413, 'materials.file-too-large']);
    expect(declared.json().next.zh).toContain('按页拆成几个文件');
    const endless = Readable.from(longFile(21, 'endless'));
    expect((await upload(number, clerk, endless)).body.code).toBe('materials.file-too-large');
    expect(lying().length).toBe(before);
    for (let sent = 0; sent < 60; sent += 1)
      expect((await upload(number, clerk, different())).status).toBe(201);
    expect((await upload(number, clerk, different())).body.code).toBe('materials.case-full');
    expect((await storedFilesOf(api.db, owner)).length).toBe(60);
    expect((await post(`/withdrawals/${number}/withdrawal-of-application`, clerk, {})).status).toBe(200);
    expect((await upload(number, clerk, different())).body.code).toBe('materials.case-closed');
  }, 60_000);
});

describe('A clerk’s verdict', () => {
  test('that rejects a paper makes it missing, with its reason in what the applicant is asked for', async () => {
    const { owner, number } = await newCase();
    const insured = await openLoginFor(api.db, { owner, capacity: 'insured' });
    await handIn(number, insured, 'nationality-loss-certificate', different());
    expect((await judge(number, 'nationality-loss-certificate', { verdict: 'rejected' })).body.code).toBe(
      'materials.reason-missing',
    );
    expect((await judge(number, 'death-proof', { verdict: 'accepted' })).body.code).toBe(
      'materials.no-paper',
    );
    const word = { verdict: 'rejected', reason: 'illegible', note: '第二行看不清' };
    expect(await judge(number, 'nationality-loss-certificate', word)).toMatchObject({
      body: { state: 'in-review' },
    });
    const paper = await paperOf(number, 'nationality-loss-certificate', insured);
    expect(paper).toMatchObject({
      state: 'missing',
      why: { code: 'illegible', text: whyPaperDoesNotCount('illegible') },
    });
    expect(paper.given[0].verdict).toMatchObject({ verdict: 'rejected', note: '第二行看不清' });
    await post(`/withdrawals/${number}/materials-request`, clerk, { again: [] });
    const history = await get(`/withdrawals/${number}/history`, insured);
    expect(history.body.items.at(-1).data.reasons).toEqual({ 'nationality-loss-certificate': 'illegible' });
    const stale = await judge(number, 'nationality-loss-certificate', { verdict: 'accepted', revision: 2 });
    expect(stale.body.code).toBe('casework.changed-meanwhile');
    expect(await broken('verdicts-are-steps')).toEqual([]);
  });

  test('must be there before a decision is proposed, and an expired or infected paper does not count', async () => {
    const { number } = await newCase();
    await post(`/withdrawals/${number}/payee`, clerk, payee);
    const { body: view } = await get(`/withdrawals/${number}`, clerk);
    for (const { materialId, state } of view.papers) {
      if (state === 'missing' && materialId !== 'nationality-loss-certificate')
        await post(`/withdrawals/${number}/materials`, clerk, { materialId, paperReference: 'C-1' });
    }
    await handIn(number, clerk, 'nationality-loss-certificate', different());
    await post(`/withdrawals/${number}/review`, clerk, {});
    const early = await post(`/withdrawals/${number}/proposal`, clerk, { outcome: 'approve' });
    expect(early.body).toMatchObject({ code: 'withdrawal.not-supported' });
    expect(JSON.stringify(early.body.problems)).toContain('Nobody has looked at this paper yet');
    await judge(number, 'nationality-loss-certificate', { verdict: 'accepted', validUntil: '2026-01-01' });
    expect((await paperOf(number, 'nationality-loss-certificate')).why.code).toBe('expired');
    await judge(number, 'nationality-loss-certificate', { verdict: 'accepted', validUntil: '2099-12-31' });
    const proposed = await post(`/withdrawals/${number}/proposal`, clerk, { outcome: 'approve' });
    expect(proposed).toMatchObject({ status: 200, body: { state: 'proposed' } });
    const approved = await post(`/withdrawals/${number}/approval`, reviewer, {});
    expect(approved).toMatchObject({ status: 200, body: { state: 'approved' } });
    const told = await get(`/withdrawals/${number}/explanation?verify=true`, clerk);
    expect(told.body.verification).toEqual({ same: true, chainWhole: true });
    expect(told.body.stages.at(-1).facts.judged['nationality-loss-certificate']).toEqual({
      ...{ revision: 1, standing: 'accepted', validUntil: '2099-12-31' },
    });
  });

  test('holds in the person’s next case: an accepted paper that still serves is not asked for again', async () => {
    const { owner, number } = await newCase();
    await handIn(number, clerk, 'nationality-loss-certificate', different());
    await judge(number, 'nationality-loss-certificate', { verdict: 'accepted' });
    await post(`/withdrawals/${number}/withdrawal-of-application`, clerk, {});
    const next = await newCase('nationality-lost', owner);
    expect(await paperOf(next.number, 'nationality-loss-certificate')).toMatchObject({
      state: 'on-record',
      onRecord: { number, revision: 1, validUntil: null },
    });
  });
});

describe('A life event', () => {
  test('takes uploaded papers in the same way, and is decided only on papers that were looked at', async () => {
    const { owner } = await newCase();
    const statement = { kind: 'death-notice', diedOn: '2026-05-01', reporter: 'hospital' };
    const { body } = await post('/life-events', clerk, { personId: owner, statement });
    const number = String(body.number);
    await handIn(number, clerk, 'death-proof', testPng({ width: 9 }));
    expect((await paperOf(number, 'death-proof')).state).toBe('unchecked');
    await post(`/life-events/${number}/review`, clerk, {});
    const early = await post(`/life-events/${number}/proposal`, clerk, { outcome: 'approve' });
    expect(JSON.stringify(early.body.problems)).toContain('Nobody has looked at this paper yet');
    await judge(number, 'death-proof', { verdict: 'rejected', reason: 'missing-signature' });
    const { body: view } = await get(`/life-events/${number}`, clerk);
    expect(view.papers[0]).toMatchObject({ state: 'missing', why: { code: 'missing-signature' } });
    await judge(number, 'death-proof', { verdict: 'accepted' });
    expect((await post(`/life-events/${number}/proposal`, clerk, { outcome: 'approve' })).status).toBe(200);
    expect((await post(`/life-events/${number}/approval`, reviewer, {})).body.state).toBe('approved');
    const told = await get(`/life-events/${number}/explanation?verify=true`, clerk);
    expect(told.body.verification).toMatchObject({ same: true });
    expect(await broken('verdicts-are-steps')).toEqual([]);
  });
});

describe('A commitment in place of a paper', () => {
  test('is signed by the version that was read, where the list of papers allows it', async () => {
    const { owner, number } = await newCase('death');
    const heir = await openLoginFor(api.db, { owner, capacity: 'successor' });
    const sign = (body: object) =>
      post(`/cases/${number}/commitments`, heir, { signerName: '张小明', agreed: true, ...body });
    const offered = await paperOf(number, 'succession-proof', heir);
    const { version, text, withPaper } = offered.alternatives[0].commitment;
    expect([text.zh.includes('追回'), withPaper]).toEqual([true, true]);
    const materialId = 'kinship-and-commitment';
    expect((await sign({ materialId: 'court-document', version })).body.code).toBe('materials.no-commitment');
    expect((await sign({ materialId, version: '2020-01' })).body.code).toBe('materials.text-changed');
    expect((await sign({ materialId, version })).body.code).toBe('materials.commitment-needs-paper');
    const { fileId } = (await upload(number, heir, different())).body;
    expect((await sign({ materialId, version, fileIds: [fileId] })).status).toBe(200);
    expect((await sign({ materialId: 'death-commitment', version })).status).toBe(200);
    const signed = await paperOf(number, 'succession-proof');
    expect(signed.given[0]).toMatchObject({
      materialId,
      commitment: { version, signer: '张小明' },
      pages: [{ fileId }],
    });
    expect((await paperOf(number, 'death-proof')).given[0]).toMatchObject({
      pages: [],
      commitment: { version },
    });
    const residence = { materialId: 'residence-commitment', version };
    expect((await sign(residence)).body.code).toBe('withdrawal.unknown-material');
    expect(await broken('pages-as-handed-in')).toEqual([]);
  });
});

const payee = {
  name: '张三',
  bankCode: '102584000002',
  bankName: '工商银行深圳分行',
  accountNumber: '6222021001012345678',
};
