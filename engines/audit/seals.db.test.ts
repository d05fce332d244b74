import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { refuse } from '#basics';
import { inSnapshot, inTransaction } from '#platform/postgres';
import { agencyKeys, makeSigningKey, signStatement, verifierOf } from '#platform/signing';
import {
  temporaryFolder,
  testClock,
  testDatabase,
  testOffice,
  testPerson,
  testRandom,
} from '#platform/testing';
import type { AuditContext } from './context.ts';
import { deliverSeals } from './deliver-seals.ts';
import { auditDocuments } from './document-types.ts';
import { proveRecord } from './prove-record.ts';
import { recordSource } from './record-source.ts';
import { allSeals } from './seal.store.ts';
import { sealDay } from './seal-day.ts';
import { secondPlace } from './second-place.ts';
import { verifyDocument } from './verify-document.ts';
import { sealsProof } from './verify-seals.ts';

const db = await testDatabase();
const clock = testClock('2026-11-23T01:00:00Z');
const place = temporaryFolder();
const signingKeys = agencyKeys({ folder: temporaryFolder(), clock, makesItsOwn: true });
const entries = {
  kind: 'entry',
  select: `SELECT owner_id, id AS reference, ARRAY[kind, body::text, paper_reference, run_id, line_no::text, case_id, maker_id,
    instant_text(recorded_at)] AS parts FROM record_entry`,
};
const context: AuditContext = {
  database: db.app,
  clock,
  random: testRandom(3),
  region: '440300',
  signingKeys,
  sealSources: [recordSource([entries])],
  secondPlace: secondPlace(place, null),
};

beforeAll(async () => {
  await testOffice(db);
  for (const name of ['a', 'b']) {
    await testPerson(db, { owner: `psn_${name}`, balanceFen: 100n, balanceOn: '2025-12-31' });
    for (const number of [1, 2, 3]) await paper(`psn_${name}`, `rec_${name}${number}`);
  }
  await seal();
  clock.set('2026-11-24T01:00:00Z');
  await paper('psn_a', 'rec_a4');
  await paper('psn_b', 'rec_b4');
  await seal();
});

async function paper(owner: string, id: string): Promise<void> {
  await db.app.rows(
    `SELECT record_paper('token-clerk', $1, $2, 'retired', '{"on": "2020-01-01"}', 'P 1', now())`,
    [owner, id],
  );
}

/** Transactions of other tests on the same server end within moments, and then what was written can be sealed. */
async function settled(): Promise<void> {
  await vi.waitFor(async () => {
    const row = await db.app.row<{ ended: boolean }>(
      `SELECT max(recorded_xid) < pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS ended FROM record_chain`,
    );
    expect(row?.ended).toBe(true);
  }, 10_000);
}

async function seal(): Promise<void> {
  await settled();
  expect(await sealDay(context)).toMatchObject({ ok: true });
  expect((await deliverSeals(context)).failed).toEqual([]);
}

function verifier() {
  const keys = signingKeys.published();
  if (!keys.ok) throw new Error(keys.refusal.code);
  return verifierOf(keys.value);
}

/** What the comparison finds, `row: why`, after somebody with every right did this; undone afterwards. */
async function tampered(tampering: string, folder = place): Promise<readonly string[]> {
  let found: readonly string[] = [];
  await inTransaction(db.superuser, async (tx) => {
    await tx.rows(`SET LOCAL session_replication_role = 'replica'`);
    await tx.rows(tampering);
    const proof = sealsProof({ folder, verifier: verifier(), sources: context.sealSources });
    const { broken } = await proof.run(tx, () => undefined);
    found = broken.map(({ row, why }) => `${row}: ${why.en}`);
    return refuse({ code: 'test.undo' });
  });
  return found;
}

const nothing = 'SELECT 1';

