import { z } from 'zod';
import { documentKinds } from './letter.ts';

/**
 * What the code on a letter says, signed: enough to tell a genuine letter from an altered one without asking anybody, and no
 * more of the person than the letter's own masked address. Short names, so that the code stays easy to read.
 */
export const payloadSchema = z.strictObject({
  n: z.string(),
  k: z.enum(documentKinds),
  d: z.string(),
  t: z.string(),
  a: z.string().regex(/^\d+$/).optional(),
  /** A form's own number, and its last day. */
  r: z.string().optional(),
  u: z.string().optional(),
  /** SHA-256 of everything that the letter says. */
  h: z.string(),
});
export type LetterPayload = z.output<typeof payloadSchema>;

/** How the signed statement says what it is. */
export const letterType = 'suixing-letter';
