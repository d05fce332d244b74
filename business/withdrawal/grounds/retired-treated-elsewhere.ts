import { hasNotDied, retired } from '#business/registry/public';
import { all, defineOption } from '#engines/rules';
import { hasFiling } from './circumstances.ts';
import { commonConditions, filingConfirmed } from './conditions.ts';
import { everyGround, treatmentFiling } from './materials.ts';
import { workingDays } from './working-days.ts';

/** G1: retired, with a filing for long-term medical treatment elsewhere. */
export const retiredTreatedElsewhere = defineOption({
  action: 'withdraw',
  ground: 'retired-treated-elsewhere',
  name: {
    zh: '退休后长期在异地就医，取出个人账户余额',
    en: 'withdrawal after retirement with long-term treatment elsewhere',
  },
  trigger: all(hasNotDied, retired, hasFiling),
  conditions: [filingConfirmed, ...commonConditions],
  materials: [...everyGround, treatmentFiling],
  payee: 'insured',
  relationship: 'continues',
  workingDays,
  clauses: ['G1'],
});
