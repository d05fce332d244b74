import type { Proof } from '#platform/postgres';
import { brokenAnswers, countAnswers } from './idempotency.store.ts';

/** What `suixing verify` proves about the answers kept for repeated requests. */
export const httpProofs: readonly Proof[] = [
  {
    name: 'http.answers-whole',
    text: {
      zh: '每个幂等键都留有完整的答复，重复请求得到同样的回答',
      en: 'Every idempotency key has its whole answer, so that a request sent again is answered alike',
    },
    async run(reader) {
      const broken = (await brokenAnswers(reader)).map((row) => ({ row, why }));
      return { rows: await countAnswers(reader), figures: {}, broken };
    },
  },
];

const why = {
  zh: '没有答复，或答复不是办成的那一份',
  en: 'has no answer, or not one of something that was done',
};
