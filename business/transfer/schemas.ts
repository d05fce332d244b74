import { z } from 'zod';
import { isPlainDate, type PlainDate } from '#basics';
import { told } from '#platform/http';
import { desk, seen, sheetRead } from './deciding/schemas.ts';
import { balanceTexts, recordTexts } from './legs.ts';
import { transferCategories } from './messages/transfer-categories.ts';
import { letter as postedLetter } from './paper/schemas.ts';
import { actorNames } from './pre-check/pre-check-reasons.ts';
import { transferProcesses } from './processes.ts';

/** What the operations take and answer; a success carries nothing that is not declared here. */

const text = z.object({ zh: z.string(), en: z.string() });
const day = z
  .string()
  .refine(isPlainDate, told({ zh: '日期写成 2026-06-01', en: 'a day, written 2026-06-01' }));
/** Read by `readRegion`, which says what to do about one that is none. */
const region = z
  .string()
  .max(40)
  .describe('统筹区代码，六位 / region, six digits (GB/T 2260)')
  .meta({ example: '510100' });
const direction = z.enum(['out', 'in']).describe('转出或转入 / leaving or coming');
const states = [
  ...new Set(Object.values(transferProcesses).flatMap((process) => Object.keys(process.states))),
];
const personId = z
  .string()
  .max(64)
  .nullish()
  .describe('谁的转移；本人办理时可以不写 / whom it concerns; may be left out by who applies for themselves');
export const number = z.object({
  number: z
    .string()
    .max(40)
    .describe('办理编号 / case number')
    .meta({ example: 'SZ-2026-7K3M9-QX2TB-04GHE' }),
});

export const leaving = z
  .object({ personId, to: region })
  .meta({ example: { personId: 'psn_01k8x0m2c40000000000000000', to: '510100' } });

export const coming = z
  .object({
    ...{ personId, from: region },
    category: z
      .enum(transferCategories)
      .default('employment')
      .describe(
        '转移类别（就业、户籍、居住地变动）/ what moved: employment, household registration, residence',
      ),
    certificateNumber: z
      .string()
      .max(60)
      .nullish()
      .describe('参保凭证号，没有可以不写 / number of the insurance certificate, where there is one'),
  })
  .meta({ example: { personId: 'psn_01k8x0m2c40000000000000000', from: '510100' } });

export const announced = z.object({ category: z.enum(transferCategories).default('employment'), seen });

