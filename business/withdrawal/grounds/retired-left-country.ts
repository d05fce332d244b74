import { hasNotDied, isForeigner } from '#business/registry/public';
import { all, any, defineOption } from '#engines/rules';
import { left, leftToSettle, retiredByThatDay } from './circumstances.ts';
import { commonConditions } from './conditions.ts';
import { everyGround, leavingProofInRetirement } from './materials.ts';
import { workingDays } from './working-days.ts';

/** G1: left on or after the day of retirement, to settle abroad or as a foreigner to return home. */
export const retiredLeftCountry = defineOption({
  action: 'withdraw',
  ground: 'retired-left-country',
  name: {
    zh: '退休后离境定居（或外国人退休后回国），取出个人账户余额',
    en: 'withdrawal after leaving the country in retirement',
  },
  trigger: all(hasNotDied, left, retiredByThatDay, any(leftToSettle, isForeigner)),
  conditions: [...commonConditions],
  materials: [...everyGround, leavingProofInRetirement],
  payee: 'insured',
  relationship: 'ends',
  workingDays,
  clauses: ['G1'],
});
