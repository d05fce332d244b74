import { randomBytes } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, test } from 'vitest';
import { type AccessContext, createOfficer } from '#business/access';
import { makeSeal } from '#platform/seal';
import { temporaryFolder, testClock, testDatabase, testIds, testOffice, testPerson } from '#platform/testing';
import { runProgram } from './program.ts';

const db = await testDatabase();
const password = 'a long sentence of one’s own';
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
  await testPerson(db, { owner: 'psn_a', balanceFen: 100n, balanceOn: '2025-12-31' });
  const random = (count: number) => new Uint8Array(randomBytes(count));
  const access: AccessContext = {
    ...{ database: db.app, loginDatabase: db.login, clock: testClock('2026-06-01T10:00:00+08:00') },
    ...{ ids: testIds(83), random, seal: makeSeal({ keys: [random(32)], random }) },
    mode: 'development',
  };
  const named = { loginName: 'zhao', nameZh: '赵', nameEn: 'Zhao', officeId: 'ofc_test' };
  const made = await createOfficer(access, { ...named, roles: ['clerk'], password });
  if (!made.ok) throw new Error(made.refusal.code);
  for (let n = 1; n <= 51; n += 1) {
    const [owner, code] = [`emp_${String(n).padStart(3, '0')}`, `914403${String(n).padStart(12, '0')}`];
    const name = n === 51 ? '腾讯科技（深圳）有限公司' : `Example ${n} Ltd`;
    const creditCode = n === 51 ? '91440300708461136T' : code;
    await db.superuser.rows('INSERT INTO employer VALUES ($1, $2, $3, now())', [owner, creditCode, name]);
    await db.superuser.rows('INSERT INTO employer_locator VALUES ($1, $2)', [creditCode, owner]);
  }
  await db.superuser.rows(
    `INSERT INTO employer SELECT 'emp_900', '914403000000000900', 'EXAMPLE last', now()`,
  );
});

async function suixing(args: readonly string[], { token = 'token-clerk', typed = '' } = {}) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const session = token === '' ? {} : { SUIXING_SESSION: token };
  const stdin = Readable.from([typed]);
  const code = await runProgram({ args, env: { ...env, ...session }, stdin, stdout, stderr });
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout), err: await text(stderr) };
}

test('who logs in while a session of a script stands before it is told that it does, and what to do', async () => {
  const plain = await suixing(['login', 'zhao'], { token: '', typed: password });
  expect(plain).toMatchObject({ code: 0, out: 'Logged in as zhao\n' });
  const behind = await suixing(['login', 'zhao'], { typed: password });
  expect(behind.code).toBe(0);
  expect(behind.out).toContain('SUIXING_SESSION is set');
  expect(behind.out).toContain('`unset SUIXING_SESSION`');
  const chinese = await suixing(['--lang', 'zh', 'login', 'zhao'], { typed: password });
  expect(chinese.out).toContain('请先运行 unset SUIXING_SESSION');
  const program = await suixing(['--json', 'login', 'zhao'], { typed: password });
  expect(JSON.parse(program.out)).toMatchObject({ overriddenBy: 'SUIXING_SESSION' });
});

test('a clerk finds an employer by its code or a part of its name, page by page, and nobody else does', async () => {
  const byCode = await suixing(['employer', 'find', '91440300708461136t']);
  expect(byCode.out).toBe('emp_051  91440300708461136T  腾讯科技（深圳）有限公司\n');
  expect((await suixing(['employer', 'find', '腾讯'])).out).toBe(byCode.out);
  const first = JSON.parse((await suixing(['--json', 'employer', 'find', 'example'])).out);
  expect(first.items).toHaveLength(50);
  const rest = await suixing(['--json', 'employer', 'find', 'example', '--cursor', first.next]);
  expect(JSON.parse(rest.out)).toMatchObject({ items: [{ employerId: 'emp_900' }], next: null });
  const other = await suixing(['--json', 'employer', 'find', 'ltd', '--cursor', first.next]);
  expect(JSON.parse(other.out)).toMatchObject({ code: 'http.cursor' });
  expect((await suixing(['employer', 'find', '%'])).out).toBe('No such employer is on record.\n');
  expect((await suixing(['employer', 'find', '腾讯'], { token: 'token-reviewer' })).err).toContain(
    'cli.role-missing',
  );
});

test('a code for a login is handed over at the window on the command line, for a person or an employer', async () => {
  const paper = ['--paper', '身份证 看过'];
  for (const [owner, ...more] of [['psn_a'], ['psn_a', '--as', 'agent'], ['emp_051']] as const) {
    const handed = await suixing(['access', 'code', owner, ...more, ...paper]);
    expect(handed.out).toMatch(
      /^The code \(shown this once\): ([0-9A-Z]{4}-?)+, good until \d{4}-\d\d-\d\d .+\n$/,
    );
  }
  const rows = await db.superuser.rows('SELECT person_id, capacity FROM activation_code ORDER BY 1, 2');
  expect(rows).toEqual([
    { person_id: 'emp_051', capacity: 'employer' },
    { person_id: 'psn_a', capacity: 'agent' },
    { person_id: 'psn_a', capacity: 'insured' },
  ]);
  const successor = ['access', 'code', 'psn_a', '--as', 'successor', ...paper];
  const named = [...successor, '--name', '钱芳', '--kind', 'citizen-id'];
  expect((await suixing(named, { typed: '440304195801250162\n' })).code).toBe(0);
  const holder = `SELECT holder_name AS name, holder_kind AS kind, holder_tail AS tail FROM activation_code WHERE capacity = 'successor'`;
  expect(await db.superuser.rows(holder)).toEqual([{ name: '钱芳', kind: 'citizen-id', tail: '0162' }]);
  const mistyped = await suixing(named, { typed: '440304195801250163\n' });
  expect(mistyped.err).toContain('registry.number-wrong');
  for (const kind of [
    ['--kind', 'citizen-id'],
    ['--name', '钱芳', '--kind', 'card'],
  ] as const)
    expect(await suixing([...successor, ...kind])).toMatchObject({ code: 2, out: '' });
  const nobody = await suixing(['access', 'code', 'psn_nobody', ...paper]);
  expect(nobody.err).toContain('access.no-person');
  const wrong = await suixing(['access', 'code', 'emp_051', '--as', 'agent', ...paper]);
  expect(wrong).toMatchObject({ code: 2, out: '' });
  const reviewer = await suixing(['access', 'code', 'psn_a', ...paper], { token: 'token-reviewer' });
  expect(reviewer.err).toContain('cli.role-missing');
});
