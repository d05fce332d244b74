import { z } from 'zod';
import { isPlainDate, type PlainDate } from '#basics';
import { rejectReasonCodes } from '#business/materials/public';
import { payeeSchema, payeeShown } from '#business/payments';
import { told, wordsListed } from '#platform/http';
import { withdrawalProcess } from './withdrawal.ts';

/** What the operations take and answer; a success carries nothing that is not declared here. */

const text = z.object({ zh: z.string(), en: z.string() });
const day = z
  .string()
  .refine(isPlainDate, told({ zh: '日期写成 2026-06-01', en: 'a day, written 2026-06-01' }));
const amountFen = z.string().describe('分 / fen, as a decimal string').meta({ example: '831240' });
const states = Object.keys(withdrawalProcess.states);

const seen = z
  .int()
  .min(0)
  .optional()
  .describe(
    '您看到时已有几步；之后又有变化则不办 / how many steps the case had when you read it; refused where more happened since',
  );

const paper = z.object({
  materialId: z.string().max(64).describe('材料清单里的编号 / its id on the list of papers'),
  paperReference: z.string().max(120).describe('归档号 / under which the paper is filed'),
});

export const number = z.object({
  number: z
    .string()
    .max(40)
    .describe('办理编号 / case number')
    .meta({ example: 'SZ-2026-7K3M9-QX2TB-04GHE' }),
});

export const application = z.object({
  personId: z
    .string()
    .max(64)
    .nullish()
    .describe('为谁申请；本人申请时可以不写 / whose account; may be left out by who applies for themselves'),
  ground: z.string().max(64).describe('支取情形 / the ground').meta({ example: 'nationality-lost' }),
  payee: payeeSchema.nullish(),
  papers: z.array(paper).max(30).default([]),
  submit: z.boolean().default(true).describe('false 只存草稿 / false keeps a draft'),
  applyAnyway: z
    .boolean()
    .default(false)
    .describe(
      '已知道不符合，仍要申请并取得书面决定 / told what stands against it, and wanting a written decision all the same',
    ),
});

