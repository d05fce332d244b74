import type { Text } from '#basics';
import type { Proof } from '#platform/postgres';
import { countAccesses, oneSidedAccesses, strayLogins } from './proofs.store.ts';

/** What `suixing verify` proves about logins: names lead to them and back, and both sides say for whom they act. */
export const accessProofs: readonly Proof[] = [
  {
    name: 'access.login-names-agree',
    text: {
      zh: '每个登录名指向一个登录，每个登录都能按登录名找到',
      en: 'Every login name leads to a login, and every login is found by its name',
    },
    async run(reader) {
      const { logins, notFound, leadsNowhere } = await strayLogins(reader);
      const broken = [
        ...notFound.map((row) => ({ row, why: why.notFound })),
        ...leadsNowhere.map((row) => ({ row, why: why.leadsNowhere })),
      ];
      return { rows: logins, figures: {}, broken };
    },
  },
  {
    name: 'access.both-sides-agree',
    text: {
      zh: '登录可以替谁办事，登录一侧和参保人一侧记得一致',
      en: 'For whom a login may act is said alike at the login and at the person',
    },
    async run(reader) {
      const broken = (await oneSidedAccesses(reader)).map((row) => ({ row, why: why.oneSided }));
      return { rows: await countAccesses(reader), figures: {}, broken };
    },
  },
];

const why: Readonly<Record<'notFound' | 'leadsNowhere' | 'oneSided', Text>> = {
  notFound: { zh: '按登录名找不到', en: 'is not found by its name' },
  leadsNowhere: { zh: '登录名指向的登录不存在', en: 'a name leads to it, and there is no such login' },
  oneSided: { zh: '只有一侧有记录', en: 'stands on one side only' },
};