describe('Seals against the database', () => {
  test('agree while nobody tampers, and name how much they looked at', async () => {
    const proof = sealsProof({ folder: place, verifier: verifier(), sources: context.sealSources });
    expect(await inSnapshot(db.app, (reader) => proof.run(reader, () => undefined))).toEqual({
      rows: 10n,
      figures: { seals: 2n },
      broken: [],
    });
  });

  test.each([
    [
      'an edited link',
      `UPDATE record_chain SET hash = sha256('x') WHERE owner_id = 'psn_a' AND seq = 2`,
      'record psn_a/2: was altered after seal 1 of 2026-11-23',
    ],
    [
      'a removed link',
      `DELETE FROM record_chain WHERE owner_id = 'psn_b' AND seq = 3`,
      'record psn_b/3: stands in seal 1 of 2026-11-23 and is gone',
    ],
    [
      'a cut tail',
      `DELETE FROM record_chain WHERE owner_id = 'psn_b' AND seq >= 5`,
      'record psn_b/5: stands in seal 2 of 2026-11-24 and is gone',
    ],
    [
      'a link moved out of sight of its seal',
      `UPDATE record_chain SET recorded_xid = recorded_xid + 1000000 WHERE owner_id = 'psn_a' AND seq = 5`,
      'record psn_a/5: stands in seal 2',
    ],
    [
      'a link slipped into an old day',
      `INSERT INTO record_chain SELECT owner_id, 9, kind, 'rec_x', digest, salt, previous_hash, hash, at, recorded_xid FROM record_chain WHERE owner_id = 'psn_a' AND seq = 1`,
      'record psn_a/9: is not in seal 1 of 2026-11-23 and was slipped in',
    ],
    [
      'two links swapped',
      `UPDATE record_chain c SET hash = o.hash FROM record_chain o WHERE c.owner_id = 'psn_a' AND o.owner_id = 'psn_a' AND (c.seq, o.seq) IN ((2, 3), (3, 2))`,
      'record psn_a/2: was altered after seal 1',
    ],
  ])('find %s and name it', async (_, tampering, expected) => {
    expect((await tampered(tampering)).join('\n')).toContain(expected);
  });

  test('find a chain that a superuser built anew with right hashes throughout', async () => {
    const rebuild = `WITH RECURSIVE anew AS (
        SELECT owner_id, seq, kind, reference, sha256('forged') AS digest, salt, at, first_link_of(owner_id) AS previous,
          link_hash(owner_id, seq, kind, reference, sha256('forged'), salt, at, first_link_of(owner_id)) AS hash
          FROM record_chain WHERE owner_id = 'psn_a' AND seq = 1
        UNION ALL
        SELECT c.owner_id, c.seq, c.kind, c.reference, c.digest, c.salt, c.at, a.hash,
          link_hash(c.owner_id, c.seq, c.kind, c.reference, c.digest, c.salt, c.at, a.hash)
          FROM anew a JOIN record_chain c ON c.owner_id = a.owner_id AND c.seq = a.seq + 1)
      UPDATE record_chain c SET digest = anew.digest, previous_hash = anew.previous, hash = anew.hash FROM anew
       WHERE c.owner_id = anew.owner_id AND c.seq = anew.seq`;
    const found = await tampered(rebuild);
    expect(found[0]).toBe('record psn_a/1: was altered after seal 1 of 2026-11-23');
    expect(found).toHaveLength(5);
  });

  test('find a seal taken out of the database, put into another order or altered there', async () => {
    expect(await tampered(`DELETE FROM seal_delivery; DELETE FROM day_seal WHERE number = 2`)).toEqual([
      expect.stringMatching(/^seal 2: is in the second place and not in the database/),
    ]);
    expect((await tampered(`UPDATE day_seal SET statement = 'x.y.z' WHERE number = 1`)).join('\n')).toContain(
      'seal 1: says something else in the database',
    );
    expect(
      (await tampered(`UPDATE day_seal SET below_xid = below_xid + 5 WHERE number = 1`)).join('\n'),
    ).toContain('seal 2: covers another range');
    expect(await tampered(`UPDATE day_seal SET secret = sha256('x') WHERE number = 1`)).toEqual([
      expect.stringMatching(/^seal 1: its secret was altered/),
    ]);
  });
});

