import { facts, happened, hasNotDied } from '#business/registry/public';
import { all, defineOption } from '#engines/rules';
import { commonConditions } from './conditions.ts';
import { everyGround, nationalityLossCertificate } from './materials.ts';
import { workingDays } from './working-days.ts';

/** G0.4: lost Chinese nationality. Which nationality is held now is not looked at. */
export const nationalityLost = defineOption({
  action: 'withdraw',
  ground: 'nationality-lost',
  name: { zh: '丧失中国国籍，取出个人账户余额', en: 'withdrawal after losing Chinese nationality' },
  trigger: all(
    hasNotDied,
    happened(facts.nationalityLostOn, {
      read: (f) => f.nationalityLostOn,
      says: { zh: '已经丧失中国国籍', en: 'Chinese nationality has been lost' },
    }),
  ),
  conditions: [...commonConditions],
  materials: [...everyGround, nationalityLossCertificate],
  payee: 'insured',
  relationship: 'ends',
  workingDays,
  clauses: ['G0.4'],
});
