import { z } from 'zod';
import type { Refusal, Result } from '#basics';
import { identityKinds } from '#business/registry/public';
import { readJson } from '#platform/http';
import type { NewInquiry } from './account-inquiry.ts';
import { relations } from './successor.ts';

const person = z.object({
  name: z.string().max(70),
  identity: z.object({
    kind: z.enum(identityKinds),
    number: z.string().max(64),
    issuer: z.string().max(3).nullish(),
  }),
});

/** Who died, who asks, and how they are related, as it comes from outside. */
export const question = z.object({ deceased: person, asker: person, relation: z.enum(relations) });

/** Reads a question from a text; refuses `succession.wrong` with everything wrong in it. */
export function readNewInquiry(written: string): Result<NewInquiry, Refusal> {
  return readJson(written, { schema: question, code: 'succession.wrong' });
}
