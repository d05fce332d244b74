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
export const question = z.object({
  ...{ deceased: person, asker: person, relation: z.enum(relations) },
  secret: z
    .string()
    .regex(/^sxq_[A-Za-z0-9_-]{27}$/)
    .optional()
    .describe(
      '询问的程序自己生成的口令（160 位随机数）；同一口令再问是同一件 / made by the program that asks, of 160 random bits; asking again with it is the same question',
    )
    .meta({ example: 'sxq_3q2-7wQ9y0b5m1Xk8ZcV4nTsLpA' }),
});

/** Reads a question from a text; refuses `succession.wrong` with everything wrong in it. */
export function readNewInquiry(written: string): Result<NewInquiry, Refusal> {
  return readJson(written, { schema: question, code: 'succession.wrong' });
}
