import { z } from 'zod';

export const place = z.object({
  number: z.string().max(40),
  messageId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,100}$/)
    .describe('报文编号，见办件的 words / the message, as `words` of the case names it')
    .meta({ example: 'msg_01k8z3m5n7p9q1r3s5t7v9w1x3' }),
});

export const printing = z.object({
  language: z.enum(['zh', 'en']).optional().describe('不写就用中文 / Chinese where left out'),
});

/** Files are described by their media type. */
export const file = z.string();
