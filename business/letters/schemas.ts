import { z } from 'zod';
import { documentKinds } from './letter.ts';

const number = z.string().min(1).max(60).meta({ example: 'SZ-2022-00000-00000-00000' });

export const caseNumber = z.object({ number });

export const letterPlace = z.object({
  number,
  seq: z
    .string()
    .regex(/^[1-9]\d{0,5}(-[1-9]\d{0,3})?$/)
    .describe('信函编号斜线后的部分 / what stands after the slash in its number')
    .meta({ example: '1' }),
});

export const printing = z.object({
  language: z.enum(['zh', 'en']).optional().describe('不写就用出具时的语言 / its own where left out'),
});

export const letters = z.object({
  items: z.array(
    z.object({
      number: z.string(),
      seq: z.int(),
      heir: z
        .int()
        .nullable()
        .describe('只写给一名继承人的，其序号 / the place of the heir to whom alone it is written'),
      kind: z.enum(documentKinds),
      title: z.object({ zh: z.string(), en: z.string() }),
      language: z.enum(['zh', 'en']),
      issuedAt: z.date().describe('UTC'),
    }),
  ),
});

/** Files are described by their media type. */
export const file = z.string();
