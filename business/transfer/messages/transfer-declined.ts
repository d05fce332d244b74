import { z } from 'zod';
import { bothLanguages, day, field, line, transferId, wrong } from './fields.ts';
import { defineMessage } from './message-kind.ts';

export const reason = z.strictObject({
  code: field(z.string().regex(/^[a-z][a-z0-9-]{1,59}$/), {
    zh: '原因代码',
    en: 'Coded reason; those of this program are listed below, others are taken as they are',
  }),
  text: field(bothLanguages(), { zh: '原因', en: 'The reason in words' }),
  remedy: field(bothLanguages(), {
    zh: '怎么办、找谁办',
    en: 'What would remove it, and who has to do it',
  }),
  legalBasis: field(line(300), { zh: '依据', en: 'The provision on which it rests' }),
});
export type DeclineReason = z.output<typeof reason>;

const body = z
  .strictObject({
    reasons: field(z.array(reason).min(1).max(30), {
      zh: '原因（一次全部告知）',
      en: 'Every reason there is, at once',
    }),
    declinedOn: field(day, { zh: '决定日期', en: 'Day of the decision' }),
    supersededBy: field(transferId.nullable(), {
      zh: '取代它的转移编号',
      en: 'Where another transfer of the same person stands in the way, its id; otherwise null',
    }),
  })
  .refine(({ reasons }) => new Set(reasons.map(({ code }) => code)).size === reasons.length, {
    ...wrong({ zh: '同一个原因写了两次。', en: 'A reason is given twice.' }),
    path: ['reasons'],
  });

export const transferDeclined = defineMessage({
  type: 'transfer-declined',
  name: { zh: '不予转移通知', en: 'Transfer declined' },
  sender: 'either',
  says: {
    zh: '转出地不予受理转移，一次告知全部原因和解决办法；转入地用它答复没有人确认的转移告知。',
    en: 'The sending agency does not take the transfer up, and says every reason with its remedy; the receiving one answers an announcement with it that nobody confirms.',
  },
  body,
  example: {
    reasons: [
      {
        code: 'insurance-stopped',
        text: { zh: '医保还没有停保。', en: 'The insurance here has not been stopped.' },
        remedy: {
          zh: '请原单位办理停保，停保生效后重新提出。',
          en: 'The former employer has it stopped; ask again once that has taken effect.',
        },
        legalBasis: '《基本医疗保险关系转移接续暂行办法》（医保办发〔2021〕43号）关于办理流程的规定',
      },
    ],
    ...{ declinedOn: '2026-11-17', supersededBy: null },
  } as z.output<typeof body>, // the day is a literal
});
export type TransferDeclined = z.output<typeof body>;
