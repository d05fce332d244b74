import { z } from 'zod';
import { isPlainDate, type PlainDate } from '#basics';
import { payeeShown } from '#business/payments';
import { identityKinds } from '#business/registry/public';
import { agreements, divisionBases, relations, successionBases, words } from '#business/succession/public';
import { told } from '#platform/http';
import { objectionOutcomes } from './own-objection.ts';
import { nameWritten, newPayee, number, stepped } from './schemas.ts';

/** What the operations about heirs take and answer. */

const text = z.object({ zh: z.string(), en: z.string() });
const day = z
  .string()
  .refine(isPlainDate, told({ zh: '日期写成 2026-06-01', en: 'a day, written 2026-06-01' }))
  .transform((on) => on as PlainDate); // refined on the line before
const seen = z.int().min(0).optional();
const successorId = z.string().max(64).describe('继承人编号 / the heir');
const paperReference = z.string().max(200).describe('证明材料的归档号 / under which the proof is filed');
const identity = z.object({
  kind: z.enum(identityKinds),
  number: z.string().max(64),
  issuer: z.string().max(3).nullish(),
});

/** An heir as an operation takes it, and as `suixing case heirs add` reads it. */
export const newSuccessor = z
  .object({
    name: z.string().max(70).describe('姓名 / name'),
    nameLatin: z
      .string()
      .max(70)
      .nullable()
      .default(null)
      .describe('拉丁字母姓名，境外账户用 / the name in Latin letters, for an account abroad'),
    relation: z.enum(relations).describe('与参保人的关系 / how they are related to the insured person'),
    basis: z
      .enum(successionBases)
      .default('legal')
      .describe('法定、遗嘱、遗赠、扶养协议 / by law, will, legacy, agreement'),
    represents: successorId.nullable().default(null).describe('代谁继承 / whose place a descendant takes'),
    predeceasedOn: day
      .nullable()
      .default(null)
      .describe('先于参保人去世的日期 / the day on which they died before'),
    bornOn: day.nullable().default(null),
    identity: identity.nullable().default(null),
    guardian: z
      .object({ name: z.string().max(70), identity, paperReference })
      .nullable()
      .default(null)
      .describe('未成年人的监护人 / the guardian of a minor'),
    paperReference,
  })
  .meta({ examples: [{ name: '张小明', relation: 'child', paperReference: '亲属关系证明 2026-7' }] });

const divideEqually = z
  .boolean()
  .default(false)
  .describe(
    '没有另外约定份额的，同时按法定均等重新分 / with the same write divide it equally anew, unless other shares were set',
  );

export const newHeir = newSuccessor
  .extend({
    self: z.boolean().default(false).describe('登录的继承人本人 / whoever has signed in is this heir'),
    ...{ divideEqually, seen },
  })
  .meta({
    examples: [{ name: '张小明', relation: 'child', paperReference: '亲属关系证明 2026-7' }],
  });

export const newDivision = z
  .object({
    basis: z.enum(divisionBases),
    shares: z
      .array(z.object({ successorId, share: z.string().max(20).meta({ example: '1/3' }) }))
      .max(100)
      .nullable()
      .default(null)
      .describe('不写即法定均等 / the equal shares of the law where left out'),
    paperReference: paperReference.nullable().default(null),
    orderId: z
      .string()
      .max(64)
      .nullable()
      .default(null)
      .describe('要重新分配的那一份；结清前不写 / the order that is divided anew, after the settlement'),
    agree: z
      .boolean()
      .default(false)
      .describe(
        '登录的继承人同时为自己的一份表示同意 / with the same write whoever has signed in agrees to it for their own share',
      ),
    seen,
  })
  .meta({ examples: [{ basis: 'equal' }] });

export const decision = z.object({
  approved: z.boolean(),
  reason: z.string().max(500).nullable().default(null).describe('退回时必填 / needed for a rejection'),
  seen,
});

