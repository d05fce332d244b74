import { z } from 'zod';
import { told } from '#platform/http';
import { purposes } from './purpose.ts';

export const person = z.strictObject({
  personId: z
    .string()
    .max(60)
    .regex(/^psn_[0-9a-z]+$/, told({ zh: '个人编号形如 psn_…', en: 'a person’s id looks like psn_…' }))
    .meta({ example: 'psn_00000000000000000000000000' }),
});

const page = {
  cursor: z.string().max(1000).optional().describe('As the page before gave it'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

export const pageOnly = z.strictObject(page);

export const byActor = z.strictObject({
  actorId: z.string().min(1).max(60).describe('Who looked: the id of an officer, a login or a key'),
  ...page,
});

export const viewings = z.object({
  items: z.array(
    z.object({
      viewingId: z.string(),
      personId: z.string().describe('Whose record was looked at'),
      at: z.date().describe('UTC'),
      actorKind: z.string().describe('officer, insured, successor, agent, integrator'),
      actorId: z.string(),
      operation: z.string().describe('The operation of the API or the command that showed it'),
      purpose: z.enum(purposes),
      caseNumber: z.string().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
