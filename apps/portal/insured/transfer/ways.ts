import type { Text } from '#basics';
import { pageOf } from '../../ui/links.ts';

/** Away from this agency, or here. */
export type Way = 'away' | 'here';

/** What is said and asked in either way. */
export const ways = {
  away: {
    link: pageOf.transferAway,
    where: { zh: '要转到哪里？', en: 'Where are you moving to?' },
    whereHelp: {
      zh: '选您以后参保的地方。',
      en: 'Choose the place where you will be insured.',
    },
    can: { zh: '可以转到{place}', en: 'You can transfer to {place}' },
    notYet: { zh: '还不能转到{place}', en: 'You cannot transfer to {place} yet' },
    check: { zh: '核对一下，就可以提交', en: 'Check it, and send it' },
    send: { zh: '提交转移申请', en: 'Apply for the transfer' },
  },
  here: {
    link: pageOf.transferHere,
    where: { zh: '从哪里转来？', en: 'Where are you moving from?' },
    whereHelp: {
      zh: '选您以前参保的地方。',
      en: 'Choose the place where you were insured before.',
    },
    can: { zh: '可以从{place}转来', en: 'You can transfer from {place}' },
    notYet: { zh: '还不能从{place}转来', en: 'You cannot transfer from {place} yet' },
    check: { zh: '核对一下，就可以提交', en: 'Check it, and send it' },
    send: { zh: '提交转移申请', en: 'Apply for the transfer' },
  },
} as const satisfies Readonly<Record<Way, Readonly<Record<string, Text | typeof pageOf.transferAway>>>>;