export const saying = z.object({
  word: z.enum(words),
  disputes: z
    .array(successorId)
    .max(100)
    .default([])
    .describe(
      '异议针对谁的份额；不写即自己的；先前的异议仍然算数，同意或者放弃才结束 / whose shares an objection disputes; one’s own where left out. Earlier objections stand beside it until one agrees or waives',
    ),
  paperReference,
  seen,
});

const reason = z
  .string()
  .max(500)
  .nullable()
  .default(null)
  .describe('不同意的原因，只给经办人员看 / why, for the officers only');
export const ownSaying = z.object({
  word: z.enum(['agree', 'waive', 'object', 'struck']),
  disputes: z.array(successorId).max(100).default([]),
  ...{ reason, divideEqually, seen },
});
export const heirPayee = newPayee;
export const linkWish = z.object({ days: z.int().min(1).max(90).default(30) });
export const link = z.object({ secret: z.string(), expiresAt: z.string() });
export const heirPlace = number.extend({ successorId });
export const divisionPlace = number.extend({ divisionId: z.string().max(64) });
export const heirStepped = stepped.extend({ id: z.string() });
const { doubts } = payeeShown;
export const heirPayeeNamed = heirStepped.extend({ doubts });

const secret = z
  .string()
  .max(100)
  .describe('链接里的口令 / the secret of the link')
  .meta({ example: 'sxh_' });
export const bySecret = z.object({ secret });
export const sayingBySecret = z.object({
  secret,
  word: z.enum(['agree', 'waive', 'object']),
  disputes: z.array(successorId).max(100).default([]),
  reason,
});
export const payeeBySecret = newPayee.omit({ seen: true }).extend({ secret });
export const nameBySecret = nameWritten.extend({ secret });
export const nameFits = z.object({
  own: z
    .boolean()
    .nullable()
    .describe(
      '户名是否本人，未成年的是否本人或者监护人；现在不能用这个链接填账户的，为 null / the heir’s own, or a minor’s guardian’s; null where this link names no account now',
    ),
});
const contactParts = {
  language: z.enum(['zh', 'en']).describe('信函和通知用的语言 / the language of letters and notices'),
  email: z.string().max(254).nullable().default(null).describe('不写即不发通知 / no notices where left out'),
};
export const contact = z
  .object(contactParts)
  .meta({ examples: [{ language: 'en', email: 'heir@example.org' }] });
export const contactBySecret = z.object({ secret, ...contactParts });
export const contactKept = z.object({ revision: z.int() });
export const letterBySecret = z.object({
  secret,
  letter: z
    .string()
    .max(60)
    .describe('信函编号 / its number')
    .meta({ example: 'SZ-2022-00000-00000-00000/6-1' }),
  language: z
    .enum(['zh', 'en'])
    .nullable()
    .default(null)
    .describe('不写就用出具时的语言 / its own where left out'),
  form: z.enum(['pdf', 'html']).default('pdf'),
});
export const letterFile = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  base64: z.string().describe('文件内容 / the file'),
});
export const said = z.object({ said: text });
export const accountTaken = z.object({ accountTail: z.string(), doubts });

const accountNamedBy = z
  .enum(['window', 'link', 'invited', 'heir', 'applicant'])
  .nullable()
  .describe(
    '谁填的：窗口、本机构的链接、家人转的链接、本人或者监护人登录、申请人；以前的没有记 / who named it: a window, the agency’s link, one that a relative passed on, the heir or guardian signed in, the applicant; null where that was not kept',
  );

const agreement = z
  .enum(agreements)
  .describe(
    '按协商的份额分的，这位继承人的同意到了哪一步 / where the shares rest on everybody’s agreement, how far this heir’s is',
  );

