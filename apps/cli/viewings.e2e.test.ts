import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, test } from 'vitest';
import { temporaryFolder, testDatabase, testOffice, testPerson } from '#platform/testing';
import { runProgram } from './program.ts';

const db = await testDatabase();
const env = {
  SUIXING_MODE: 'development',
  SUIXING_DATA_DIR: temporaryFolder(),
  SUIXING_DATABASE_URL: db.url('app'),
  SUIXING_LOGIN_DATABASE_URL: db.url('login'),
  SUIXING_MIGRATOR_DATABASE_URL: db.url('migrator'),
  SUIXING_LANG: 'en',
};

beforeAll(async () => {
  await testOffice(db);
  await db.superuser.rows(`UPDATE officer SET roles = '{auditor}' WHERE id = 'off_finance2'`);
  await suixing(['verify']);
  await testPerson(db, { owner: 'psn_a', balanceFen: 100n, balanceOn: '2025-12-31' });
});

async function suixing(args: readonly string[], token = 'token-clerk') {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  stdin.end();
  const code = await runProgram({ args, env: { ...env, SUIXING_SESSION: token }, stdin, stdout, stderr });
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout), err: await text(stderr) };
}

test('whoever looks at a person on the command line stands in the access log, auditors who read it too', async () => {
  expect(await suixing(['person', 'show', 'psn_a', '--purpose', 'complaint'])).toMatchObject({ code: 0 });
  expect(await suixing(['chain', 'psn_a'])).toMatchObject({ code: 0 });
  const seen = await suixing(['--json', 'viewings', 'psn_a'], 'token-finance2');
  expect(JSON.parse(seen.out).items).toMatchObject([
    { ownerId: 'psn_a', actorId: 'off_clerk', operation: 'suixing-chain', purpose: 'audit' },
    { ownerId: 'psn_a', actorId: 'off_clerk', operation: 'suixing-person-show', purpose: 'complaint' },
  ]);
  const again = await suixing(['viewings', '--by', 'off_finance2'], 'token-finance2');
  expect(again.out).toMatch(/off_finance2 {2}psn_a {2}suixing-viewings {2}audit/);
});

test('a purpose that nobody understands is refused before anything is shown', async () => {
  const refused = await suixing(['person', 'show', 'psn_a', '--purpose', 'curiosity']);
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toContain('access-log.unknown-purpose');
});
