import type { Text } from '#basics';
import type { Process } from './process.ts';

/** Whose move it is while a case is in a state. */
export type Waiting = 'applicant' | 'agency' | 'second-officer' | 'partner' | 'bank' | 'nobody';

/** Read off the declaration: a state of the agency's in which a reviewer decides waits for the second officer. */
export function waitsFor(process: Process, state: string): Waiting {
  const heldBy = process.states[state]?.heldBy ?? 'nobody';
  if (heldBy !== 'agency') return heldBy;
  const reviewed = Object.values(process.actions).some(
    ({ from, who, automatic, assignment }) =>
      from.includes(state) && !automatic && !assignment && who.includes('reviewer'),
  );
  return reviewed ? 'second-officer' : 'agency';
}

export const waitingNames: Readonly<Record<Waiting, Text>> = {
  applicant: { zh: '申请人', en: 'the applicant' },
  agency: { zh: '经办机构', en: 'the agency' },
  'second-officer': { zh: '复核人员', en: 'the second officer' },
  partner: { zh: '对方机构', en: 'the other agency' },
  bank: { zh: '银行', en: 'the bank' },
  nobody: { zh: '已办结', en: 'done' },
};
