import { expect, test } from 'vitest';
import { canonicalJson } from '#basics';
import { keySetOf, newSigningKey, verifierOf } from '#platform/signing';
import { signedEnvelope, signedText, testEnvelope, testParty, testSentAt } from './message.testing.ts';
import { openMessage } from './open-message.ts';

const chengdu = testParty('510100');
const dongguan = testParty('441900');
const { signer } = chengdu;
const at = new Date(testSentAt);
const good = signedEnvelope(signer);
const [header = '', payload = '', signature = ''] = good.split('.');
const canonical = canonicalJson(testEnvelope());

async function codeOf(text: string, { now = at, parties = [chengdu, dongguan] } = {}): Promise<string> {
  const partnerOf = async (region: string) =>
    parties.map(({ partner }) => partner).find((partner) => partner.region === region) ?? null;
  const opened = await openMessage(text, { partnerOf, self: '440300', at: now });
  return opened.ok ? 'taken' : opened.refusal.code;
}

test('a message that a partner signed for this agency is taken', async () => {
  expect(await codeOf(good)).toBe('taken');
});

const head = (members: object) => Buffer.from(canonicalJson(members)).toString('base64url');
const { alg, kid } = signer;
const typ = 'suixing-message';
const bodyText = (text: string) => canonical.replace('"text":"您好"', text);
const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
// The last sign carries two bits of the signature and four that mean nothing.
const spare = `${signature.slice(0, -1)}${String.fromCharCode(signature.charCodeAt(85) + 1)}`;

test.each<readonly [string, string, string]>([
  ['nothing at all', '', 'exchange.not-signed'],
  ['two parts instead of three', `${header}.${payload}`, 'exchange.not-signed'],
  ['four parts instead of three', `${good}.${signature}`, 'exchange.not-signed'],
  ['two messages one after the other', `${good}${good}`, 'exchange.not-signed'],
  ['two messages on two lines', `${good}\n${good}`, 'exchange.not-signed'],
  ['a line break at its end', `${good}\n`, 'exchange.not-signed'],
  ['a byte order mark before it', `\ufeff${good}`, 'exchange.not-signed'],
  ['no signature', `${header}.${payload}.`, 'exchange.not-signed'],
  ['a signature of ten bytes', `${header}.${payload}.${signature.slice(0, 14)}`, 'exchange.not-signed'],
  ['padding after its parts', `${header}=.${payload}.${signature}`, 'exchange.not-signed'],
  ['the other alphabet of base64', `${header}.${payload}.+${signature.slice(1)}`, 'exchange.not-signed'],
  [
    'a last sign of the signature with other spare bits',
    `${header}.${payload}.${spare}`,
    'exchange.not-signed',
  ],
  [
    'the algorithm “none”',
    `${head({ alg: 'none', kid, typ })}.${payload}.${signature}`,
    'exchange.unknown-key',
  ],
  [
    'the algorithm HS256',
    `${head({ alg: 'HS256', kid, typ })}.${payload}.${signature}`,
    'exchange.unknown-key',
  ],
  [
    'a header with a member more',
    signedText(signer, canonical, { alg, crit: [], kid, typ }),
    'exchange.not-signed',
  ],
  [
    'a header that brings its own key',
    signedText(signer, canonical, { alg, jwk: {}, kid, typ }),
    'exchange.not-signed',
  ],
  ['a header without a key', signedText(signer, canonical, { alg, typ }), 'exchange.not-signed'],
  [
    'a header with a number as key',
    signedText(signer, canonical, { alg, kid: 1, typ }),
    'exchange.not-signed',
  ],
  [
    'a header in another order',
    signedText(signer, canonical, `{"typ":"${typ}","alg":"${alg}","kid":"${kid}"}`),
    'exchange.not-signed',
  ],
  [
    'the type of a receipt',
    signedText(signer, canonical, { alg, kid, typ: 'suixing-receipt' }),
    'exchange.not-signed',
  ],
  ['another agency’s key', signedEnvelope(dongguan.signer), 'exchange.unknown-key'],
  [
    'its own key under another agency’s name',
    signedEnvelope(signer, { from: '441900' }),
    'exchange.unknown-key',
  ],
  ['a stranger’s key', signedEnvelope(testParty('510100').signer), 'exchange.unknown-key'],
  [
    'a signature of other words',
    `${header}.${signedEnvelope(signer, { sequence: 2 }).split('.')[1]}.${signature}`,
    'exchange.forged',
  ],
  [
    'an agency that is not in the directory',
    signedEnvelope(signer, { from: '110000' }),
    'exchange.unknown-partner',
  ],
  ['an array instead of an object', signedText(signer, '[]'), 'exchange.not-canonical'],
  ['a text instead of an object', signedText(signer, '"hello"'), 'exchange.not-canonical'],
  ['no JSON', signedText(signer, '{'), 'exchange.not-canonical'],
  ['bytes that are not UTF-8', signedText(signer, Buffer.from([0x7b, 0xff, 0x7d])), 'exchange.not-canonical'],
  ['a byte order mark in its text', signedText(signer, `\ufeff${canonical}`), 'exchange.not-canonical'],
  ['white space in its text', signedText(signer, `${canonical} `), 'exchange.not-canonical'],
  ['two objects in its text', signedText(signer, `${canonical}${canonical}`), 'exchange.not-canonical'],
  [
    'a key that is given twice',
    signedText(signer, `{"body":{},${canonical.slice(1)}`),
    'exchange.not-canonical',
  ],
  [
    'a key that is given twice within the body',
    signedText(signer, bodyText('"text":"a","text":"b"')),
    'exchange.not-canonical',
  ],
  ['keys in another order', signedText(signer, JSON.stringify(testEnvelope())), 'exchange.not-canonical'],
  ['a number that is none', signedText(signer, bodyText('"text":NaN')), 'exchange.not-canonical'],
  ['an infinite number', signedText(signer, bodyText('"text":1e999')), 'exchange.not-canonical'],
  [
    'a number that is not exact everywhere',
    signedText(signer, bodyText('"text":9007199254740993')),
    'exchange.not-canonical',
  ],
  ['a number with needless digits', signedText(signer, bodyText('"text":1.0')), 'exchange.not-canonical'],
  ['half of a character', signedText(signer, bodyText('"text":"\\ud800"')), 'exchange.not-canonical'],
  ['the zero character', signedText(signer, bodyText('"text":"\\u0000"')), 'exchange.not-canonical'],
  [
    'very deep nesting',
    signedText(signer, bodyText(`"text":${nested.slice(0, 40_000)}`)),
    'exchange.not-canonical',
  ],
  [
    'a few levels too many',
    signedText(signer, bodyText(`"text":${'['.repeat(31)}${']'.repeat(31)}`)),
    'exchange.not-canonical',
  ],
  ['more than 256 KB', signedEnvelope(signer, { body: { text: 'x'.repeat(300_000) } }), 'exchange.too-large'],
  ['the sequence 0', signedEnvelope(signer, { sequence: 0 }), 'exchange.bad-envelope'],
  ['a sequence below 0', signedEnvelope(signer, { sequence: -1 }), 'exchange.bad-envelope'],
  ['half a sequence', signedEnvelope(signer, { sequence: 1.5 }), 'exchange.bad-envelope'],
  ['a huge sequence', signedEnvelope(signer, { sequence: 1e9 }), 'exchange.bad-envelope'],
  [
    'another version',
    signedText(signer, canonical.replace('"version":"1"', '"version":"2"')),
    'exchange.bad-envelope',
  ],
  [
    'a key that no envelope has',
    signedText(signer, canonical.replace('"version":"1"', '"version":"1","via":"x"')),
    'exchange.bad-envelope',
  ],
  [
    'an envelope that lacks a key',
    signedText(signer, canonical.replace('"inReplyTo":null,', '')),
    'exchange.bad-envelope',
  ],
  [
    'a transfer that neither agency opened',
    signedEnvelope(signer, { transferId: '110000-transfer01' }),
    'exchange.bad-envelope',
  ],
  [
    'an id with a quotation mark',
    signedEnvelope(signer, { messageId: "msg_'; DROP--" }),
    'exchange.bad-envelope',
  ],
  ['itself as the receiver', signedEnvelope(signer, { to: '510100' }), 'exchange.bad-envelope'],
  [
    'a body that is a list',
    signedText(signer, canonical.replace('{"text":"您好"}', '[]')),
    'exchange.bad-envelope',
  ],
  ['another agency as the receiver', signedEnvelope(signer, { to: '441900' }), 'exchange.not-for-us'],
  ['a time of sending that is none', signedEnvelope(signer, { sentAt: 'now' }), 'exchange.clock'],
  [
    'a time of sending without milliseconds',
    signedEnvelope(signer, { sentAt: '2026-11-29T03:00:00Z' }),
    'exchange.bad-envelope',
  ],
  [
    'a time of sending six minutes ahead',
    signedEnvelope(signer, { sentAt: '2026-11-29T03:06:00.000Z' }),
    'exchange.clock',
  ],
  [
    'a time of sending a hundred days ago',
    signedEnvelope(signer, { sentAt: '2026-08-20T03:00:00.000Z' }),
    'exchange.clock',
  ],
  [
    'a time of sending before its key was valid',
    signedEnvelope(signer, { sentAt: '2019-01-01T00:00:00.000Z' }),
    'exchange.key-not-valid',
  ],
])('a message with %s is not taken', async (_what, text, code) => {
  expect(await codeOf(text)).toBe(code);
});