export const list = z.object({
  direction: direction.optional(),
  state: z.string().max(200).optional().describe('状态，可用逗号列几个 / states, separated by commas'),
  open: z.enum(['true', 'false']).default('false').describe('只列没有办结的 / only those that are not over'),
  officeId: z.string().max(64).optional(),
  dueOnOrBefore: day
    .transform((on) => on as PlainDate) // refined on the line before
    .optional()
    .describe('到期日不晚于 / due on or before'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const cancelling = z.object({ reason: z.string().max(500).nullish(), seen });
export const reasoned = z.object({
  reason: z.string().trim().min(1).max(500).describe('原因 / why'),
  seen,
});

/** A decision on the information sheet that is being checked. */
export const onSheet = reasoned.extend({ messageId: sheetRead });

export const proven = reasoned.extend({
  paperReference: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .describe('证明已经到账的材料归档号 / under which the proof of payment is filed'),
});

const followUp = z.object({
  ...{ number: z.string(), state: z.string(), stateName: text, what: text },
  unconfirmed: z.boolean().describe('等本人确认收款账户 / waits for the person to confirm an account'),
  paid: z
    .object({ on: z.string(), amountFen: z.string() })
    .nullable()
    .describe('银行何时付了多少 / when the bank paid it, and how much'),
});

export const check = z.object({
  outcome: z.enum(['open', 'blocked', 'undetermined']),
  onDate: z.string(),
  reasons: z
    .array(
      z.object({
        code: z.string(),
        certain: z.boolean().describe('为假的是还缺事实 / false where a fact is missing'),
        ...{ text, remedy: text, source: z.string(), legalBasis: text },
        by: z.enum(Object.keys(actorNames) as [string, ...string[]]), // its own keys
      }),
    )
    .describe('全部理由，一次告知 / everything that stands in the way, at once'),
  note: text
    .nullable()
    .describe('不妨碍办理、但应当知道的事 / what does not stand in the way and is worth knowing'),
});

const whereItIs = {
  number: z.string(),
  direction,
  state: z.enum(states as [string, ...string[]]), // a process has at least one state
  stateName: text,
  dueOn: z.string().nullable(),
  dueProvisional: z
    .boolean()
    .describe('到期日所在年份的放假安排还没有公布 / that year’s holidays are not published'),
};

/** What a step answers: enough to show where the case is now. */
export const stepped = z.object({ ...whereItIs, seen: z.int() });

const itemFields = {
  ...whereItIs,
  personId: z.string(),
  personName: z.string().describe('已遮盖 / masked').meta({ example: '张*' }),
  heldBy: z
    .enum(['applicant', 'agency', 'partner', 'bank', 'nobody'])
    .describe('现在在谁手里 / in whose hands it is'),
  officeId: z.string(),
  openedOn: z.string(),
};

export const items = z.object({ items: z.array(z.object(itemFields)), next: z.string().nullable() });

const instant = z.date().transform((at) => at.toISOString());
const leg = (texts: Readonly<Record<string, unknown>>) =>
  z.object({
    stage: z.enum(Object.keys(texts) as [string, ...string[]]), // its own keys
    text,
    since: instant.nullable(),
  });

const point = (texts: Readonly<Record<string, unknown>>) =>
  leg(texts)
    .omit({ since: true })
    .nullable()
    .describe('没有动的为空 / null where this leg stayed where it was');

const basis = z.enum(['actual', 'deemed']).describe('实际缴费或视同缴费 / paid, or counted as paid');
const span = { from: z.string(), to: z.string(), months: z.int() };
const grade = z
  .enum(['A', 'B', 'C', 'D', 'M'])
  .describe('出处的可靠程度 / how sure we are of the source')
  .meta({ example: 'B' });

const arrival = z.object({
  on: z.string().describe('按哪一天的规定 / by the rules of this day'),
  arrived: z.array(z.object({ ...span, basis, region: z.string() })),
  added: z.int().describe('新增的月数 / months that were not on record before'),
  overlaps: z.array(
    z.object({
      ...{ ...span, listedBy: z.array(z.object({ region: z.string(), basis })) },
      ...{ countedAt: z.string(), countedAs: basis, paidTwice: z.boolean(), why: text },
    }),
  ),
  totals: z.object({ actual: z.int(), deemed: z.int(), total: z.int(), here: z.int() }),
  continuity: z.object({
    kind: z.enum(['no-earlier-cover', 'continuous', 'may-make-up', 'waits', 'no-rule']),
    gap: z.object(span).nullable(),
    ...{ continuousMonths: z.int(), benefitsFrom: z.string().nullable() },
    ...{ retroactiveFrom: z.string().nullable(), waitingMonths: z.int() },
    ...{ sources: z.array(z.string()), why: text },
  }),
  retirement: text,
  provisions: z.array(z.object({ id: z.string(), text, grade })),
  figures: z.array(
    z.object({
      id: z.string(),
      name: text,
      value: z.string(),
      grade,
      source: z.string(),
      sourceZh: z.string().optional(),
    }),
  ),
});

export const view = z.object({
  ...itemFields,
  seen: z.int(),
  transferId: z.string().describe('两地共用的转移编号 / what both agencies call it'),
  partner: z.object({ region: z.string(), name: text }),
  legs: z
    .object({ record: leg(recordTexts), balance: leg(balanceTexts) })
    .describe('关系和余额各走到哪一步 / where the record is, and where the money is'),
  monthsOnly: z
    .boolean()
    .describe(
      '转出：转入地只接续月数，不接收余额 / of who leaves: the other agency takes the months and not the balance',
    ),
  milestones: z
    .array(z.object({ on: z.string(), name: text, record: point(recordTexts), balance: point(balanceTexts) }))
    .describe('两条线怎样走到这里，从早到晚 / how they came there, oldest first'),
  awaited: z
    .object({
      ...{ missing: z.array(text), answerBy: z.string(), reminded: z.int(), afterwards: text },
      provisional: z
        .boolean()
        .describe('那一年的放假安排还没有公布，期限暂定 / that year’s holidays are not published'),
      toPost: z
        .boolean()
        .describe('函件还没有寄出，期限未开始 / the letter is not posted yet: the time has not begun'),
      silent: z
        .boolean()
        .describe('多次催办没有答复，由经办人员处理 / reminded in vain: a clerk here has it'),
    })
    .nullable()
    .describe('在等对方什么、到哪天、之后怎样 / what the other agency owes, until when, and what follows'),
  next: text
    .nullable()
    .describe('本机构谁在办、之后怎样 / who of this agency has it in hand, and what follows'),
  words: z.array(
    z.object({
      ...{ messageId: z.string(), type: z.string(), name: text },
      ...{ channel: z.enum(['gateway', 'paper']), sentAt: instant },
    }),
  ),
  desk,
  post: z
    .array(postedLetter)
    .describe('寄给对方的函件及寄出日期 / letters to an agency without a gateway, and when they were posted'),
  arrival: arrival
    .nullable()
    .describe('接续的月数、重复月份、待遇衔接及依据 / what the months that came mean, and on which grounds'),
  against: z
    .object({
      by: z.enum(['this-agency', 'other-agency']),
      reasons: z.array(z.object({ text, remedy: text.nullable(), legalBasis: text })),
      remedies: text
        .nullable()
        .describe(
          '不服怎么办；由对方决定的为空 / how to contest it here; null where the other agency decided',
        ),
    })
    .nullable()
    .describe('不利于本人的决定、理由和办法 / what was decided against the person, why, and what to do'),
  followUps: z
    .array(followUp)
    .describe('余额没有转走而自动开办的支取 / withdrawals that opened because the balance did not go'),
  ended: z
    .object({ reason: text.nullable(), goesOnIn: z.string().nullable() })
    .nullable()
    .describe('没有转移就结束的原因，以及并入的办件 / why it ended without a transfer, and where it goes on'),
  money: z
    .object({ amountFen: z.string(), interestFen: z.string().nullable() })
    .nullable()
    .describe('结清划出或者入账的金额（分）/ what was settled to go, or came, in fen'),
  delay: z.object({
    ...{ allowed: z.int().nullable(), agencyDays: z.int(), applicantDays: z.int(), bankDays: z.int() },
    ...{ partnerDays: z.int().optional(), pausedSince: z.string().nullable(), text },
  }),
  holder: z
    .object({ id: z.string(), loginName: z.string(), nameZh: z.string(), nameEn: z.string() })
    .nullable(),
  actions: z.array(
    z.object({
      ...{ action: z.string(), name: text, allowed: z.boolean() },
      ...{ code: z.string().nullable(), why: text.nullable() },
    }),
  ),
});

const json = z.record(z.string(), z.json());
export const history = z.object({
  items: z.array(
    z.object({
      ...{ seq: z.int(), action: z.string(), name: text, state: z.string(), stateName: text },
      ...{ at: z.string(), actorKind: z.string(), actorId: z.string().nullable(), data: json },
    }),
  ),
});