describe('The second place', () => {
  function copy(): string {
    const folder = temporaryFolder();
    for (const name of readdirSync(place)) copyFileSync(join(place, name), join(folder, name));
    return folder;
  }

  test('holds no personal data: ids, hashes and counts', () => {
    const text = readdirSync(place)
      .map((name) => readFileSync(join(place, name), 'utf8'))
      .join('\n');
    expect(text).toMatch(/^record psn_a\/1 [0-9a-f]{64}$/m);
    expect(text).not.toMatch(/张三|1960|P 1|retired/);
  });

  test('a missing seal, a missing or altered list and a forged seal are found', async () => {
    const missing = copy();
    rmSync(join(missing, 'seal-000001.jws'));
    expect(await tampered(nothing, missing)).toEqual(['seal 1: is not in the second place']);
    const unlisted = copy();
    rmSync(join(unlisted, 'seal-000002.leaves'));
    expect(await tampered(nothing, unlisted)).toEqual([
      'seal 2: its leaf list is missing in the second place',
    ]);
    const altered = copy();
    const list = join(altered, 'seal-000001.leaves');
    writeFileSync(list, readFileSync(list, 'utf8').replace(/^record psn_a\/1 ./, 'record psn_a/1 0'));
    writeFileSync(list, `${readFileSync(list, 'utf8')}record psn_z/1 ${'0'.repeat(64)}\n`);
    expect((await tampered(nothing, altered)).join()).toContain('is not the one that was signed');
    const forged = copy();
    const stranger = makeSigningKey(temporaryFolder(), { from: clock.now(), until: new Date('2030-01-01') });
    const [, body = ''] = readFileSync(join(forged, 'seal-000002.jws'), 'utf8').split('.');
    const said = JSON.parse(Buffer.from(body, 'base64url').toString());
    const text = signStatement(
      { kid: stranger.kid, alg: 'EdDSA', sign: () => new Uint8Array(64) },
      { type: 'suixing-seal', at: clock.now(), payload: said },
    );
    writeFileSync(join(forged, 'seal-000002.jws'), text);
    expect((await tampered(nothing, forged)).join('\n')).toMatch(
      /seal 2: its signature or wording does not hold \(signing.unknown-key\)/,
    );
  });

  test('what cannot be written there is told and written the next time, with nothing skipped', async () => {
    const file = join(temporaryFolder(), 'not-a-folder');
    writeFileSync(file, '');
    const stuck = { ...context, secondPlace: secondPlace(file, null) };
    const first = await deliverSeals(stuck);
    expect(first).toMatchObject({ delivered: [], failed: [{ number: 1 }] });
    rmSync(file);
    expect(await deliverSeals(stuck)).toEqual({ delivered: [1, 2], failed: [] });
    expect(readFileSync(join(file, 'seal-000002.leaves'))).toEqual(
      readFileSync(join(place, 'seal-000002.leaves')),
    );
  });

  test('a seal that stands there is not written over by another one of its number', async () => {
    const taken = copy();
    const [one, two] = ['seal-000001.jws', 'seal-000002.jws'].map((name) => join(taken, name));
    copyFileSync(two ?? '', one ?? '');
    const { delivered, failed } = await deliverSeals({ ...context, secondPlace: secondPlace(taken, null) });
    expect({ delivered, failed }).toEqual({
      delivered: [],
      failed: [{ number: 1, reason: 'another seal 1 stands there already' }],
    });
    expect(readFileSync(one ?? '')).toEqual(readFileSync(two ?? ''));
  });

  test('rows altered before their seal was written out are not written out under it', async () => {
    const other = { ...context, secondPlace: secondPlace(temporaryFolder(), null) };
    const [link] = await db.superuser.rows<{ hash: Uint8Array }>(
      `SELECT hash FROM record_chain WHERE owner_id = 'psn_a' AND seq = 1`,
    );
    await db.superuser.rows(
      `UPDATE record_chain SET hash = sha256('x') WHERE owner_id = 'psn_a' AND seq = 1`,
    );
    const { failed } = await deliverSeals(other);
    await db.superuser.rows(`UPDATE record_chain SET hash = $1 WHERE owner_id = 'psn_a' AND seq = 1`, [
      link?.hash,
    ]);
    expect(failed).toMatchObject([
      { number: 1, reason: expect.stringContaining('not those that were signed') },
    ]);
  });
});