test('a key that was rotated signs nothing that is dated after its end, and what it signed before is taken', async () => {
  const old = testParty('510100', { until: '2026-11-29' });
  const young = newSigningKey({ from: new Date('2026-11-28Z'), until: new Date('2027-11-28Z') });
  const verifier = verifierOf(keySetOf([old.key, young]));
  const both = { ...old, partner: { ...old.partner, verifier } };
  const before = signedEnvelope(old.signer, { sentAt: '2026-11-28T23:59:59.000Z' });
  expect(await codeOf(before, { parties: [both] })).toBe('taken');
  expect(await codeOf(signedEnvelope(old.signer), { parties: [both] })).toBe('exchange.key-not-valid');
});

test('a partner that is suspended is told so, whatever it signs', async () => {
  const suspended = { ...chengdu, partner: { ...chengdu.partner, suspended: true } };
  expect(await codeOf(good, { parties: [suspended] })).toBe('exchange.partner-suspended');
});

test('everything that is wrong with an envelope is told at once, in both languages', async () => {
  const text = signedEnvelope(signer, { sequence: 0, type: 'GREETING', messageId: '' });
  const partnerOf = async () => chengdu.partner;
  const opened = await openMessage(text, { partnerOf, self: '440300', at });
  const problems = opened.ok ? [] : (opened.refusal.problems ?? []);
  expect(problems.map(({ path }) => path).sort()).toEqual(['messageId', 'sequence', 'type']);
  expect(problems.every(({ detail }) => /\p{Script=Han}/u.test(detail.zh) && /[a-z]/.test(detail.en))).toBe(
    true,
  );
});
