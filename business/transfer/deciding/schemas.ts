import { z } from 'zod';
import { balanceRefusalCodes } from '../messages/refusal-codes.ts';

/** What people decide in a transfer: what the operations take, and what officers see of it. */

const text = z.object({ zh: z.string(), en: z.string() });
export const seen = z
  .int()
  .min(0)
  .optional()
  .describe(
    '您看到时已有几步；之后又有变化则不办 / how many steps the case had when you read it; refused where more happened since',
  );
const words = z.string().trim().min(1).max(300);
const codes = Object.keys(balanceRefusalCodes) as [
  keyof typeof balanceRefusalCodes,
  ...(keyof typeof balanceRefusalCodes)[],
]; // its own keys

export const refusing = z
  .object({
    code: z.enum(codes).describe('原因代码 / coded reason'),
    text: z
      .object({ zh: words, en: words })
      .nullish()
      .describe(
        '写给当事人的原因；不写的用代码的通用说法，“other”必须写 / why, as the person will read it; the code’s own words where left out, required with `other`',
      ),
    legalBasis: words.describe('依据 / the provision on which it rests'),
    sentBackReference: z
      .string()
      .trim()
      .min(1)
      .max(35)
      .nullish()
      .describe(
        '钱到过又退回的：对账单上的退款编号 / where the money had come: under which reference it left again',
      ),
    seen,
  })
  .meta({
    example: {
      code: 'scheme-has-no-account',
      legalBasis: '《基本医疗保险关系转移接续暂行办法》（医保办发〔2021〕43号）第二条',
    },
  });

export const line = z
  .object({
    lineId: z.string().max(60).describe('待查款项的编号 / the line in suspense'),
    reason: z.string().trim().min(1).max(500).describe('怎么认定的 / how it is known'),
  })
  .meta({ example: { lineId: 'bnk_1a2b3c4d_20260701-3', reason: '附言少写一位，金额和付款方相符' } });

export const matchOfCase = z.object({ number: z.string().max(40), matchId: z.string().max(64) });

export const matchDecision = z.discriminatedUnion('approved', [
  z.object({ approved: z.literal(true) }),
  z.object({
    approved: z.literal(false),
    reason: z.string().trim().min(1).max(500).describe('为什么不同意 / why not'),
  }),
]);

