import { hasNotDied } from '#business/registry/public';
import { all, defineOption } from '#engines/rules';
import { left, leftToSettle, notRetiredByThatDay } from './circumstances.ts';
import { commonConditions, insuranceStopped, removedByEmployer } from './conditions.ts';
import { everyGround, householdCancellation, settlementProof } from './materials.ts';
import { workingDays } from './working-days.ts';

/** G3, G0.4: left to settle abroad before retirement; Hong Kong, Macao and Taiwan count as abroad here. */
export const settledAbroadBeforeRetirement = defineOption({
  action: 'withdraw',
  ground: 'settled-abroad-before-retirement',
  name: { zh: '退休前出境定居，取出个人账户余额', en: 'withdrawal after settling abroad before retirement' },
  trigger: all(hasNotDied, left, leftToSettle, notRetiredByThatDay),
  conditions: [removedByEmployer, insuranceStopped, ...commonConditions],
  materials: [...everyGround, settlementProof, householdCancellation],
  payee: 'insured',
  relationship: 'ends',
  workingDays,
  clauses: ['G3', 'G0.4'],
});
