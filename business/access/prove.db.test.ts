import { availableParallelism } from 'node:os';
import { expect, it } from 'vitest';
import { codeOf, openAccess } from './access.testing.ts';
import { limits } from './limits.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { prove } from './prove.ts';

const { db, access } = await openAccess();
const holder = { kind: 'person', id: `usr_${'a'.repeat(26)}` } as const;
const password = 'a sentence that is one’s own';

it('a try at which nobody looked, because too many waited, counts as no failure and locks nobody out', async () => {
  await db.superuser.rows(
    `INSERT INTO person_login (owner_id, login_name_sealed, password_hash, changed_at, created_at, failures)
     VALUES ($1, '\\x01', $2, now(), now(), $3)`,
    [holder.id, await hashPassword(access, password), limits.failures - 1],
  );
  const crowd = asManyAsWait();
  await expect(prove(access, { holder, password })).rejects.toMatchObject({
    refusal: { code: 'http.unavailable' },
  });
  expect(await tries()).toEqual({ failures: limits.failures - 1, locked: false });
  await crowd.leaves();
  // A wrong one that was looked at is one too many, and then the right one is not let in either.
  expect(codeOf(await prove(access, { holder, password: 'wrong' }))).toBe('access.wrong-credentials');
  expect(await tries()).toEqual({ failures: limits.failures, locked: true });
  expect(codeOf(await prove(access, { holder, password }))).toBe('access.wrong-credentials');
});

/** As many as may wait, each of whom comes again at once, so that there is never room for one more. */
function asManyAsWait() {
  let over = false;
  const cheap = `scrypt$4$8$1$${'A'.repeat(22)}$${'A'.repeat(43)}`;
  const atOnce = Math.max(1, Math.floor(availableParallelism() / 2));
  const everybody = Array.from({ length: atOnce + limits.passwordsWaiting }, async () => {
    while (!over) await isPassword('anything', cheap);
  });
  return {
    async leaves() {
      over = true;
      await Promise.all(everybody);
    },
  };
}

function tries() {
  const seen = 'SELECT failures, locked_until IS NOT NULL AS locked FROM person_login WHERE owner_id = $1';
  return db.login.row(seen, [holder.id]);
}