export const list = z.object({
  state: wordsListed(Object.keys(withdrawalProcess.states))
    .optional()
    .describe('状态，可用逗号列几个 / states, separated by commas'),
  officeId: z.string().max(64).optional(),
  dueOnOrBefore: day
    .transform((on) => on as PlainDate) // refined on the line before
    .optional()
    .describe('到期日不晚于 / due on or before'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const submission = z.object({ applyAnyway: z.boolean().default(false), seen });
export const newPaper = paper.extend({ seen });
export const request = z.object({
  again: z
    .array(z.object({ materialId: z.string().max(64), reason: z.enum(rejectReasonCodes) }))
    .max(30)
    .default([])
    .describe(
      '交来的材料不能用、要重交的，各写原因 / papers that do not serve and must come again, each with the reason',
    ),
  note: z.string().max(500).default('').describe('给申请人的说明 / what the applicant is told besides'),
  seen,
});
export const proposal = z.object({
  outcome: z.enum(['approve', 'refuse']),
  note: z.string().max(2000).default('').describe('给复核人的说明 / for the second officer'),
  seen,
});
export const approval = z.object({
  decisionId: z
    .string()
    .max(64)
    .optional()
    .describe('您看过的那个决定；此后另提的不会被误批 / the decision that you read'),
  seen,
});
export const objecting = z.object({
  reason: z.string().max(2000).describe('不同意的理由 / why the person does not agree'),
  seen,
});
export const closing = z.object({
  reason: z.string().max(500).describe('告知申请人的终止原因 / why it is closed, as the applicant is told'),
  seen,
});
export const returning = z.object({ reason: z.string().max(2000), seen });
export const plainStep = z.object({ seen });
export const newPayee = payeeSchema.extend({ seen });
export const nameWritten = z.object({ name: z.string().trim().min(1).max(70) });
export const nameFits = z.object({
  own: z
    .boolean()
    .nullable()
    .describe(
      '户名是否参保人本人；现在不能在这一件里填账户的，或者由继承人领取的，为 null / whether it is the insured person’s own name; null where no account may be named in the case now, or heirs are paid',
    ),
});
export const explaining = z.object({
  verify: z
    .enum(['true', 'false'])
    .default('false')
    .describe('按存下的事实和规则版本重新计算并逐字节比较 / compute again and compare byte for byte'),
});

/** What a step answers: enough to show where the case is now. */
export const stepped = z.object({
  number: z.string(),
  state: z.enum(states as [string, ...string[]]), // a process has at least one state
  stateName: text,
  seen: z.int(),
  dueOn: z.string().nullable(),
  dueProvisional: z
    .boolean()
    .describe('到期日所在年份的放假安排还没有公布 / that year’s holidays are not published'),
});

const itemFields = {
  number: z.string(),
  personId: z.string(),
  personName: z.string().describe('已遮盖 / masked').meta({ example: '张*' }),
  ground: z.string(),
  groundName: text,
  state: z.string(),
  stateName: text,
  heldBy: z
    .enum(['applicant', 'agency', 'partner', 'bank', 'heirs', 'nobody'])
    .describe('现在在谁手里 / in whose hands it is'),
  officeId: z.string(),
  openedOn: z.string(),
  dueOn: z.string().nullable(),
  dueProvisional: z.boolean(),
  overdue: z.boolean().describe('已超过到期日 / past the day by which it was due'),
};

export const items = z.object({ items: z.array(z.object(itemFields)), next: z.string().nullable() });

export const payeeName = z
  .object({ name: z.string(), latin: z.string().nullable() })
  .nullable()
  .describe(
    '户名须与此一致；只告诉参保人本人 / the name that the account has to be in; told to the insured person only',
  );

export const view = z.object({
  ...itemFields,
  seen: z.int(),
  ruleSet: z.object({ id: z.string(), version: z.string() }),
  status: z.enum(['open', 'blocked', 'undetermined', 'not-offered']),
  papers: z.array(
    z.object({
      materialId: z.string(),
      text,
      legalBasis: z.string(),
      alternatives: z.array(z.object({ id: z.string(), text })),
      state: z.enum(['given', 'unchecked', 'on-record', 'missing']),
      by: z.string().nullable(),
      why: z
        .object({ code: z.string(), text })
        .nullable()
        .describe('交来的为什么不算 / why what was given does not count'),
    }),
  ),
  payee: z
    .object({
      kind: z.enum(['insured', 'successor']),
      name: z.string(),
      ...payeeShown,
    })
    .nullable(),
  payeeName,
  money: z.object({ interestFen: amountFen, totalFen: amountFen }).nullable(),
  payment: z
    .object({
      orderId: z.string(),
      amountFen,
      standing: z
        .enum(['open', 'held', 'divided', 'unclaimed', 'refunded', 'contested'])
        .describe(
          '待付、留存待定、已分给继承人、无人领取、已退回账户、异议期间暂停 / to be paid, kept back, divided among heirs, unclaimed, back in the account, stopped by an objection',
        ),
      result: z.enum(['paid', 'returned']).nullable(),
      paidOn: z
        .string()
        .nullable()
        .describe('银行回告已付的日期 / the day of the bank’s word that it was paid'),
      where: text.describe('款项现在在哪里 / where the money is now'),
    })
    .nullable(),
  delay: z
    .object({
      allowed: z.int().nullable(),
      agencyDays: z.int(),
      applicantDays: z.int(),
      bankDays: z.int(),
      partnerDays: z.int().optional(),
      overdueDays: z.int().describe('超期的工作日数 / working days beyond the limit'),
      pausedSince: z.string().nullable(),
      text,
    })
    .describe('工作日各是谁用的 / whose time the working days were'),
  waitingFor: z
    .object({
      materials: z.array(z.object({ materialId: z.string(), text, reason: text.nullable() })),
      note: z.string(),
      answerBy: z.string().nullable(),
      reminded: z.boolean(),
    })
    .nullable()
    .describe('等申请人补什么、到哪一天 / what the applicant was asked for, and until when'),
  cameBack: z
    .array(z.object({ path: z.string(), text }))
    .nullable()
    .describe('退回重审的，变了什么 / what changed, where the case came back'),
  against: z
    .array(z.object({ path: z.string(), text }))
    .describe(
      '作出决定以前，按今天的记录还不能批准的原因，材料和账户除外；看不到记录的代办人为空，继承的见继承人清单 / until it is decided, what stands against an approval by the record of today, papers and accounts aside; empty for an agent who may not read the record, and of an estate, whose heirs read it in their list',
    ),
  remedies: z
    .object({ until: z.string().nullable(), used: z.boolean(), text })
    .nullable()
    .describe(
      '不服怎么办；批准后还没有结清的，until 为空 / what can be done by who does not agree; `until` is null between an approval and its settlement',
    ),
  objection: z
    .object({
      madeOn: z.string(),
      reason: z.string(),
      outcome: z.enum(['upheld', 'changed', 'withdrawn']).nullable(),
    })
    .nullable(),
  follows: z.string().nullable().describe('原办件 / the case that this one follows'),
  followedBy: z.array(z.string()).describe('后续办件 / cases that follow this one'),
  standsInTheWay: z
    .object({ number: z.string().nullable() })
    .nullable()
    .describe('同一账户上在办的另一件 / another case on the same account'),
  holder: z
    .object({ id: z.string(), loginName: z.string(), nameZh: z.string(), nameEn: z.string() })
    .nullable()
    .describe('经办人；非工作人员看不到 / the clerk who has it in hand; null for who is not of the agency'),
  pendingDecision: z.object({ id: z.string(), outcome: z.enum(['approve', 'refuse']) }).nullable(),
  actions: z.array(
    z.object({
      action: z.string(),
      name: text,
      allowed: z.boolean(),
      code: z.string().nullable(),
      why: text.nullable(),
    }),
  ),
});

const json: z.ZodType = z.record(z.string(), z.json());

export const history = z.object({
  items: z.array(
    z.object({
      seq: z.int(),
      action: z.string(),
      name: text,
      state: z.string(),
      stateName: text,
      at: z.string(),
      actorKind: z.string(),
      actorId: z.string().nullable(),
      data: json,
    }),
  ),
});

const verification = z
  .object({
    same: z.boolean(),
    differences: z.array(z.object({ path: z.string(), stored: z.json(), computed: z.json() })),
  })
  .nullable();

export const explanation = z.object({
  number: z.string(),
  ground: z.string(),
  state: z.string(),
  stateName: text,
  dueOn: z.string().nullable(),
  dueProvisional: z.boolean(),
  stages: z.array(
    z.object({
      stage: z.enum(['application', 'proposal', 'approval']),
      outcome: z.enum(['approve', 'refuse']).nullable(),
      on: z.string(),
      at: z.string(),
      by: z.string().nullable(),
      ruleSet: z.object({ id: z.string(), version: z.string() }),
      facts: json,
      findings: json,
      sources: z.array(z.object({ id: z.string(), citation: text })),
      digest: z.string().nullable(),
      verification,
    }),
  ),
  settlement: z
    .object({ on: z.json(), interestFen: z.json(), amountFen: z.json(), rates: z.json(), note: text })
    .nullable(),
  verification: z.object({ same: z.boolean(), chainWhole: z.boolean() }).nullable(),
});
