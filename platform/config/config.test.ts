import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig } from './config.ts';

const urls = {
  SUIXING_DATABASE_URL: 'postgresql://app:one@db:5432/suixing',
  SUIXING_LOGIN_DATABASE_URL: 'postgresql://login:two@db:5432/suixing',
  SUIXING_MIGRATOR_DATABASE_URL: 'postgresql://owner:three@db:5432/suixing',
};
const key = '00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210';
const production = {
  SUIXING_PAYER_NAME: '示例市医疗保障局',
  SUIXING_PAYER_ACCOUNT: '6222020000000000000',
  SUIXING_PAYER_BANK_CODE: '102584000000',
  SUIXING_PAYER_BANK_NAME: '示例银行',
  SUIXING_CONTACT_UNIT: '转移接续科',
  SUIXING_CONTACT_PHONE: '0755-12393',
  SUIXING_CONTACT_ADDRESS: '示例市示例路 1 号',
  SUIXING_CONTACT_POSTCODE: '518000',
  ...urls,
  SUIXING_MODE: 'production',
  SUIXING_REGION: '440300',
  SUIXING_DATA_DIR: '/var/lib/suixing',
  SUIXING_IDENTITY_KEY: key,
  SUIXING_SEALS_TO: 'https://vault.example/seals/',
};

function problemsOf(env: Record<string, string>): readonly string[] {
  const loaded = loadConfig(env);
  return loaded.ok ? [] : (loaded.refusal.problems ?? []).map(({ path }) => path);
}

test('an empty environment means a demo in Shenzhen with the embedded database', () => {
  const loaded = loadConfig({});
  expect(loaded).toMatchObject({
    ok: true,
    value: {
      mode: 'demo',
      region: '440300',
      host: '127.0.0.1',
      port: 4403,
      database: null,
      lang: 'zh',
    },
  });
});

test('a demo’s second agency has folders, database and ports of its own beside the first, and none of its keys or accounts', () => {
  const home = { SUIXING_DATA_DIR: '/demo', SUIXING_PORT: '8080', SUIXING_PAYER_ACCOUNT: '1' };
  const both = ['440300', '510100'].map((agency) => loadConfig({ ...home, SUIXING_AGENCY: agency }));
  const shared = { clusterDir: '/demo' };
  const second = { dataDir: join('/demo', 'partners', '510100'), databaseName: 'suixing_510100' };
  expect(both).toMatchObject([
    { value: { ...shared, region: '440300', dataDir: '/demo', databaseName: 'suixing', payerAccount: '1' } },
    { value: { ...shared, region: '510100', ...second, port: 8180, gatewayPort: 8181, payerAccount: null } },
  ]);
  expect(loadConfig({ SUIXING_PORT: '0', SUIXING_AGENCY: '510100' })).toMatchObject({
    value: { port: 0, gatewayPort: 0 },
  });
  expect(
    loadConfig({ SUIXING_PORT: '8080', SUIXING_GATEWAY_PORT: '9000', SUIXING_AGENCY: '510100' }),
  ).toMatchObject({
    value: { port: 8180, gatewayPort: 9100 },
  });
  expect(loadConfig({})).toMatchObject({ value: { port: 4403, gatewayPort: 4404 } });
  expect(loadConfig({ SUIXING_PORT: '65535' })).toMatchObject({ value: { gatewayPort: 65_534 } });
  expect(loadConfig({ ...urls, SUIXING_PORT: '8080' })).toMatchObject({ value: { gatewayPort: 4404 } });
  // Elsewhere there is one agency.
  expect(problemsOf({ ...production, SUIXING_AGENCY: '510100' })).toEqual(['SUIXING_AGENCY']);
  expect(problemsOf({ ...urls, SUIXING_AGENCY: '510100' })).toEqual(['SUIXING_AGENCY']);
});

test('a complete production environment is accepted', () => {
  expect(loadConfig(production)).toMatchObject({
    ok: true,
    value: { database: { application: urls.SUIXING_DATABASE_URL, login: urls.SUIXING_LOGIN_DATABASE_URL } },
  });
});

