import { z } from 'zod';
import type { Caller } from '#business/access/public';
import { identityKinds } from '#business/registry/public';
import type { Operation, ReadOperation } from '#platform/http';
import type { MyDataContext } from './context.ts';
import { myDataSchema } from './my-data.ts';
import { revealNumbers } from './reveal-numbers.ts';
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

const ownNumbers = z.object({
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  documents: z.array(z.object({ kind: z.enum(identityKinds), issuer: z.string(), number: z.string() })),
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

const revealOwnNumbers: ReadOperation<MyDataContext, Caller> = {
  id: 'revealOwnNumbers',
  kind: 'read',
  method: 'POST', // a password never stands in an address
  path: '/people/{personId}/own-numbers',
  tag: 'my-data',
  roles: ['insured'],
  perMinute: 10,
  summary: {
    zh: '本人的姓名、证件号码和联系方式（不脱敏，每次都记录）；几分钟内没有填过密码的，须再填一次',
    en: 'One’s own name, identity numbers and addresses in full; each look is noted, and the password asked unless it was given minutes ago',
  },
  params: person,
  body: proof.partial(),
  answer: ownNumbers,
  refusals: [
    ...(['registry.no-such-person', 'access.prove-again', 'access.wrong-credentials'] as const),
    ...(['access.second-factor-needed', 'access.no-session'] as const),
  ],
  run: (_reader, { context, caller, params, body }) =>
    revealNumbers({
      context,
      caller,
      owner: person.parse(params).personId,
      proof: proof.partial().parse(body),
    }),
};

/** What somebody takes along of themselves, and what is shown of them in full. */
export const myDataOperations: readonly Operation<MyDataContext, Caller>[] = [takeOwnData, revealOwnNumbers];
