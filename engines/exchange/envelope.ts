import { z } from 'zod';
import { ok, type Refusal, type Result, refuse } from '#basics';
import { parsePart, told } from '#platform/http';
import type { JsonObject, JsonValue } from './json-text.ts';

/** What every message carries around its body. `sequence` numbers one sender's messages in one transfer, from 1. */
export interface Envelope {
  readonly version: '1';
  readonly messageId: string;
  /** `<region of whoever opened it>-<id>`. */
  readonly transferId: string;
  readonly from: string;
  readonly to: string;
  readonly sequence: number;
  readonly inReplyTo: string | null;
  readonly type: string;
  readonly sentAt: string;
  readonly body: JsonObject;
}

/** How far ahead of ours a partner's clock may run. */
export const clockToleranceMs = 5 * 60_000;
/** What is older than this is no delivery that was late. */
export const oldestMs = 90 * 86_400_000;
/** A message, as it goes over the wire, has no more characters than this. */
export const largestMessage = 256 * 1024;
export const highestSequence = 10_000;

const region = z
  .string()
  .regex(/^[1-8][0-9]{5}$/, told({ zh: '须为六位地区代码。', en: 'must be a region code of six digits.' }));
const messageId = z.string().regex(
  /^[A-Za-z0-9_-]{8,64}$/,
  told({
    zh: '须为 8 至 64 个字母、数字、下划线或连字符。',
    en: 'must be 8 to 64 letters, digits, underscores or hyphens.',
  }),
);
const instant = z.string().refine(
  isInstant,
  told({
    zh: '须为带毫秒的世界时，例如 2026-11-29T03:00:00.000Z。',
    en: 'must be an instant in UTC with milliseconds, like 2026-11-29T03:00:00.000Z.',
  }),
);

export const envelopeSchema = z
  .strictObject({
    version: z.literal('1'),
    messageId,
    transferId: z.string().regex(
      /^[1-8][0-9]{5}-[A-Za-z0-9_]{8,64}$/,
      told({
        zh: '须为发起地区代码、连字符和编号。',
        en: 'must be the region of whoever opened it, a hyphen and an id.',
      }),
    ),
    from: region,
    to: region,
    sequence: z.int().min(1).max(highestSequence),
    inReplyTo: messageId.nullable(),
    type: z.string().regex(
      /^[a-z][a-z-]{1,39}$/,
      told({
        zh: '须为小写的报文类型。',
        en: 'must be a type of message, in lower case.',
      }),
    ),
    sentAt: instant,
    body: z.record(z.string(), z.unknown()),
  })
  .refine(({ from, to }) => from !== to, {
    path: ['to'],
    message: told({ zh: '不能与发送机构相同。', en: 'must not be the sender itself.' }),
  })
  .refine(({ transferId, from, to }) => [from, to].includes(transferId.slice(0, 6)), {
    path: ['transferId'],
    message: told({
      zh: '须由双方之一发起。',
      en: 'must have been opened by one of the two agencies.',
    }),
  });

/** Everything that is wrong with an envelope is told at once. Refuses `exchange.bad-envelope`. */
export function readEnvelope(value: JsonValue): Result<Envelope, Refusal> {
  const read = parsePart(envelopeSchema, value);
  if (read.problems.length > 0) return refuse({ code: 'exchange.bad-envelope', problems: read.problems });
  return ok(read.value as Envelope); // the schema has exactly its keys, and its body came from JSON
}

/** The envelope of a message that was verified and read before it was kept. */
export function envelopeIn(jws: string): Envelope {
  const payload = jws.slice(jws.indexOf('.') + 1, jws.lastIndexOf('.'));
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Envelope; // as `readEnvelope` found it
}

function isInstant(text: string): boolean {
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString() === text;
}
