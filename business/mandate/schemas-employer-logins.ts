import { z } from 'zod';

const loginId = z.string().regex(/^usr_[0-9a-z]{26}$/);
export const employer = z.object({ employerId: z.string().regex(/^emp_\w{1,60}$/) });
export const link = employer.extend({ loginId });

const mandate = z.object({ mandateId: z.string(), agentName: z.string() });
export const ended = z.object({
  unaccepted: z
    .array(mandate)
    .describe('还没有人接受的单位委托，已一并终止 / mandates that nobody had accepted; ended as well'),
  windowCodes: z
    .number()
    .int()
    .describe('作废的窗口激活码，几个 / how many unused codes of the window are void'),
  stillActing: z
    .array(mandate.extend({ loginId, untilOn: z.string().nullable() }))
    .describe('它委托他人、已被接受的，仍然有效，由窗口决定 / what it let others do; goes on until ended'),
});

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
      holderName: z
        .string()
        .nullable()
        .describe(
          '用这个账号的人登记的姓名，已遮盖；与代办人同名的、不知道的为空 / whose login it is by the record, masked; null where it is the name of the mandate, and where it is not known',
        ),
      mandateId: z.string().nullable(),
      sinceOn: z.string(),
      untilOn: z.string().nullable().describe('最后一天；没有期限的为空 / the last day; null without one'),
      paperReference: z.string().nullable().describe('窗口看过的材料 / the paper that a clerk saw'),
      own: z.boolean().describe('就是现在用的账号 / the login that asks'),
    }),
  ),
});