export const seenByHeir = z.object({
  ...{ text, successorId, deceasedName: z.string(), heirName: z.string(), relation: text },
  guardianSpeaks: z.boolean(),
  shares: z.array(z.object({ successorId, yours: z.boolean(), relation: text, share: z.string() })),
  remainder: text,
  ...{ yourWord: text.nullable(), word: z.string().nullable(), basis: text.nullable() },
  byRelative: z.boolean().describe('链接是另一位继承人转交的 / another heir passed the link on'),
  unconfirmed: z
    .boolean()
    .describe('说过的还要经办人员核实才算数 / what they said counts once a clerk has confirmed it'),
  agreement,
  decided: z.boolean().describe('已经决定，只能提出异议 / it is decided; only an objection counts'),
  mayAnswer: z
    .boolean()
    .describe('现在还能表示；都办结了就不能 / something may still be said; not once all of it is over'),
  decidedAnew: z
    .boolean()
    .describe('批准后情况有变，正在重新审核 / approved before, and decided anew since the facts changed'),
  ended: z.boolean().describe('没有付款就结束了 / it ended without a payment'),
  objection: z
    .object({
      madeOn: z.string().describe('最近一次 / the last time'),
      outcomes: z
        .array(
          z.object({
            successorId: successorId.nullable(),
            relation: text.nullable(),
            ...{ madeOn: z.string(), outcome: z.enum(objectionOutcomes), text },
          }),
        )
        .describe(
          '有争议的份额结果都一样的只有一条，不写是谁的；不一样的每份一条 / one, of nobody by name, where it is the same for every share in dispute; else one for each share',
        ),
    })
    .nullable()
    .describe(
      '本人的异议和结果，付款以后也写着；没有的为空 / what one objected to and what came of it, also after the payment; null where there is nothing',
    ),
  ownShare: z
    .array(
      z.object({
        ...{ standing: z.string(), result: z.enum(['paid', 'returned']).nullable() },
        paidOn: z.string().nullable(),
        ...{
          where: text,
          amountFen: z.string().nullable().describe('付了才写，分 / in fen, once it is paid'),
        },
      }),
    )
    .describe('自己的一份在哪里；结清前为空 / where one’s own share is; empty until the settlement'),
  ownAmount: z
    .object({
      amountFen: z.string().describe('分 / in fen'),
      ofFen: z.string().describe('总额，分 / of how much, in fen'),
      provisional: z.boolean().describe('结清前，利息还会变 / until the settlement, interest still comes in'),
    })
    .nullable()
    .describe(
      '自己的一份是多少；决定以后才有，家人转的链接没有 / what one’s own share comes to, from the decision on; not by a link that a relative passed on',
    ),
  ...{ accountNamed: z.boolean(), expiresAt: z.string() },
  account: z
    .object({
      namedBy: accountNamedBy,
      shown: z
        .object({ name: z.string(), bankName: z.string(), accountTail: z.string(), doubts })
        .nullable()
        .describe(
          '家人转的链接只写出用这种链接或者申请人填的；窗口、本人登录或者本机构的链接填的为空 / by a link that a relative passed on only what such a link or the applicant gave; null where a window, the heir signed in or the agency’s link did',
        ),
    })
    .nullable()
    .describe('自己一份的收款账户 / the account of one’s own share'),
  accountStands: z
    .boolean()
    .describe('本人已登记账户，此链接不能更改 / the heir’s own account stands; this link does not change it'),
  accountLacks: z
    .boolean()
    .describe(
      '决定以后自己的一份被退回或者还没有账户 / after the decision one’s share came back or has no account',
    ),
  accountWanted: z
    .boolean()
    .describe(
      '决定以后自己的一份被退回或者还没有账户，用此链接可以填写；家人转的链接不能 / after the decision one’s share came back or has no account, and this link may name one, which one that a relative passed on never may',
    ),
  contactStands: z
    .boolean()
    .describe(
      '本人已登记联系方式，或者已经决定：此链接不能更改 / the heir’s own contact stands, or the case is decided; this link does not change it',
    ),
});

const amountFen = z.string().describe('分 / fen, as a decimal string');
const division = z.object({
  ...{ divisionId: z.string(), orderId: z.string().nullable(), basis: z.string(), basisName: text },
  makerId: z.string().nullable(),
  shares: z.array(z.object({ successorId, share: z.string() })),
});

