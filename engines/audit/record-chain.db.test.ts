import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { testAttempt, testDatabase, testOffice, testPerson } from '#platform/testing';
import { digestOf, firstLinkOf, linkHash } from './link.ts';
import { linksOf } from './record-chain.store.ts';

const db = await testDatabase();

beforeAll(async () => {
  await testOffice(db);
  for (const name of ['a', 'b', 'c']) {
    await testPerson(db, { owner: `psn_${name}`, balanceFen: 100n, balanceOn: '2025-12-31' });
  }
});

async function chain(owner: string, reference: string, kind = 'entry'): Promise<void> {
  await db.superuser.rows(`SELECT chain_record($1, $2, $3, sha256('x'), now())`, [owner, kind, reference]);
}

describe("The chain of a person's records", () => {
  test('every link holds the hash of the one before, and the same hash is computed outside of the database', async () => {
    for (const reference of ['rec_1', 'rec_2', '备案 "3"\\\n\u0001']) await chain('psn_a', reference);
    const links = await linksOf(db.app, 'psn_a');
    expect(links.map(({ seq, reference }) => [seq, reference])).toEqual([
      [1, 'psn_a'],
      [2, 'rec_1'],
      [3, 'rec_2'],
      [4, '备案 "3"\\\n\u0001'],
    ]);
    let previous = firstLinkOf('psn_a');
    for (const link of links) {
      expect(Buffer.from(link.previousHash)).toEqual(Buffer.from(previous));
      expect(Buffer.from(linkHash(link))).toEqual(Buffer.from(link.hash));
      previous = link.hash;
    }
  });

  test('a paper and the second officer’s word on it are chained with what they say', async () => {
    await db.app.rows(
      `SELECT record_paper('token-clerk', 'psn_b', 'rec_paper', 'retired', '{"on": "2020-01-01"}', 'P 1', '2026-01-05T01:02:03.4567Z')`,
    );
    await db.app.rows(`SELECT confirm_record('token-reviewer', 'psn_b', 'rec_paper', true, NULL, now())`);
    const [, entry, word] = await linksOf(db.app, 'psn_b');
    expect(entry).toMatchObject({ kind: 'entry', reference: 'rec_paper' });
    const parts = ['retired', '{"on": "2020-01-01"}', 'P 1', null, null, null, 'off_clerk'];
    expect(Buffer.from(entry?.digest ?? [])).toEqual(
      Buffer.from(digestOf([...parts, '2026-01-05T01:02:03.456Z'])),
    );
    expect(word).toMatchObject({ seq: 3, kind: 'confirmation', reference: 'rec_paper' });
  });

  test('changes of one person at once wait for one another and leave no gap', async () => {
    await Promise.all(Array.from({ length: 24 }, (_, index) => chain('psn_c', `rec_${index}`)));
    const links = await linksOf(db.app, 'psn_c');
    expect(links.map(({ seq }) => seq)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
    expect(new Set(links.map(({ reference }) => reference)).size).toBe(25);
  });

  test('a record has one link, and only a person on record has a chain', async () => {
    await chain('psn_c', 'rec_once');
    await expect(chain('psn_c', 'rec_once')).rejects.toThrow('is in the chain already');
    await expect(chain('psn_nobody', 'rec_1')).rejects.toThrow('record_chain_owner_id_fkey');
  });

  test('the application can neither call for a link nor write, change or remove one', async () => {
    const attempts = [
      `SELECT chain_record('psn_a', 'entry', 'rec_x', sha256('x'), now())`,
      `INSERT INTO record_chain SELECT owner_id, 9, kind, 'rec_x', digest, salt, previous_hash, hash, at, 0 FROM record_chain`,
      `UPDATE record_chain SET digest = sha256('y')`,
      `DELETE FROM record_chain`,
    ];
    for (const sql of attempts) {
      expect((await testAttempt(db, sql)).outcome, sql).toMatch(/permission denied/);
    }
  });

  test('any texts give one digest inside and outside of the database', async () => {
    const texts = fc.array(
      fc.option(fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'))),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    await fc.assert(
      fc.asyncProperty(texts, async (parts) => {
        const row = await db.app.row<{ digest: Uint8Array }>(
          'SELECT digest_of(VARIADIC $1::text[]) AS digest',
          [parts],
        );
        expect(Buffer.from(row?.digest ?? [])).toEqual(Buffer.from(digestOf(parts)));
      }),
    );
  });
});
