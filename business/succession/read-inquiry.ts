import { z } from 'zod';
import type { Refusal, Result } from '#basics';
import { inquirySecretForm } from '#business/access/public';
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
    .regex(inquirySecretForm)
    .optional()
    .describe(
      '询问的程序自己生成的口令（20 个字符，100 位随机数）；同一口令再问是同一件 / made by the program that asks, twenty characters of 100 random bits; asking again with it is the same question',
    )
    .meta({ example: '7K3M-9QX2-TB04-GHE5-V8ND' }),
});

/** Reads a question from a text; refuses `succession.wrong` with everything wrong in it. */
export function readNewInquiry(written: string): Result<NewInquiry, Refusal> {
  return readJson(written, { schema: question, code: 'succession.wrong' });
}
