import { z } from 'zod';
import { isPlainDate, type PlainDate } from '#basics';
import { identityKinds } from '#business/registry/public';
import { told, wordsListed } from '#platform/http';
import { lifeEventKinds } from './life-event.ts';
import { lifeEventProcesses } from './processes.ts';
import { statementSchema } from './statements.ts';

/** What the operations take and answer; a success carries nothing that is not declared here. */

const text = z.object({ zh: z.string(), en: z.string() });
const day = z
  .string()
  .refine(isPlainDate, told({ zh: '日期写成 2026-06-01', en: 'a day, written 2026-06-01' }));
const kind = z.enum(lifeEventKinds);
const states = [
  ...new Set(Object.values(lifeEventProcesses).flatMap((process) => Object.keys(process.states))),
];

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

export const report = z
  .object({
    personId: z
      .string()
      .max(64)
      .nullish()
      .describe(
        '谁的事；本人办理时可以不写 / whom it concerns; may be left out by who applies for themselves',
      ),
    identity: z
      .object({
        kind: z.enum(identityKinds),
        number: z.string().trim().min(1).max(60),
        issuer: z.string().length(3).nullish(),
      })
      .nullish()
      .describe(
        '窗口和其他机构可以用证件代替 personId / officers and other agencies may name a document instead',
      ),
    statement: statementSchema.describe('报告或申请的内容 / what is reported or applied for'),
    papers: z.array(paper).max(30).default([]),
    applyAnyway: z
      .boolean()
      .default(false)
      .describe(
        '已知道不符合，仍要申请并取得书面决定 / told what stands against it, and wanting a written decision all the same',
      ),
  })
  .meta({
    example: {
      personId: 'psn_01k8x0m2c40000000000000000',
      statement: { kind: 'insurance-stop', stopOn: '2026-06-01' },
      papers: [{ materialId: 'identity-document', paperReference: '2026-0613' }],
    },
  });

export const list = z.object({
  kind: z.string().max(200).optional().describe('事项，可用逗号列几个 / kinds, separated by commas'),
  state: wordsListed(states).optional().describe('状态，可用逗号列几个 / states, separated by commas'),
  officeId: z.string().max(64).optional(),
  dueOnOrBefore: day
    .transform((on) => on as PlainDate) // refined on the line before
    .optional()
    .describe('到期日不晚于 / due on or before'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const newPaper = paper.extend({ seen });
export const request = z.object({
  again: z
    .array(z.string().max(64))
    .max(30)
    .default([])
    .describe('交来的材料不能用、要重交的 / papers that do not serve and must come again'),
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
export const returning = z.object({ reason: z.string().max(2000), seen });
export const plainStep = z.object({ seen });
export const explaining = z.object({
  verify: z
    .enum(['true', 'false'])
    .default('false')
    .describe('按存下的事实和规则版本重新计算并逐字节比较 / compute again and compare byte for byte'),
});

const whereItIs = {
  number: z.string(),
  state: z.enum(states as [string, ...string[]]), // a process has at least one state
  stateName: text,
  dueOn: z.string().nullable(),
  dueProvisional: z
    .boolean()
    .describe('到期日所在年份的放假安排还没有公布 / that year’s holidays are not published'),
};

/** What a step answers: enough to show where the case is now. */
export const stepped = z.object({ ...whereItIs, kind, seen: z.int() });

const itemFields = {
  ...whereItIs,
  overdue: z.boolean().describe('已超过到期日 / past the day by which it was due'),
  kind: z.string(),
  kindName: text,
  personId: z.string(),
  personName: z.string().describe('已遮盖 / masked').meta({ example: '张*' }),
  heldBy: z
    .enum(['applicant', 'agency', 'partner', 'bank', 'nobody'])
    .describe('现在在谁手里 / in whose hands it is'),
  officeId: z.string(),
  openedOn: z.string(),
};

export const items = z.object({ items: z.array(z.object(itemFields)), next: z.string().nullable() });

const json = z.record(z.string(), z.json());
const paperState = {
  materialId: z.string(),
  state: z.enum(['given', 'unchecked', 'on-record', 'missing']),
  by: z.string().nullable(),
  why: z
    .object({ code: z.string(), text })
    .nullable()
    .describe('交来的为什么不算 / why what was given does not count'),
};

export const view = z.object({
  ...itemFields,
  seen: z.int(),
  statement: json,
  status: z.enum(['open', 'blocked', 'undetermined']),
  conditions: z.array(
    z.object({
      id: z.string(),
      finding: z.enum(['met', 'not-met', 'undetermined']),
      source: z.string(),
      text,
      remedy: text.nullable(),
    }),
  ),
  papers: z.array(
    z.object({
      ...paperState,
      text,
      legalBasis: z.string(),
      alternatives: z.array(z.object({ id: z.string(), text })),
    }),
  ),
  consequence: z
    .object({
      entries: z.array(
        z.object({
          kind: z.string(),
          body: json,
          trueFrom: z.string().nullable(),
          trueTo: z.string().nullable(),
        }),
      ),
    })
    .describe('同意以后登记什么 / what an approval puts on record'),
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

export const history = z.object({
  items: z.array(
    z.object({
      ...{ seq: z.int(), action: z.string(), name: text, state: z.string(), stateName: text },
      ...{ at: z.string(), actorKind: z.string(), actorId: z.string().nullable(), data: json },
    }),
  ),
});

export const receipt = z.object({
  receiptNumber: z.string(),
  caseNumber: z.string(),
  procedure: text,
  receivedOn: z.string(),
  dueOn: z.string().nullable(),
  dueProvisional: z.boolean(),
  state: text,
  handedIn: z.array(z.object({ name: text, reference: z.string(), on: z.string() })),
  missing: z.array(z.object({ name: text, legalBasis: z.string() })),
  ask: text,
  trackingCode: z.string().nullable().describe('不登录查询进度用 / to ask after it without a login'),
  text: text.describe('可打印的回执 / the same as a page to be printed'),
});

const verification = z
  .object({
    same: z.boolean(),
    differences: z.array(z.object({ path: z.string(), stored: z.json(), computed: z.json() })),
  })
  .nullable();

export const explanation = z.object({
  ...whereItIs,
  kind,
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
  verification: z.object({ same: z.boolean(), chainWhole: z.boolean() }).nullable(),
});
