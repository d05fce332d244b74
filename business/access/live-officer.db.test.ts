import { describe, expect, test } from 'vitest';
import { testDatabase, testOffice } from '#platform/testing';

/** Every guard function asks `live_officer` first, so these hold for each of them. */
const db = await testDatabase();
await testOffice(db);

/** What a guard function says to the clerk after something happened, which is then undone. */
async function afterwards(happened: string): Promise<string> {
  await db.superuser.rows(happened);
  try {
    return await db.app
      .rows(
        `SELECT begin_import('token-clerk', 'run_' || gen_random_uuid(), 'months', 'x', sha256(random()::text::bytea),
           0, 0, 0, now())`,
      )
      .then(
        () => 'it went through',
        (error: Error) => error.message,
      );
  } finally {
    await db.superuser.rows('UPDATE import_run SET finished_at = now() WHERE finished_at IS NULL');
    await db.superuser.rows(
      `UPDATE officer_session SET ended_at = NULL, opened_at = now(), expires_at = now() + interval '1 day'`,
    );
    await db.superuser.rows(`UPDATE officer SET active = true, roles = '{clerk}' WHERE id = 'off_clerk'`);
  }
}

describe('an officer acts', () => {
  test('with a live session', async () => {
    expect(await afterwards('SELECT 1')).toBe('it went through');
  });

  test.each([
    ['after signing out', `UPDATE officer_session SET ended_at = now()`, 'access.no-session'],
    [
      'after the session has run out',
      `UPDATE officer_session SET opened_at = now() - interval '2 hours', expires_at = now() - interval '1 second'`,
      'access.no-session',
    ],
    ['after being disabled', `UPDATE officer SET active = false WHERE id = 'off_clerk'`, 'access.no-session'],
    [
      'after the role was taken away',
      `UPDATE officer SET roles = '{auditor}' WHERE id = 'off_clerk'`,
      'access.role-missing',
    ],
  ])('not %s', async (_, happened, reason) => {
    expect(await afterwards(happened)).toBe(reason);
  });
});
