import { z } from 'zod';
import { patience, paymentStates } from './card-payment.ts';

const amountFen = z.string().describe('分 / fen, as a decimal string').meta({ example: '12850' });
const instant = z.string().describe('ISO 8601').meta({ example: '2026-06-30T02:00:00.000Z' });
const amountAsked = z
  .string()
  .regex(/^[1-9]\d{0,17}$/)
  .meta({ example: '12850' });
const reference = z
  .string()
  .regex(/^[A-Za-z0-9._-]{1,64}$/)
  .describe(
    '商户自己的流水号；同一流水号重复请求只办一次 / the merchant’s own; under it nothing happens twice',
  )
  .meta({ example: 'RX-2026-000123' });
const institution = z
  .string()
  .regex(/^[A-Z0-9]{6,20}$/)
  .describe('定点医药机构编码 / the code of the contracted pharmacy or hospital')
  .meta({ example: 'P44030500001' });

export const place = z.object({ reference });

export const wish = z.object({
  cardNumber: z.string().min(1).max(60).meta({ example: 'A12345678' }),
  reference,
  institution,
  amountFen: amountAsked,
  minutes: z
    .number()
    .int()
    .min(1)
    .max(patience.longest)
    .default(patience.usual)
    .describe('多少分钟内确认 / within how many minutes it will be confirmed'),
});

export const confirmation = z.object({
  amountFen: amountAsked
    .nullable()
    .default(null)
    .describe('实付金额，不超过预授权；不写就是全部 / what was dispensed; all where it is left out'),
});

const payment = {
  reference,
  institution,
  amountFen,
  state: z.enum(paymentStates),
  confirmedFen: amountFen.nullable(),
  authorisedAt: instant,
  expiresAt: instant,
  endedAt: instant.nullable(),
};

/** What a merchant is told: nothing of the person. */
export const told = z.object(payment);

export const payments = z.object({
  items: z.array(z.object({ paymentId: z.string(), cardId: z.string(), ...payment })),
  next: z.string().nullable().describe('下一页的 cursor / the next page’s cursor'),
});
