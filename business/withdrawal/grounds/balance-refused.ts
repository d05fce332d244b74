import { hasNotDied } from '#business/registry/public';
import { all, defineOption } from '#engines/rules';
import { balanceLegIs } from './circumstances.ts';
import { commonConditions, evidenceOnRecord } from './conditions.ts';
import { everyGround, refusalStatement } from './materials.ts';
import { workingDays } from './working-days.ts';

/** G4, G0.3: the receiving agency explicitly refused the balance. */
export const balanceRefused = defineOption({
  action: 'withdraw',
  ground: 'balance-refused',
  name: {
    zh: '转入地明确不接收个人账户余额，一次性取出',
    en: 'withdrawal because the receiving agency refused the balance',
  },
  trigger: all(
    hasNotDied,
    balanceLegIs('refused', {
      zh: '转入地明确不接收个人账户余额',
      en: 'the receiving agency explicitly refused the balance',
    }),
  ),
  conditions: [
    evidenceOnRecord({
      id: 'refusal-documented',
      text: {
        zh: '转入地不接收余额的书面答复已经入档',
        en: 'The receiving agency’s refusal is on record in writing',
      },
      remedy: {
        zh: '请转入地经办机构出具不接收余额的书面说明，交来入档后就可以办理。',
        en: 'Ask the receiving agency for its refusal in writing; once we have it, the money can be paid.',
      },
    }),
    ...commonConditions,
  ],
  materials: [...everyGround, refusalStatement],
  payee: 'insured',
  relationship: 'transferred',
  workingDays,
  clauses: ['G4', 'G0.3'],
});
