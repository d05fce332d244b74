import { hasNotDied } from '#business/registry/public';
import { all, defineOption } from '#engines/rules';
import { balanceLegIs } from './circumstances.ts';
import { commonConditions, evidenceOnRecord } from './conditions.ts';
import { everyGround, requestRecord } from './materials.ts';
import { workingDays } from './working-days.ts';

/** G4: the receiving agency gave no account to receive the balance. Silence alone is never taken for a refusal. */
export const noReceivingAccount = defineOption({
  action: 'withdraw',
  ground: 'no-receiving-account',
  name: {
    zh: '转入地没有提供收款账户，一次性取出个人账户余额',
    en: 'withdrawal because the receiving agency gave no receiving account',
  },
  trigger: all(
    hasNotDied,
    balanceLegIs('no-account-information', {
      zh: '转入地没有提供收款账户信息',
      en: 'the receiving agency gave no receiving-account information',
    }),
  ),
  conditions: [
    evidenceOnRecord({
      id: 'request-documented',
      text: {
        zh: '请转入地提供收款账户的函件和催办记录已经入档',
        en: 'Our request for the receiving account is on record',
      },
      remedy: {
        zh: '我们要先发函请转入地提供收款账户，没有回音再催一次；这些记录入档后就可以办理。',
        en: 'We first have to ask the receiving agency for an account in writing and remind it; once that is on record, the money can be paid.',
      },
    }),
    ...commonConditions,
  ],
  materials: [...everyGround, requestRecord],
  payee: 'insured',
  relationship: 'transferred',
  workingDays,
  clauses: ['G4'],
});
