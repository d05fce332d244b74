import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchangeKeysOf } from '#apps/agency';
import type { Result } from '#basics';
import { transferMessages } from '#business/transfer';
import { type Envelope, exchangeProofs, type JsonObject, listQueue } from '#engines/exchange';
import { type KitKeys, newKitKeys, publicKitKeys } from './kit-keys.ts';
import { type Heard, listenAs } from './listen.ts';
import { type PlayedMessage, type Playing, playOpening } from './play.ts';
import { newVoice, type Profile, profileNames } from './profiles.ts';
import { type OwnTarget, startOwnTarget } from './self.ts';
import { freshId, post, reachTarget, receiptIn, signed } from './target.ts';

let own: OwnTarget;
let keys: KitKeys;
beforeAll(async () => {
  keys = newKitKeys(new Date());
  const started = await startOwnTarget(keys);
  if (!started.ok) throw new Error(started.refusal.code);
  own = started.value;
}, 60_000);
afterAll(() => own?.stop());

function playing(profile: Profile): Playing {
  return { profile, target: own.target, voice: newVoice({ region: '899001', keys }), delayMs: 1 };
}

const told = (played: readonly PlayedMessage[]) => played.map(({ outcome, reason }) => reason ?? outcome);

const outcomes: Readonly<Record<Profile, readonly string[]>> = {
  orderly: ['taken', 'taken', 'taken'],
  late: ['taken', 'taken', 'taken'],
  duplicate: Array.from({ length: 9 }, () => 'taken'),
  reordered: ['waiting', 'waiting', 'taken'],
  silent: [],
  'wrong-amount': ['taken', 'taken', 'taken'],
  refuses: ['taken', 'taken'],
  contradicts: [
    'taken',
    'exchange.contradicts',
    'taken',
    'exchange.contradicts',
    'taken',
    'exchange.contradicts',
  ],
  'forged-signature': ['exchange.forged', 'exchange.forged', 'exchange.forged'],
  'expired-key': ['exchange.key-not-valid', 'exchange.key-not-valid', 'exchange.key-not-valid'],
  'anothers-transfer': [
    ...['taken', 'exchange.anothers-transfer', 'taken', 'exchange.anothers-transfer'],
    ...['taken', 'exchange.anothers-transfer'],
  ],
  garbage: ['exchange.not-signed', 'exchange.not-signed', 'exchange.not-signed'],
};

test.each(profileNames)(
  'the played partner, %s: our gateway answers what such a partner should get',
  async (profile) => {
    expect(told(await playOpening(playing(profile), null))).toEqual(outcomes[profile]);
  },
);

test('after all of them contradictions stand in the queue beside what concerns nobody on record, and every promise of the exchange still holds', async () => {
  const { database, clock } = own.agency;
  const queue = await listQueue(database, { at: clock.now(), reason: null, after: null, limit: 100 });
  // The partner writes about people whom nobody has on record here: what it says is set before a clerk as soon as it is applied.
  const reasons = queue.map(({ reason }) => reason).filter((reason) => reason !== 'set-aside');
  expect(reasons).toEqual(['contradiction', 'contradiction', 'contradiction']);
  for (const proof of exchangeProofs(exchangeKeysOf(own.agency)))
    expect((await proof.run(database, () => undefined)).broken, proof.name).toEqual([]);
});

/** What the agency under test would say to the partner. */
function ours(
  type: keyof typeof transferMessages,
  change: object = {},
): { text: string; envelope: Envelope } {
  const signer = own.agency.signingKeys.signer();
  if (!signer.ok) throw new Error(signer.refusal.code);
  const envelope: Envelope = {
    ...{
      version: '1',
      messageId: freshId('msg'),
      transferId: `440300-${freshId('t')}`,
      from: '440300',
      to: '899001',
    },
    ...{ sequence: 1, inReplyTo: null, type, sentAt: new Date().toISOString() },
    body: { ...transferMessages[type].example, ...change } as JsonObject,
  };
  return { text: signed(signer.value, envelope), envelope };
}

/** What a listening partner receipts and answers. */
async function hearing(profile: Profile, said: { text: string; envelope: Envelope }) {
  let tell: (heard: Heard) => void = () => undefined;
  const heard = new Promise<Heard>((resolve) => {
    tell = resolve;
  });
  const listening = must(await listenAs(playing(profile), { port: 0, onHeard: tell }));
  try {
    const partner = await reachTarget(listening.address, '899001');
    if (!partner.ok) throw new Error(partner.refusal.code);
    const answer = await post(partner.value, said.text);
    const again = await post(partner.value, said.text);
    const receipt = receiptIn(partner.value, { ...said, answer });
    expect([receipt?.status, again.body === answer.body]).toEqual(['taken', true]);
    return (await heard).answered.map(({ type, outcome }) => `${type} ${outcome}`);
  } finally {
    await listening.stop();
  }
}

test('a listening partner gives receipts and answers each message by its profile', async () => {
  expect(await hearing('orderly', ours('contact-letter'))).toEqual([
    'information-sheet taken',
    'remittance-advice taken',
  ]);
  const open = { receivingAccount: null };
  expect(await hearing('orderly', ours('contact-letter', open))).toEqual([
    'information-sheet taken',
    'reminder taken',
  ]);
  expect(await hearing('orderly', ours('reminder'))).toEqual(['contact-letter taken']);
  expect(await hearing('wrong-amount', ours('remittance-advice'))).toEqual(['balance-credited taken']);
  expect(await hearing('refuses', ours('contact-letter'))).toEqual(['transfer-declined taken']);
  expect(await hearing('refuses', ours('remittance-advice'))).toEqual(['balance-refused taken']);
  expect(await hearing('refuses', ours('reminder'))).toEqual([
    'contact-letter taken',
    'balance-refused taken',
  ]);
  expect(await hearing('silent', ours('contact-letter'))).toEqual([]);
});

test('a listening partner believes nobody but the agency that it speaks to', async () => {
  const listening = must(await listenAs(playing('orderly'), { port: 0, onHeard: () => undefined }));
  const { text } = ours('contact-letter');
  const partner = { ...own.target, url: listening.address };
  const forged = await post(partner, `${text.slice(0, -4)}AAAA`);
  const elsewhere = await post(partner, null, { method: 'GET' });
  await listening.stop();
  expect([forged.status, elsewhere.status]).toEqual([401, 404]);
});

test('a played partner lives in the time of the gateway that it speaks to, and says plainly that its own port is taken', async () => {
  const monthAhead = Date.now() + 30 * 86_400_000;
  const answers = createServer((request, reply) => {
    const keysOfPartner = publicKitKeys(keys)['899001'];
    reply.end(
      JSON.stringify(
        request.url === '/healthz' ? { time: new Date(monthAhead).toISOString() } : keysOfPartner,
      ),
    );
  });
  await new Promise<void>((done) => answers.listen(0, '127.0.0.1', done));
  const { port } = answers.address() as AddressInfo; // it listens on TCP
  const target = must(await reachTarget(`http://127.0.0.1:${port}/`, '440300'));
  const before = target.now().getTime();
  await target.follow();
  expect([before < monthAhead - 60_000, Math.abs(target.now().getTime() - monthAhead) < 60_000]).toEqual([
    true,
    true,
  ]);
  const second = await listenAs(playing('orderly'), { port, onHeard: () => undefined });
  expect(second).toMatchObject({ ok: false, refusal: { code: 'partner.port-in-use' } });
  answers.closeAllConnections();
  answers.close();
});

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
