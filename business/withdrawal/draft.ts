import { z } from 'zod';
import { addDays, type PlainDate, type Problem, type Text } from '#basics';
import { payeeBegun, payeeProblems, readPayeeAccount } from '#business/payments';

/** An application that is being written: whatever was typed, also half of it. */
export const draftContent = z.strictObject({
  ground: z.string().max(64).optional(),
  applyAnyway: z.boolean().optional(),
  payee: payeeBegun.nullish(),
  papers: z
    .array(z.strictObject({ materialId: z.string().max(64), paperReference: z.string().max(240).optional() }))
    .max(30)
    .optional(),
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
    ...(papers ?? []).flatMap(({ paperReference }, place) =>
      empty(paperReference) ? [{ path: `papers.${place}.paperReference`, detail: fillIn }] : [],
    ),
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
const fillIn: Text = { zh: '请填写', en: 'Fill this in' };
