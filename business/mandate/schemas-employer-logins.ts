import { z } from 'zod';

const loginId = z.string().regex(/^usr_[0-9a-z]{26}$/);
export const employer = z.object({ employerId: z.string().regex(/^emp_\w{1,60}$/) });
export const link = employer.extend({ loginId });
export const nothing = z.null();

export const logins = z.object({
  items: z.array(
    z.object({
      loginId,
      loginName: z.string().describe('登录名，已遮盖 / masked'),
      given: z
        .enum(['window', 'mandate'])
        .describe(
          '窗口开通的，或者单位委托的；两样都有的列两次 / by the window, or by a mandate of the employer; by both, it is listed twice',
        ),
      agentName: z.string().nullable().describe('委托书上的代办人 / whom the mandate names'),
      mandateId: z.string().nullable(),
      sinceOn: z.string(),
      untilOn: z.string().nullable().describe('最后一天；没有期限的为空 / the last day; null without one'),
      paperReference: z.string().nullable().describe('窗口看过的材料 / the paper that a clerk saw'),
      own: z.boolean().describe('就是现在用的账号 / the login that asks'),
    }),
  ),
});
