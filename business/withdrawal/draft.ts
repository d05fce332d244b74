import { z } from 'zod';
import { addDays, type PlainDate, type Problem, type Text } from '#basics';
import { payeeBegun, payeeProblems, readPayeeAccount } from '#business/payments';

/** A paper as far as it is there: filed at a window, photographed for the draft's case, promised in writing, said not to apply, or to follow. */
const paper = z.strictObject({
  materialId: z
    .string()
    .max(64)
    .describe('材料清单里的编号，或者替代材料的编号 / its id on the list, or of what may be brought instead'),
  paperReference: z.string().max(240).optional(),
  fileIds: z
    .array(z.string().max(40))
    .max(40)
    .optional()
    .describe(
      '上传到草稿办件的文件，按页序 / files uploaded for the draft’s case, in the order of the pages',
    ),
  commitment: z
    .strictObject({ version: z.string().max(20), signerName: z.string().max(140) })
    .optional()
    .describe('签了承诺书 / a commitment was signed'),
  notApplying: z
    .strictObject({ reason: z.string().max(500) })
    .optional()
    .describe('只要求部分人交的，说明为什么不适用 / asked of some people only: why it does not apply'),
  later: z.boolean().optional().describe('申请以后再交 / follows after the application'),
});

/** An application that is being written: whatever was typed, also half of it. */
export const draftContent = z.strictObject({
  ground: z.string().max(64).optional(),
  applyAnyway: z.boolean().optional(),
  payee: payeeBegun.nullish(),
  papers: z.array(paper).max(30).optional(),
  /** What was answered to questions on the way, by the question. */
  answers: z.record(z.string().max(64), z.string().max(2000)).optional(),
});

export type DraftContent = z.output<typeof draftContent>;

/** What is missing before a draft can become an application; papers and the payee may follow, but not by halves. */
export function draftProblems({ ground, payee, papers }: DraftContent): readonly Problem[] {
  const empty = (value: string | undefined) => value === undefined || value.trim() === '';
  return [
    ...(empty(ground) ? [{ path: 'ground', detail: chooseGround }] : []),
    ...(payee ? payeeProblems(readPayeeAccount(payee)) : []),
    ...(papers ?? []).flatMap(({ paperReference, fileIds = [], commitment, notApplying, later }, place) => {
      if (notApplying && !later)
        return empty(notApplying.reason)
          ? [{ path: `papers.${place}.notApplying.reason`, detail: fillIn }]
          : [];
      if (later || fileIds.length > 0 || !empty(paperReference)) return [];
      if (!commitment) return [{ path: `papers.${place}.paperReference`, detail: fillIn }];
      return empty(commitment.signerName)
        ? [{ path: `papers.${place}.commitment.signerName`, detail: signIt }]
        : [];
    }),
  ];
}

/** What the owner of a draft is told about how long it is kept. */
export function keptWords(
  keptUntil: PlainDate,
  { today, warningDays }: { readonly today: PlainDate; readonly warningDays: number },
): Text {
  const soon = addDays(today, warningDays) >= keptUntil;
  return soon
    ? {
        zh: `注意：草稿保存到 ${keptUntil}，之后连同所填内容一起删除；再存一次可以延长。`,
        en: `Mind: this draft is kept until ${keptUntil} and then erased with all that was typed; save it again to keep it longer.`,
      }
    : {
        zh: `草稿保存到 ${keptUntil}；每存一次重新计算。草稿不冻结账户，也不计时限。`,
        en: `This draft is kept until ${keptUntil}, counted anew each time it is saved. It holds no account and starts no deadline.`,
      };
}

const chooseGround: Text = { zh: '请选择支取情形', en: 'Choose the ground' };
const signIt: Text = { zh: '请签上姓名', en: 'Sign it with the name' };
const fillIn: Text = { zh: '请填写', en: 'Fill this in' };
