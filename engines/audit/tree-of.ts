import type { Reader } from '#platform/postgres';
import { type Leaf, leafLine } from './day-seal.ts';
import { leafHash, merkleTree } from './merkle.ts';
import { type Coverage, leavesIn } from './seal.store.ts';

/** What a list of leaves comes to. */
export interface TreeFigures {
  readonly leaves: number;
  readonly counts: Readonly<Record<string, number>>;
  /** Hexadecimal. */
  readonly root: string;
}

/** Adds up leaves as they go by. */
export interface TreeSum {
  add(leaf: Leaf): void;
  figures(): TreeFigures;
}

/** `sources` have a count even where they have no leaf. */
export function treeSum(sources: readonly string[] = []): TreeSum {
  const tree = merkleTree();
  const counts = new Map(sources.map((source) => [source, 0]));
  return {
    add(leaf) {
      tree.add(leafHash(leafLine(leaf)));
      counts.set(leaf.source, (counts.get(leaf.source) ?? 0) + 1);
    },
    figures: () => ({
      leaves: tree.size,
      counts: Object.fromEntries(counts),
      root: Buffer.from(tree.root()).toString('hex'),
    }),
  };
}

/** The tree over what this picture of the database holds. */
export async function treeOf(reader: Reader, coverage: Coverage): Promise<TreeFigures> {
  const sum = treeSum(coverage.sources.map(({ name }) => name));
  for await (const leaf of leavesIn(reader, coverage)) sum.add(leaf);
  return sum.figures();
}
