import { z } from 'zod';
import { canonicalJson } from '#basics';
import {
  keySetOf,
  newSigningKey,
  type Signer,
  type SigningKey,
  signerAt,
  verifierOf,
} from '#platform/signing';
import type { MessageCatalogue } from './catalogue.ts';
import type { Envelope } from './envelope.ts';
import { messageType, signJws } from './jws.ts';
import type { Partner } from './open-message.ts';

/** Types of message that no agency has: the engine does not know what is insured. */
export const testCatalogue: MessageCatalogue = {
  greeting: { body: z.strictObject({ text: z.string().max(100) }) },
  regret: {
    body: z.strictObject({ invalidates: z.string() }),
    figuresOf: (body) => ({ invalidates: (body as { invalidates: string }).invalidates }),
  },
  farewell: {
    body: z.strictObject({ text: z.string(), count: z.int() }),
    figuresOf: (body) => ({ count: (body as { count: number }).count }),
    subjectOf: (body, seal) => seal.hashesByKey('whom', (body as { text: string }).text),
  },
};

export interface TestParty {
  readonly region: string;
  readonly key: SigningKey;
  readonly signer: Signer;
  readonly partner: Partner;
}

export function testParty(region: string, { from = '2020-01-01', until = '2040-01-01' } = {}): TestParty {
  const key = newSigningKey({ from: new Date(`${from}T00:00:00Z`), until: new Date(`${until}T00:00:00Z`) });
  const signer = signerAt([key], new Date(key.nbf * 1000));
  if (!signer.ok) throw new Error(signer.refusal.code);
  const verifier = verifierOf(keySetOf([key]));
  return { region, key, signer: signer.value, partner: { region, suspended: false, verifier } };
}

export const testSentAt = '2026-11-29T03:00:00.000Z';

/** A greeting of Chengdu to Shenzhen, or what `other` makes of it. */
export function testEnvelope(other: Partial<Envelope> = {}): Envelope {
  return {
    version: '1',
    messageId: 'msg_0000000001',
    transferId: '510100-transfer01',
    from: '510100',
    to: '440300',
    sequence: 1,
    inReplyTo: null,
    type: 'greeting',
    sentAt: testSentAt,
    body: { text: '您好' },
    ...other,
  };
}

export function signedEnvelope(signer: Signer, other: Partial<Envelope> = {}): string {
  return signJws(signer, messageType, testEnvelope(other));
}

/** Signs a payload as it is typed, canonical or not. */
export function signedText(
  signer: Signer,
  payload: string | Uint8Array,
  header: object | string = { alg: signer.alg, kid: signer.kid, typ: messageType },
): string {
  const head = typeof header === 'string' ? header : canonicalJson(header);
  const text = `${Buffer.from(head).toString('base64url')}.${Buffer.from(payload).toString('base64url')}`;
  return `${text}.${Buffer.from(signer.sign(Buffer.from(text, 'ascii'))).toString('base64url')}`;
}
