import { z } from 'zod';
import { proofSchema } from '#engines/audit';
import { told } from '#platform/http';

const page = {
  cursor: z.string().max(1000).optional().describe('As the page before gave it'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

export const pageOnly = z.strictObject(page);

export const seals = z.object({
  items: z.array(
    z.object({
      number: z.int(),
      sealedOn: z.string().describe('YYYY-MM-DD in Asia/Shanghai'),
      madeAt: z.date().describe('UTC'),
      leaves: z.bigint().describe('How many records it covers'),
      statement: z.string().describe('The signed seal, a JWS in compact form'),
      deliveredAt: z
        .date()
        .nullable()
        .describe('Since when it stands in the second place; null while it does not'),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const person = z.strictObject({
  personId: z
    .string()
    .max(60)
    .regex(/^psn_[0-9a-z]+$/, told({ zh: '个人编号形如 psn_…', en: 'a person’s id looks like psn_…' }))
    .meta({ example: 'psn_00000000000000000000000000' }),
});

export const chain = z.object({
  items: z.array(
    z.object({
      record: z.string().describe('As `proofs` takes it: record:psn_…/3'),
      seq: z.int(),
      kind: z.string().describe('What sort of record was changed'),
      reference: z.string().describe("Which of the person's"),
      at: z.date().describe('UTC'),
      hash: z.string().describe('Hexadecimal'),
      seal: z.int().nullable().describe('The seal that covers it; null while none does'),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const proofOf = z.strictObject({
  record: z
    .string()
    .max(600)
    .describe('record:psn_…/3, case:psn_…/cas_…/2, posting:psn_…/jnl_…/1')
    .meta({ example: 'record:psn_00000000000000000000000000/1' }),
});

export const proof = proofSchema;
