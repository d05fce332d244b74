import { hasDied } from '#business/registry/public';
import { defineOption } from '#engines/rules';
import { commonConditions, successorEstablished } from './conditions.ts';
import { deathProof, everyGround, successionProof } from './materials.ts';
import { workingDays } from './working-days.ts';

/** G2: the insured person has died; the successors are paid. Death closes every other ground. */
export const death = defineOption({
  action: 'withdraw',
  ground: 'death',
  name: { zh: '参保人去世，由继承人取出个人账户余额', en: 'withdrawal by the successors after a death' },
  trigger: hasDied,
  conditions: [successorEstablished, ...commonConditions],
  materials: [...everyGround, deathProof, successionProof],
  payee: 'successors',
  relationship: 'ends',
  workingDays,
  clauses: ['G2', 'G0.5'],
});
