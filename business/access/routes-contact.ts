import { z } from 'zod';
import type { JobOperation } from '#platform/http';
import type { Caller } from './caller.ts';
import { changeContact, requestContactCode } from './change-contact.ts';
import type { AccessContext } from './context.ts';
import { personId } from './schemas.ts';

type Job = JobOperation<AccessContext, Caller>;

const contact = z.strictObject({
  field: z.enum(['phone', 'email']).describe('换手机号码，还是邮箱 / which of the two'),
  value: z.string().trim().min(1).max(200).describe('新的号码或邮箱 / the new one'),
});
const wish = contact.extend({
  password: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('几分钟内没有填过的，须再填一次 / once more where it was not given minutes ago'),
  totp: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
});
const proof = contact.extend({ code: z.string().trim().min(1).max(20) });
const base = { tag: 'access', roles: ['insured'], params: personId, perMinute: 5 } as const;

const requestCode: Job = {
  ...{ ...base, id: 'requestContactCode', kind: 'job', method: 'POST', status: 202 },
  path: '/people/{personId}/contact-code',
  summary: {
    zh: '本人更换手机号码或邮箱：向新的号码或邮箱发验证码',
    en: 'Change one’s own telephone or e-mail: a code is sent to the new one',
  },
  body: wish,
  answer: z.object({
    sentTo: z.string().describe('已遮盖 / masked'),
    minutes: z.int().describe('多少分钟内有效 / for how many minutes it is good'),
  }),
  refusals: [
    ...(['access.no-person', 'access.contact-unfit', 'access.codes-today', 'access.no-session'] as const),
    ...(['access.prove-again', 'access.wrong-credentials', 'access.second-factor-needed'] as const),
  ],
  run: ({ context, caller, params, body }) =>
    requestContactCode(context, caller, { ...personId.parse(params), ...wish.parse(body) }),
};

const change: Job = {
  ...{ ...base, id: 'changeContact', kind: 'job', method: 'POST', path: '/people/{personId}/contact' },
  summary: {
    zh: '本人更换手机号码或邮箱：填收到的验证码；原来的号码和邮箱会收到通知',
    en: 'Change one’s own telephone or e-mail with the code that came; the contacts on record before are told',
  },
  body: proof,
  answer: z.object({ onRecord: z.string().describe('已遮盖 / masked') }),
  refusals: ['access.no-person', 'access.code-wrong', 'access.no-session'],
  run: ({ context, caller, params, body }) =>
    changeContact(context, caller, { ...personId.parse(params), ...proof.parse(body) }),
};

/** How somebody is reached, changed by themselves. */
export const contactOperations = [requestCode, change] as const;
