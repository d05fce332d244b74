import { z } from 'zod';
import type { Caller } from '#business/access/public';
import type { Operation, ReadOperation } from '#platform/http';
import type { MyDataContext } from './context.ts';
import { myDataSchema } from './my-data.ts';
import { takeMyData } from './take-my-data.ts';

const person = z.object({
  personId: z
    .string()
    .regex(/^psn_\w{1,60}$/)
    .meta({ example: 'psn_00000000000000000000000000' }),
});

const proof = z.strictObject({
  password: z.string().min(1).max(200),
  totp: z
    .string()
    .regex(/^\d{6}$/)
    .optional()
    .describe('设了动态验证码的必填 / needed where a second factor is set up'),
});

const takeOwnData: ReadOperation<MyDataContext, Caller> = {
  id: 'takeMyData',
  kind: 'read',
  method: 'POST', // a password never stands in an address
  path: '/people/{personId}/my-data',
  tag: 'my-data',
  roles: ['insured'],
  perMinute: 5,
  summary: {
    zh: '取走本人的全部记录（带签名的文件），须再验证一次密码',
    en: 'Take everything on record of oneself as a signed file; the password is asked once more',
  },
  params: person,
  body: proof,
  answer: myDataSchema,
  refusals: [
    ...(['my-data.not-yours', 'access.no-session', 'access.wrong-credentials'] as const),
    ...(['access.second-factor-needed', 'registry.no-such-person'] as const),
  ],
  run: (_reader, { context, caller, params, body }) =>
    takeMyData({ context, caller, owner: person.parse(params).personId, proof: proof.parse(body) }),
};

/** What somebody takes along of themselves. */
export const myDataOperations: readonly Operation<MyDataContext, Caller>[] = [takeOwnData];
