import { hasNotDied } from '#business/registry/public';
import { all, defineOption } from '#engines/rules';
import { left, leftToGoHome, notRetiredByThatDay } from './circumstances.ts';
import { commonConditions, insuranceStopped, mustBeForeigner, removedByEmployer } from './conditions.ts';
import { everyGround, foreignPassport, terminationRequest } from './materials.ts';
import { workingDays } from './working-days.ts';

/** G3: a foreigner who left to return home before retirement. */
export const foreignerReturningHome = defineOption({
  action: 'withdraw',
  ground: 'foreigner-returning-home',
  name: {
    zh: '外国人退休前离境回国，取出个人账户余额',
    en: 'withdrawal for a foreigner returning home before retirement',
  },
  trigger: all(hasNotDied, left, leftToGoHome, notRetiredByThatDay),
  conditions: [mustBeForeigner, removedByEmployer, insuranceStopped, ...commonConditions],
  materials: [...everyGround, foreignPassport, terminationRequest],
  payee: 'insured',
  relationship: 'ends',
  workingDays,
  clauses: ['G3'],
});
