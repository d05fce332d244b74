import type { Text } from '#basics';
import type { Proof, Reader } from '#platform/postgres';
import {
  countEmployers,
  countIdentities,
  type LocatorDifference,
  strayEmployers,
  strayIdentities,
} from './proofs.store.ts';
import { recordProofs } from './record-proofs.ts';

/** What `suixing verify` proves about the register: what finds a person or an employer leads to them, and back. */
export const registryProofs: readonly Proof[] = [
  bothWays({
    name: 'registry.identities-agree',
    text: {
      zh: '每个证件号码恰好指向一个人，每个人的证件都能按号码找到',
      en: 'Every identity number leads to exactly its person, and every document is found by its number',
    },
    count: countIdentities,
    find: strayIdentities,
  }),
  bothWays({
    name: 'registry.employers-agree',
    text: {
      zh: '每个统一社会信用代码恰好指向一个单位，每个单位都能按代码找到',
      en: 'Every credit code leads to exactly its employer, and every employer is found by its code',
    },
    count: countEmployers,
    find: strayEmployers,
  }),
  ...recordProofs,
];

interface BothWays {
  readonly name: string;
  readonly text: Text;
  readonly count: (reader: Reader) => Promise<bigint>;
  readonly find: (reader: Reader) => Promise<readonly LocatorDifference[]>;
}

function bothWays({ name, text, count, find }: BothWays): Proof {
  return {
    name,
    text,
    async run(reader) {
      const broken = (await find(reader)).map(({ row, found }) => ({
        row,
        why: found ? leadsNowhere : notFound,
      }));
      return { rows: await count(reader), figures: {}, broken };
    },
  };
}

const leadsNowhere: Text = {
  zh: '指向的登记不存在或属于别人',
  en: 'leads to a record that is not there, or is another’s',
};
const notFound: Text = { zh: '按号码找不到', en: 'is not found by its number' };