export const page = z.object({
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const agreeing = z.object({ seen });

export const sheetRead = z
  .string()
  .trim()
  .min(1)
  .max(64)
  .describe(
    '您核对的那张信息表的报文编号（desk.sheet.messageId）；已有更新的一张的，不办 / the message of the sheet that you read (desk.sheet.messageId); refused where another has come',
  )
  .meta({ example: 'msg_01k8x0m2c40000000000000000' });

export const passing = z.object({ messageId: sheetRead, seen });

const instant = z.date().transform((at) => at.toISOString());

const lineFields = {
  lineId: z.string().describe('对账单日期和行号 / the account’s day and the line’s number'),
  bookedOn: z.string(),
  amountFen: z.string(),
  remittedUnder: z.string().nullable().describe('来款写明的编号 / the reference that it names'),
};

export const matched = z.object({ matchId: z.string(), number: z.string() });

export const money = z.object({
  items: z.array(
    z.object({
      ...lineFields,
      counterpartName: z.string().nullable().describe('付款方，已遮盖 / who paid, masked'),
      remark: z.string().nullable(),
      mayBelongTo: z
        .array(
          z.object({
            ...{ number: z.string(), partner: z.string(), amountFen: z.string() },
            reference: z.string().nullable(),
            by: z.enum(['reference', 'amount']).describe('编号相符或者金额相符 / what of it fits'),
            refusedHere: z
              .boolean()
              .describe('本机构没有接收这笔余额，应退回 / the balance was refused here: it is sent back'),
          }),
        )
        .describe('在等钱的转移里，通知的编号或者金额与它相符的 / transfers that wait for money like it'),
      match: z
        .object({ matchId: z.string(), number: z.string(), reason: z.string(), by: z.string() })
        .nullable()
        .describe('已有的认定 / what another officer has said already'),
    }),
  ),
  next: z.string().nullable(),
});

export const matches = z.object({
  items: z.array(
    z.object({
      ...{ matchId: z.string(), number: z.string(), direction: z.enum(['out', 'in']), partner: z.string() },
      ...{ personId: z.string(), personName: z.string().describe('已遮盖 / masked') },
      ...lineFields,
      announcedFen: z.string().nullable(),
      announcedReference: z.string().nullable(),
      ...{ reason: z.string(), by: z.string(), madeAt: instant },
    }),
  ),
  next: z.string().nullable(),
});

export const desk = z
  .object({
    reminder: z
      .object({
        ...{ missing: z.array(text), answerBy: z.string(), count: z.int(), overdue: z.boolean() },
        reminded: z.int().describe('催办了几次，首次来函不算 / how often, the first request not counted'),
      })
      .nullable()
      .describe('对方催办而还没有答复的 / what the other agency reminds us of and is not answered'),
    silence: z
      .object({ since: z.string(), reminded: z.int(), next: z.array(text) })
      .nullable()
      .describe('多次催办没有答复的，可以怎么办 / reminded in vain: since when, and what can be done'),
    proposal: z
      .object({
        kind: z.enum(['refuse-balance', 'record-sheet']),
        by: z.string().describe('提出人的登录名 / login name of who proposed it'),
        at: instant,
        code: z.string().nullable(),
        text: text.nullable(),
        legalBasis: z.string().nullable(),
        sentBackReference: z.string().nullable(),
        reason: z.string().nullable(),
      })
      .nullable()
      .describe('等复核的意见 / what a clerk proposed and a reviewer has not decided'),
    sheet: z
      .object({
        messageId: z
          .string()
          .describe('信息表的报文编号，决定时写明 / its message, which whoever decides names'),
        revision: z.int().describe('第几版 / which version of it'),
        months: z.int(),
        balanceFen: z.string().nullable(),
        doubts: z.array(
          z.object({
            ...{ code: z.string(), text, remedy: text },
            passing: z.enum(['nobody', 'two-officers', 'clerk']),
          }),
        ),
        passing: z
          .enum(['nobody', 'two-officers', 'clerk'])
          .describe('谁可以放行：谁都不能、两名工作人员、经办 / who may let it pass'),
        balanceComes: z.boolean(),
      })
      .nullable()
      .describe(
        '在核对的信息表和全部疑问 / the sheet that is being checked, with everything that does not fit',
      ),
    finance: z
      .array(
        z.object({
          text,
          operation: z.enum([
            'listTransferMoney',
            'requestTransferMatch',
            'decideTransferMatch',
            'requestResolution',
          ]),
          command: z.string(),
        }),
      )
      .describe('财务人员要做什么、在哪里做 / what finance officers do about its money, and where'),
    notPaidOut: z
      .object({
        ground: z.enum(['balance-refused', 'no-receiving-account']),
        why: z.enum(['no-rules', 'no-ground', 'nothing-there']).nullable(),
        ...{ reason: text, remedy: text },
      })
      .nullable()
      .describe(
        '没有转走的余额为什么还没有支取、怎么办 / why a balance that did not go is not paid out, and what to do',
      ),
    advised: z
      .object({ amountFen: z.string(), reference: z.string() })
      .nullable()
      .describe('对方通知的划款 / what the other agency advised'),
    money: z
      .array(
        z.object({
          ...{ lineId: z.string(), bookedOn: z.string(), amountFen: z.string(), reference: z.string() },
        }),
      )
      .describe('已到账、还在待查款项里的 / what has come and stands in suspense'),
  })
  .nullable()
  .describe('只给工作人员看的 / for officers only');
