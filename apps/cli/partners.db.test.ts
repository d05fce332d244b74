import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '#apps/catalogue';
import type { Caller } from '#business/access/public';
import { sendMessage } from '#engines/exchange';
import { inTransaction } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import { keySetOf, newSigningKey } from '#platform/signing';
import {
  removeTemporaryFolder,
  temporaryFolder,
  testClock,
  testDatabase,
  testIds,
  testOffice,
  testRandom,
  testSigningKeys,
} from '#platform/testing';
import { handleItemOf, listQueueOf, showItemOf } from './exchange-queue.ts';
import type { Frame } from './frame.ts';
import {
  addKeys,
  ask,
  decideChangeOf,
  listChangesOf,
  listPartnersOf,
  proposeProfile,
  showPartnerOf,
} from './partners.ts';
import { undeliverable, withAdministrators } from './testing.store.ts';

const db = await testDatabase();
const clock = testClock('2026-11-29T11:00:00+08:00');
const seal = makeSeal({ keys: [testRandom(1)(32)], random: testRandom(2) });
const agency = {
  ...{
    database: db.app,
    clock,
    ids: testIds(3),
    seal,
    region: '440300',
    reach: { loopback: false, networks: [] },
  },
} as never; // what these commands ask of an agency
const folder = temporaryFolder();
afterAll(() => removeTemporaryFolder(folder));
beforeAll(async () => {
  await testOffice(db);
  await withAdministrators(db);
});

const as = (name: string) => ({
  agency,
  caller: { kind: 'officer', token: `token-${name}` } as unknown as Caller,
});

/** Runs a command in English and answers what it printed. */
async function printed(command: (frame: Frame) => Promise<number>): Promise<string> {
  const stdout = new PassThrough();
  const wording = (code: string) => catalogue[code];
  await command({ lang: 'en', json: false, stdin: stdout, stdout, stderr: stdout, wording });
  return String(stdout.read() ?? '');
}

function file(name: string, value: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

const profile = {
  ...{
    effectiveOn: '2026-01-01',
    nameZh: '成都市医疗保障局',
    nameEn: 'Chengdu',
    gateway: 'https://cd.example/',
  },
  ...{ acceptsBalances: true, versions: ['1'], account: null },
};
const asked = { region: '510100', reason: 'order 1' };

test('one administrator proposes an agency from a file, another agrees, and everybody sees it with its keys', async () => {
  const proposed = await printed((frame) =>
    proposeProfile(frame, { ...as('admin1'), ...asked, file: file('p.json', profile) }),
  );
  const [changeId = ''] = /pch_\w+/.exec(proposed) ?? [];
  expect(
    await printed((frame) => decideChangeOf(frame, { ...as('admin1'), changeId, agreed: true })),
  ).toMatch(/cannot decide/);
  expect(
    await printed((frame) => decideChangeOf(frame, { ...as('admin2'), changeId, agreed: true })),
  ).toMatch(/counts from now on/);
  const key = newSigningKey({ from: new Date('2026-01-01Z'), until: new Date('2027-01-01Z') });
  const keys = file('keys.json', keySetOf([key]));
  const added = await printed((frame) => addKeys(frame, { ...as('admin1'), ...asked, file: keys }));
  const [keyChange = ''] = /pch_\w+/.exec(added) ?? [];
  await printed((frame) => decideChangeOf(frame, { ...as('admin2'), changeId: keyChange, agreed: true }));
  const shown = await printed((frame) => showPartnerOf(frame, { ...as('clerk'), region: '510100' }));
  expect(shown).toMatch(new RegExp(`510100 {2}Chengdu {2}https://cd.example/ {2}takes balances\n${key.kid}`));
  await printed((frame) => ask(frame, { ...as('admin1'), ...asked, change: { kind: 'suspend' } }));
  expect(await printed((frame) => listPartnersOf(frame, as('clerk')))).toMatch(/suspended: order 1/);
  expect(await printed((frame) => listChangesOf(frame, { ...as('admin1'), open: true }))).toMatch(
    /suspend {2}waiting/,
  );
});

test('a file that is no profile is refused with everything that is wrong', async () => {
  const wrong = file('wrong.json', { ...profile, versions: ['9'], nameZh: '' });
  const told = await printed((frame) => proposeProfile(frame, { ...as('admin1'), ...asked, file: wrong }));
  expect(told).toMatch(/nameZh/);
  expect(told).toMatch(/versions/);
  for (const text of ['nonsense', '7'])
    expect(
      await printed((frame) => proposeProfile(frame, { ...as('admin1'), ...asked, file: file('x', text) })),
    ).toMatch(/not a JSON object/);
});

test('a clerk sees what could not be delivered, masked, and sends it again for a reason', async () => {
  const signer = testSigningKeys().signer();
  if (!signer.ok) throw new Error(signer.refusal.code);
  const { z } = await import('zod');
  const draft = { transferId: '440300-undelivered', ownerId: 'psn_one', to: '510100', type: 'greeting' };
  await inTransaction(db.app, (tx) =>
    sendMessage(
      tx,
      { ...draft, body: { personName: '张三', month: '2026-01' } },
      {
        ...{ signer: signer.value, from: '440300', messageId: 'msg_undelivered', at: clock.now(), seal },
        catalogue: { greeting: { body: z.strictObject({ personName: z.string(), month: z.string() }) } },
      },
    ),
  );
  await undeliverable(db, 'msg_undelivered');
  const id = 'sent.msg_undelivered';
  expect(await printed((frame) => listQueueOf(frame, { ...as('clerk'), reason: null }))).toMatch(
    /undeliverable .*440300-undelivered #1 {2}sent\.msg_undelivered/,
  );
  const shown = await printed((frame) => showItemOf(frame, { ...as('clerk'), id }));
  expect(shown).toMatch(/"personName": "张\*\*\*"/);
  expect(shown).toMatch(/"month": "2026-01"/);
  const again = { id, what: 'resend', reason: 'they mended it' } as const;
  expect(await printed((frame) => handleItemOf(frame, { ...as('clerk'), ...again }))).toMatch(/sent again/);
  expect(await printed((frame) => listQueueOf(frame, { ...as('clerk'), reason: null }))).toMatch(
    /nothing to show/,
  );
});