test('production names everything that it misses at once', () => {
  expect(problemsOf({ SUIXING_MODE: 'production' })).toEqual([
    'SUIXING_REGION',
    'SUIXING_DATA_DIR',
    'SUIXING_DATABASE_URL',
    'SUIXING_LOGIN_DATABASE_URL',
    'SUIXING_MIGRATOR_DATABASE_URL',
    'SUIXING_SEALS_TO',
    'SUIXING_PAYER_NAME',
    'SUIXING_PAYER_ACCOUNT',
    'SUIXING_PAYER_BANK_CODE',
    'SUIXING_PAYER_BANK_NAME',
    'SUIXING_CONTACT_UNIT',
    'SUIXING_CONTACT_PHONE',
    'SUIXING_CONTACT_ADDRESS',
    'SUIXING_CONTACT_POSTCODE',
    'SUIXING_IDENTITY_KEY',
  ]);
});

test.each([
  ['a port that is no port', { SUIXING_PORT: '65536' }, ['SUIXING_PORT']],
  ['a postcode of five digits', { SUIXING_CONTACT_POSTCODE: '51800' }, ['SUIXING_CONTACT_POSTCODE']],
  ['a region of five digits', { SUIXING_REGION: '44030' }, ['SUIXING_REGION']],
  ['a mode that does not exist', { SUIXING_MODE: 'prod' }, ['SUIXING_MODE']],
  ['a misspelt name', { SUIXING_DATABSE_URL: 'x' }, ['SUIXING_DATABSE_URL']],
  [
    'a database of another make',
    { ...urls, SUIXING_DATABASE_URL: 'mysql://a:b@db/x' },
    ['SUIXING_DATABASE_URL'],
  ],
  ['a key of 31 bytes', { SUIXING_IDENTITY_KEY: key.slice(2) }, ['SUIXING_IDENTITY_KEY']],
  ['a proxy by its name', { SUIXING_TRUSTED_PROXIES: '10.0.0.0/8, proxy' }, ['SUIXING_TRUSTED_PROXIES']],
  ['a network of 33 bits', { SUIXING_TRUSTED_PROXIES: '10.0.0.0/33' }, ['SUIXING_TRUSTED_PROXIES']],
  ['a key of zeros', { SUIXING_IDENTITY_KEY: '0'.repeat(64) }, ['SUIXING_IDENTITY_KEY']],
  [
    'a key and a key file',
    { SUIXING_IDENTITY_KEY: key, SUIXING_IDENTITY_KEY_FILE: '/k' },
    ['SUIXING_IDENTITY_KEY'],
  ],
  ['one role for all three', sameRoles(), ['SUIXING_DATABASE_URL']],
  ['a demo on a real database', { ...urls, SUIXING_MODE: 'demo' }, ['SUIXING_DATABASE_URL']],
  [
    'one database address of three',
    { SUIXING_DATABASE_URL: urls.SUIXING_DATABASE_URL },
    ['SUIXING_LOGIN_DATABASE_URL', 'SUIXING_MIGRATOR_DATABASE_URL'],
  ],
])('refuses %s', (_what, env, expected) => {
  expect(problemsOf(env)).toEqual(expected);
});

test('a refusal never repeats a secret', () => {
  const refused = loadConfig({ ...sameRoles(), SUIXING_IDENTITY_KEY: 'my-very-secret-key' });
  expect(JSON.stringify(refused)).not.toMatch(/one|my-very/);
});

test('the key is read as hexadecimal and as base64', () => {
  const base64 = Buffer.from(key, 'hex').toString('base64');
  const bytes = new Uint8Array(Buffer.from(key, 'hex'));
  for (const text of [key, base64]) {
    expect(loadConfig({ SUIXING_IDENTITY_KEY: text })).toMatchObject({
      ok: true,
      value: { identityKey: bytes },
    });
  }
});

test.each([
  ['en_US.UTF-8', 'en'],
  ['zh_CN.UTF-8', 'zh'],
  ['C.UTF-8', 'zh'],
])('the command line follows the system language %s', (LANG, lang) => {
  expect(loadConfig({ LANG })).toMatchObject({ ok: true, value: { lang } });
  expect(loadConfig({ LANG, SUIXING_LANG: 'en' })).toMatchObject({ ok: true, value: { lang: 'en' } });
});

function sameRoles(): Record<string, string> {
  return Object.fromEntries(Object.keys(urls).map((name) => [name, urls.SUIXING_DATABASE_URL]));
}