describe('Sealing', () => {
  beforeEach(() => clock.set('2026-11-25T01:00:00Z'));

  test('a day has one seal, however often and by however many it is asked for', async () => {
    const before = (await allSeals(db.app)).length;
    await Promise.all(Array.from({ length: 6 }, () => sealDay(context)));
    await sealDay(context);
    const seals = await allSeals(db.app);
    expect(seals).toHaveLength(before + 1);
    expect(seals.map(({ number }) => number)).toEqual(seals.map((_, index) => index + 1));
  });

  test('what a transaction under way will still write is left to the next seal, and nothing falls between', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let written: () => void = () => undefined;
    const began = new Promise<void>((resolve) => {
      written = resolve;
    });
    const slow = inTransaction(db.app, async (tx) => {
      await tx.rows(
        `SELECT record_paper('token-clerk', 'psn_a', 'rec_slow', 'retired', '{"on": null}', 'P 2', now())`,
      );
      written();
      await held;
      return { ok: true, value: null } as const;
    });
    await began;
    await paper('psn_b', 'rec_fast');
    const first = await sealDay(context, { again: true });
    release();
    await slow;
    await settled();
    const second = await sealDay(context, { again: true });
    expect(first).toMatchObject({ ok: true, value: { leaves: 0n } });
    expect(second).toMatchObject({ ok: true, value: { leaves: 2n } });
  });

  test('rows of a sort that is sealed from now on are all taken by the next seal, and the earlier ones stay as they were', async () => {
    const officers = {
      ...recordSource([]),
      name: 'officer',
      select: `SELECT id, sha256(convert_to(login_name, 'UTF8')) AS digest, 0::bigint AS xid FROM officer`,
    };
    const wider = { ...context, sealSources: [...context.sealSources, officers] };
    expect(await sealDay(wider, { again: true })).toMatchObject({
      ok: true,
      value: { leaves: 7n, firstSources: ['officer'] },
    });
    expect(await sealDay(wider, { again: true })).toMatchObject({ ok: true, value: { leaves: 0n } });
    await deliverSeals(wider);
    const proof = sealsProof({ folder: place, verifier: verifier(), sources: wider.sealSources });
    expect((await inSnapshot(db.app, (reader) => proof.run(reader, () => undefined))).broken).toEqual([]);
    await sealDay(context, { again: true });
  });

  test('the application can neither say which transaction wrote a row nor alter or remove a seal', async () => {
    const attempts = [
      `INSERT INTO case_action (owner_id, case_id, seq, action, from_state, to_state, actor_kind, actor_id, at, data, previous_hash,
         hash, recorded_xid) VALUES ('psn_a', 'cas_a', 1, 'a', 'b', 'c', 'officer', 'o', now(), '{}', sha256('a'), sha256('b'), 0)`,
      `UPDATE day_seal SET below_xid = 0`,
      `DELETE FROM day_seal`,
      `DELETE FROM seal_delivery`,
    ];
    for (const sql of attempts) await expect(db.app.rows(sql), sql).rejects.toThrow(/permission denied/);
  });

  test('nothing is sealed on top of a seal that does not hold', async () => {
    const last = (await allSeals(db.app)).at(-1);
    const put = (statement: string | undefined) =>
      db.superuser.rows('UPDATE day_seal SET statement = $1 WHERE number = $2', [statement, last?.number]);
    await put(`${last?.statement}A`);
    expect(await sealDay(context, { again: true })).toMatchObject({ refusal: { code: 'audit.seal-broken' } });
    await put(last?.statement);
  });
});

describe('A proof of one record', () => {
  async function proof(id = 'psn_a/entry/rec_a2') {
    const made = await proveRecord(context, { source: 'record', id });
    if (!made.ok) throw new Error(made.refusal.code);
    return made.value;
  }

  test('holds with nothing but the published keys, and shows what was recorded', async () => {
    const text = JSON.stringify(await proof());
    const read = verifyDocument(text, { types: auditDocuments, verifier: verifier() });
    expect(read).toMatchObject({ ok: true, value: { type: 'suixing-record-proof' } });
    expect(JSON.stringify(read)).toContain('2020-01-01');
  });

  test('does not hold where its text, its content, its place or its seal was altered', async () => {
    const whole = await proof();
    const bent = [
      { ...whole, record: { ...whole.record, text: whole.record.text.replace('rec_a2', 'rec_a3') } },
      {
        ...whole,
        record: { ...whole.record, content: whole.record.content?.replace('2020', '2021') ?? null },
      },
      { ...whole, record: { ...whole.record, id: 'psn_a/9' } },
      { ...whole, record: { ...whole.record, salt: '0'.repeat(64) } },
      { ...whole, index: whole.index + 1 },
      { ...whole, path: whole.path.slice(1) },
      { ...whole, seal: (await proof('psn_a/entry/rec_a4')).seal },
      { ...whole, seal: `${whole.seal.slice(0, -4)}AAAA` },
      { ...whole, more: 1 },
    ];
    for (const each of bent) {
      const read = verifyDocument(JSON.stringify(each), { types: auditDocuments, verifier: verifier() });
      expect(read.ok, JSON.stringify(each)).toBe(false);
    }
  });

  test('is not given of what is not there, not sealed or altered since', async () => {
    expect(await proveRecord(context, { source: 'record', id: 'psn_a/99' })).toMatchObject({
      refusal: { code: 'audit.no-such-record' },
    });
    expect(await proveRecord(context, { source: 'x', id: 'psn_a/1' })).toMatchObject({
      refusal: { code: 'audit.no-such-record' },
    });
    await paper('psn_a', 'rec_new');
    expect(await proveRecord(context, { source: 'record', id: 'psn_a/entry/rec_new' })).toMatchObject({
      refusal: { code: 'audit.not-sealed-yet' },
    });
  });

  test('a seal itself is checked offline, and something else is called so', () => {
    const statement = readFileSync(join(place, 'seal-000001.jws'), 'utf8');
    const options = { types: auditDocuments, verifier: verifier() };
    expect(verifyDocument(statement, options)).toMatchObject({ ok: true, value: { type: 'suixing-seal' } });
    expect(verifyDocument('hello', options)).toMatchObject({ refusal: { code: 'audit.unknown-document' } });
  });
});
