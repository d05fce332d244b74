import type { Text } from '#basics';
import type { Proof } from '#platform/postgres';
import type { ChainedRecords } from './chained-records.ts';
import { brokenLinks, countLinks, type RecordDifference, recordDifferences } from './record-chain.store.ts';

/** What `suixing verify` proves about the chains of persons' records. `kinds` are the sorts of records that stand in them. */
export function auditProofs(kinds: readonly ChainedRecords[]): readonly Proof[] {
  return [
    {
      name: 'audit.chains-whole',
      text: {
        zh: '每个人登记变更的链条首尾相接，没有被改动、抽走或插入',
        en: "Every person's chain of changes is whole: none altered, removed or slipped in",
      },
      async run(reader) {
        const broken = (await brokenLinks(reader)).map((row) => ({ row, why: notFollowing }));
        return { rows: await countLinks(reader), figures: {}, broken };
      },
    },
    {
      name: 'audit.records-chained',
      text: {
        zh: '每条登记与链条里记下的摘要一致，没有一条不在链上',
        en: 'Every record is what its link says, and none stands outside of the chains',
      },
      async run(reader) {
        const found: RecordDifference[] = [];
        for (const kind of kinds) found.push(...(await recordDifferences(reader, kind)));
        const broken = found.slice(0, 100).map(({ row, what }) => ({ row, why: differences[what] }));
        return { rows: await countLinks(reader), figures: { kinds: BigInt(kinds.length) }, broken };
      },
    },
  ];
}

const notFollowing: Text = {
  zh: '与前一条接不上，或内容与其哈希不符',
  en: 'does not follow from the link before, or is not what its hash says',
};

const differences: Readonly<Record<RecordDifference['what'], Text>> = {
  gone: { zh: '链上有、登记里没有：被删除了', en: 'stands in the chain and is gone from the records' },
  unchained: { zh: '登记里有、链上没有：不是经办程序写入的', en: 'is not in the chain: no guard wrote it' },
  altered: { zh: '登记被改动，与链上的摘要不符', en: 'was altered: it is not what its link says' },
};
