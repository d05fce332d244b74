import { whyPaperDoesNotCount } from '#business/materials/public';
import { type ChainedAction, namesOf } from '#engines/casework';
import type { Material } from '#engines/rules';
import { roundsOf } from '../correction-round.ts';
import type { Asked, AskedPaper } from './letter-facts.ts';

/** What the last request of a case asked for, with why each paper must come (again), read from the steps of the case. */
export function askedOf(
  actions: readonly ChainedAction[],
  { materials, reminderDays }: { readonly materials: readonly Material[]; readonly reminderDays: number },
): Asked {
  const round = roundsOf(actions).at(-1);
  const data = actions.findLast(({ action }) => action === 'request-materials')?.data ?? {};
  const judged = Object(data.reasons ?? {}) as Readonly<Record<string, unknown>>; // null has no reasons either
  const papers = (round?.materials ?? []).map((id): AskedPaper => {
    const again = round?.rejected.find(({ materialId }) => materialId === id)?.reason;
    const why = again ?? judged[id];
    return {
      id,
      why: typeof why === 'string' ? whyPaperDoesNotCount(why) : null,
      note: again === undefined && typeof why === 'string' ? noteOn(id, { actions, materials }) : '',
    };
  });
  const on = round?.answerBy ?? null;
  return {
    ...{ papers, note: round?.note ?? '', reminderDays },
    answerBy: on && { on, provisional: data.answerProvisional === true },
  };
}

/** What the clerk wrote to the applicant with the last verdict on it, or on what came in its place. */
function noteOn(
  id: string,
  of: { readonly actions: readonly ChainedAction[]; readonly materials: readonly Material[] },
): string {
  const material = of.materials.find((each) => each.id === id);
  const names = material ? namesOf(material) : [id];
  const last = of.actions.findLast(
    ({ action, data }) => action === 'judge-paper' && names.includes(String(data.materialId)),
  )?.data;
  return last?.verdict === 'rejected' && typeof last.note === 'string' ? last.note : '';
}
