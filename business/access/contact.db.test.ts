import { expect, it } from 'vitest';
import { personById, registryProofs } from '#business/registry';
import { testOffice, testPerson } from '#platform/testing';
import { must, openAccess } from './access.testing.ts';
import { activateLogin } from './activate-login.ts';
import type { Caller } from './caller.ts';
import { callerOf } from './caller-of.ts';
import { changeContact, requestContactCode } from './change-contact.ts';
import { openPersonSession } from './person-sessions.ts';
import { handOverCode } from './window-codes.ts';

const password = 'a sentence that is one’s own';
const { db, access } = await openAccess();
const office = await testOffice(db);
const clerk = must(await callerOf(access, { bearer: office.clerk }));

let people = 0;

async function signedIn(): Promise<{ readonly personId: string; readonly caller: Caller }> {
  people += 1;
  const personId = `psn_contact${people}`;
  await testPerson(db, { owner: personId, balanceFen: 100n, balanceOn: '2021-12-31' });
  const phone = access.seal.seal('13800000457');
  await db.superuser.rows('UPDATE person SET phone_sealed = $2 WHERE owner_id = $1', [personId, phone]);
  const wish = { personId, capacity: 'insured', paperReference: 'card seen', loginId: null } as const;
  const { code } = must(await handOverCode(access, clerk, wish));
  const loginName = `contact${people}.login`;
  must(await activateLogin(access, { by: 'window-code', code, loginName, password }));
  const { token } = must(await openPersonSession(access, { loginName, password }));
  return { personId, caller: must(await callerOf(access, { bearer: token })) };
}

const told = (owner: string) =>
  db.superuser.rows<{ kind: string; channel: string; address: Uint8Array; body: Uint8Array }>(
    `SELECT kind, channel, address_sealed AS address, body_sealed AS body FROM notice_outbox WHERE owner_id = $1 ORDER BY made_at, id`,
    [owner],
  );

async function codeTold(owner: string): Promise<string> {
  const [last] = (await told(owner)).filter(({ kind }) => kind === 'contact-code').slice(-1);
  return /\d{8}/.exec(access.seal.open(last?.body ?? new Uint8Array()))?.[0] ?? '';
}

async function onRecord(owner: string) {
  const person = await personById(db.app, owner);
  const open = (sealed: Uint8Array | null | undefined) => (sealed ? access.seal.open(sealed) : null);
  return { phone: open(person?.phoneSealed), email: open(person?.emailSealed) };
}

it('somebody puts another telephone number on their record with a code sent to it, once, and the old number is told', async () => {
  const { personId, caller } = await signedIn();
  const value = '+852 9123-4567';
  const wish = { personId, field: 'phone', value } as const;
  expect(must(await requestContactCode(access, caller, wish))).toEqual({
    sentTo: '+852****4567',
    minutes: 10,
  });
  const code = await codeTold(personId);
  const [sent] = await told(personId);
  expect([sent?.channel, access.seal.open(sent?.address ?? new Uint8Array())]).toEqual([
    'sms',
    '+85291234567',
  ]);
  for (const wrong of [
    { ...wish, code: '00000000' },
    { ...wish, value: '13911112222', code },
    { ...wish, field: 'email' as const, value: 'a@example.org', code },
  ])
    expect(await changeContact(access, caller, wrong)).toMatchObject({
      refusal: { code: 'access.code-wrong' },
    });
  expect(await onRecord(personId)).toEqual({ phone: '13800000457', email: null });
  const change = () => changeContact(access, caller, { ...wish, code });
  const twice = [...(await Promise.all([change(), change()])), await change()];
  expect(twice).toEqual(twice.map(() => ({ ok: true, value: { onRecord: '+852****4567' } })));
  expect(await onRecord(personId)).toEqual({ phone: '+85291234567', email: null });
  const notices = (await told(personId)).filter(({ kind }) => kind === 'contact-changed');
  expect(notices.map(({ address }) => access.seal.open(address))).toEqual(['13800000457']);
  const [detail] = await db.superuser.rows(
    `SELECT correction_id AS correction, changed_by AS by, field FROM person_detail WHERE owner_id = $1`,
    [personId],
  );
  expect(detail).toEqual({ correction: null, by: caller.id, field: 'phone' });
  for (const proof of registryProofs) expect((await proof.run(db.app, () => {})).broken).toEqual([]);
});

it('only the person themselves, with their password, changes how they are reached, and not more often than codes are sent in a day', async () => {
  const { personId, caller } = await signedIn();
  const wish = { personId, field: 'email', value: 'lin@example.org' } as const;
  const { caller: stranger } = await signedIn();
  for (const other of [stranger, clerk, { ...caller, kind: 'agent' } as const])
    expect(await requestContactCode(access, other, wish)).toMatchObject({
      refusal: { code: 'access.no-person' },
    });
  for (const value of ['13800000457', ' 138 0000 0457 '])
    expect(await requestContactCode(access, caller, { ...wish, field: 'phone', value })).toMatchObject({
      refusal: { code: 'access.contact-unfit' },
    });
  expect(await requestContactCode(access, caller, { ...wish, value: 'not an address' })).toMatchObject({
    refusal: { code: 'access.contact-unfit' },
  });
  await db.superuser.rows(
    `UPDATE person_session SET opened_at = opened_at - interval '6 minutes' WHERE owner_id = $1`,
    [caller.id],
  );
  // Nor does a screen that was left open say whether a guess is the number on record.
  const guess = { ...wish, field: 'phone', value: '13800000457' } as const;
  for (const asked of [wish, guess, { ...guess, password: 'not that one at all' }])
    expect(await requestContactCode(access, caller, asked)).toMatchObject({
      refusal: { code: 'password' in asked ? 'access.wrong-credentials' : 'access.prove-again' },
    });
  expect(await told(personId)).toEqual([]);
  must(await requestContactCode(access, caller, { ...wish, password }));
  const code = await codeTold(personId);
  // A session that is over, or of somebody else, changes nothing whatever a program asks for.
  for (const token of [stranger.token, null])
    expect(await changeContact(access, { ...caller, token }, { ...wish, code })).toMatchObject({
      refusal: { code: 'access.no-session' },
    });
  must(await changeContact(access, caller, { ...wish, code }));
  expect(await onRecord(personId)).toEqual({ phone: '13800000457', email: 'lin@example.org' });
  for (const n of [1, 2, 3, 4])
    must(await requestContactCode(access, caller, { ...wish, value: `l${n}@example.org` }));
  expect(await requestContactCode(access, caller, { ...wish, value: 'm@example.org' })).toMatchObject({
    refusal: { code: 'access.codes-today' },
  });
});

it('whose record was folded into another, and that one into a third, changes how they are reached as before', async () => {
  const { personId, caller } = await signedIn();
  const [second, third] = [`${personId}b`, `${personId}c`];
  for (const owner of [second, third])
    await testPerson(db, { owner, balanceFen: 0n, balanceOn: '2021-12-31' });
  await db.superuser.rows(
    `INSERT INTO person_link (merged_id, merge_id, survivor_id, linked_at) VALUES ($1, 'mrg_1', $2, now()), ($2, 'mrg_2', $3, now())`,
    [personId, second, third],
  );
  const again = must(await callerOf(access, { bearer: caller.token ?? '' }));
  const wish = { personId, field: 'email', value: 'lin@example.org' } as const;
  must(await requestContactCode(access, again, wish));
  must(await changeContact(access, again, { ...wish, code: await codeTold(third) }));
  expect(await onRecord(third)).toMatchObject({ email: 'lin@example.org' });
});