export const heirs = z.object({
  heirs: z.array(
    z.object({
      ...{ successorId, name: z.string(), relation: z.string(), relationName: text, basis: z.string() },
      nameLatin: z.string().nullable(),
      ...{ represents: z.string().nullable(), predeceasedOn: z.string().nullable(), minor: z.boolean() },
      namesWhole: z.boolean().describe('姓名是否完整显示 / whether names are told in full'),
      ...{ guardianName: z.string().nullable(), word: z.string().nullable(), wordName: text.nullable() },
      channel: z.string().nullable(),
      yours: z.boolean().describe('登录的继承人本人 / whoever has signed in'),
      named: z
        .boolean()
        .describe(
          '窗口核对过的登录人姓名和这位继承人一致 / officers identified whoever has signed in under this very name',
        ),
      yourWard: z
        .boolean()
        .describe('登录的人是否监护人 / whether officers know whoever asks as the guardian'),
      agreement,
      mayWaive: z
        .boolean()
        .describe(
          '登录的人能否在网上放弃自己的一份：窗口按证件核对过姓名 / whether whoever has signed in may waive their share online: officers saw who they are',
        ),
      mayChangeAccount: z
        .boolean()
        .describe(
          '决定以前，登录的人能否填写或者更改收款账户：监护人、本人或者窗口填好的，别人不能改 / until the decision, whether whoever asks may name or change the account; one that the guardian, the heir or a window named is changed by nobody else',
        ),
      mayNameAccount: z
        .boolean()
        .describe(
          '决定以后，登录的继承人能否为自己被退回或者没有账户的一份填写账户 / after the decision, whether whoever has signed in may name an account for their own share that came back or has none',
        ),
      mayStrike: z.boolean().describe('登录的人能否划去 / whether whoever has signed in may strike it out'),
      saidOn: z.string().nullable(),
      reason: z
        .string()
        .nullable()
        .describe(
          '不同意的原因，最近一次的，只给经办人员 / why they object, as said last, for officers only',
        ),
      objections: z
        .array(z.object({ on: z.string(), reason: z.string().nullable(), disputes: z.array(successorId) }))
        .describe(
          '每一次提出的异议，后一次不取消前一次，只给经办人员 / each objection, of which a further one takes none back, for officers only',
        ),
      linkUntil: z.string().nullable().describe('链接有效到 / until when the last link is good'),
      bornOn: z.string().nullable(),
      account: z
        .object({
          ...{ name: z.string(), bankName: z.string(), accountTail: z.string(), doubts },
          namedBy: accountNamedBy,
        })
        .nullable(),
    }),
  ),
  division: division.nullable(),
  asker: z
    .object({ name: z.string(), relation: z.enum(relations) })
    .nullable()
    .describe(
      '登录的人用查询开通时，两名工作人员确认的姓名和关系 / of whoever has signed in, the name and relation that two officers confirmed when a question opened the login',
    ),
  relationSeenOn: z
    .string()
    .nullable()
    .describe('两名工作人员确认亲属关系的日子 / when officers confirmed it'),
  seenOn: z
    .string()
    .nullable()
    .describe(
      '工作人员核对过登录人身份证件的日子，不再另要 / on which day officers compared the identity document of whoever has signed in, so that it is not asked for again',
    ),
  waiting: z.array(division),
  shares: z.array(
    z.object({
      ...{ successorId: z.string().nullable(), amountFen, state: z.string() },
      payment: z
        .object({
          ...{ orderId: z.string(), amountFen, standing: z.string() },
          ...{ result: z.enum(['paid', 'returned']).nullable(), where: text },
          paidOn: z.string().nullable(),
          accountWanted: z
            .boolean()
            .describe(
              '这一份在等收款账户：没有填过，或者银行退回以后还没有换 / it waits for an account: none was named, or none since the bank sent it back',
            ),
        })
        .nullable(),
    }),
  ),
  remainder: text,
  problems: z.array(z.object({ path: z.string(), zh: z.string(), en: z.string() })),
});
