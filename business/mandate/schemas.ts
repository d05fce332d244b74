import { z } from 'zod';
import { isPlainDate, type PlainDate } from '#basics';
import { told } from '#platform/http';
import { mandateStatuses } from './list-mandates.ts';

const text = z.object({ zh: z.string(), en: z.string() });
const ownerId = z
  .string()
  .regex(/^(psn|emp)_\w{1,60}$/)
  .describe('委托人：参保人或单位 / who gives it: a person or an employer')
  .meta({ example: 'psn_01k8x0m2c40000000000000000' });
const mandateId = z.string().regex(/^man_\w{1,60}$/);
const day = z
  .string()
  .refine(isPlainDate, told({ zh: '日期写成 2026-12-31', en: 'a day, written 2026-12-31' }))
  .transform((on) => on as PlainDate); // refined on the line before

export const giving = z
  .object({
    ownerId: ownerId.nullish(),
    agentName: z.string().trim().min(1).max(100).describe('代办人姓名 / who is to act'),
    scope: z
      .array(z.string().max(64))
      .min(1)
      .max(30)
      .describe(
        '可以代办的事项编号；record 为查看登记、账户和卡 / procedures by id; record to look at the record and the account',
      ),
    caseNumber: z.string().max(60).nullish().describe('只限这一件 / only this case'),
    untilOn: day.nullish().describe('最后一天；不写则无期限 / the last day; without one it has no end'),
    paperReference: z
      .string()
      .trim()
      .max(200)
      .nullish()
      .describe('窗口办理时委托书的归档号 / at the window: the paper’s reference'),
  })
  .meta({ example: { agentName: '李四', scope: ['withdrawal'], untilOn: null } });

export const given = z.object({
  ownerId,
  mandateId,
  code: z.string().describe('交给代办人，只显示这一次 / for whoever is to act; shown this once'),
});
export const acceptance = z.object({ code: z.string().trim().min(1).max(40) });
export const accepted = z.object({ ownerId: z.string(), mandateId });
export const place = z.object({ mandateId });
export const of = z.object({ ownerId });
export const nothing = z.null();
export const list = z.object({
  ownerId: ownerId.optional().describe('不写则列出本账号接受的 / left out: what this login accepted'),
});

export const mandates = z.object({
  items: z.array(
    z.object({
      mandateId,
      ownerId: z.string(),
      ownerName: z.string().describe('委托有效时代办人看得到全名 / in full for the agent while it holds'),
      agentName: z.string(),
      scope: z.array(z.object({ id: z.string(), name: text })),
      caseNumber: z.string().nullable(),
      untilOn: z.string().nullable(),
      paperReference: z.string().nullable(),
      givenOn: z.string(),
      status: z.enum(mandateStatuses),
      statusName: text,
    }),
  ),
});
