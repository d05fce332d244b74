import { createHmac } from 'node:crypto';
import { canonicalJson } from '#basics';
import type { WebhookStep } from './webhook.ts';

/** A message as it is sent: Standard Webhooks' headers and the body that they sign. */
export interface SignedMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Signing {
  /** The same however often it is sent, so that the receiver tells a message that came twice. */
  readonly eventId: string;
  readonly at: Date;
  /** The secret, and the one before while both are good: `whsec_…`. */
  readonly secrets: readonly string[];
}

/** The message about a step, signed (HMAC-SHA-256 over id, time and body) with every secret that is good. */
export function signMessage(step: WebhookStep, { eventId, at, secrets }: Signing): SignedMessage {
  const { process, action, at: happenedAt, sequence, ...rest } = step;
  const body = canonicalJson({
    type: `${process}.${action}`,
    timestamp: happenedAt,
    data: { sequence: `${sequence}`, process, action, ...rest },
  });
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map((secret) => `v1,${signature(secret, `${eventId}.${timestamp}.${body}`)}`);
  return {
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Suixing-Webhooks',
      'webhook-id': eventId,
      'webhook-timestamp': timestamp,
      'webhook-signature': signatures.join(' '),
    },
    body,
  };
}

/** 32 random bytes as Standard Webhooks write a secret. */
export function secretOf(bytes: Uint8Array): string {
  return `whsec_${Buffer.from(bytes).toString('base64')}`;
}

function signature(secret: string, text: string): string {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  return createHmac('sha256', key).update(text, 'utf8').digest('base64');
}
