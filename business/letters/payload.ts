import { z } from 'zod';
import { signedKinds } from './letter.ts';

/**
 * What the code on a letter says, signed: enough to tell a genuine letter from an altered one without asking anybody, and no
 * more of the person than the letter's own masked address. Short names, so that the code stays easy to read.
 */
export const payloadSchema = z.strictObject({
  n: z.string(),
  k: z.enum(signedKinds),
  d: z.string(),
  t: z.string(),
  a: z.string().regex(/^\d+$/).optional(),
  /** A form's own number, and its last day. */
  r: z.string().optional(),
  u: z.string().optional(),
  /** The first and the last day that a statement of account covers; its amount is the closing balance. */
  p: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/)
    .optional(),
  /** SHA-256 of everything that the letter says. */
  h: z.string(),
});
export type LetterPayload = z.output<typeof payloadSchema>;

/** How the signed statement says what it is. */
export const letterType = 'suixing-letter';
