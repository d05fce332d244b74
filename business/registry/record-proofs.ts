import type { Text } from '#basics';
import type { Proof, Reader } from '#platform/postgres';
import {
  countCorrections,
  countMerges,
  mergedWithMoney,
  strayCorrections,
  strayLinks,
  type Unproved,
  unequalMoves,
} from './record-proofs.store.ts';

/** What `suixing verify` proves about corrections and merges. */
export const recordProofs: readonly Proof[] = [
  {
    name: 'registry.corrections-approved',
    text: {
      zh: '每一处更正都经两人办理，经两人办理的更正都已生效',
      en: 'Whatever was corrected two officers decided, and what they decided was done',
    },
    run: async (reader) => ({
      rows: await countCorrections(reader),
      figures: {},
      broken: told(await strayCorrections(reader)),
    }),
  },
  {
    name: 'registry.links-agree',
    text: {
      zh: '每一处合并都经两人办理，并入的档案没有余额，转过的金额两边相等',
      en: 'Every merge was decided by two; a record folded in holds no money, and what left it arrived',
    },
    run: async (reader) => ({
      rows: await countMerges(reader),
      figures: {},
      broken: told(await allOf(reader, [strayLinks, mergedWithMoney, unequalMoves])),
    }),
  },
];

async function allOf(
  reader: Reader,
  finds: readonly ((reader: Reader) => Promise<Unproved[]>)[],
): Promise<readonly Unproved[]> {
  const found: Unproved[] = [];
  for (const find of finds) found.push(...(await find(reader)));
  return found;
}

function told(found: readonly Unproved[]) {
  return found.map(({ row, what }) => ({ row, why: whys[what] ?? unknown }));
}

const unknown: Text = { zh: '不相符', en: 'does not agree' };

const whys: Readonly<Record<string, Text>> = {
  'not-approved': { zh: '没有经两人批准', en: 'was not approved by two' },
  'not-applied': { zh: '批准了却没有生效', en: 'was approved and not done' },
  'not-linked': { zh: '批准了却没有合并', en: 'was approved and the records are not linked' },
  undone: {
    zh: '合并与撤销的记录不一致',
    en: 'is undone by two and still linked, or unlinked by nobody',
  },
  money: { zh: '并入的档案还有余额', en: 'was folded in and holds money' },
  unequal: { zh: '转出与转入的金额不相等', en: 'what left and what arrived differ' },
};
