import { createHash } from 'node:crypto';

/**
 * The hash tree of RFC 6962, section 2.1, built leaf by leaf in memory that grows with the logarithm of their number.
 * Leaves and nodes are hashed apart, so that a node cannot pass for a leaf.
 */
export interface MerkleTree {
  add(leaf: Uint8Array): void;
  readonly size: number;
  root(): Uint8Array;
}

export function merkleTree(): MerkleTree {
  const peaks: { hash: Uint8Array; size: number }[] = [];
  let size = 0;
  return {
    add(leaf) {
      size += 1;
      let peak = { hash: leaf, size: 1 };
      for (let last = peaks.at(-1); last?.size === peak.size; last = peaks.at(-1)) {
        peaks.pop();
        peak = { hash: nodeHash(last.hash, peak.hash), size: peak.size * 2 };
      }
      peaks.push(peak);
    },
    get size() {
      return size;
    },
    root() {
      const hashes = peaks.map(({ hash }) => hash);
      return hashes.length === 0 ? sha256() : hashes.reduceRight((right, left) => nodeHash(left, right));
    },
  };
}

export function leafHash(text: string): Uint8Array {
  return sha256(leafMark, Buffer.from(text, 'utf8'));
}

/** Leaves from `from` up to `to`, which it does not hold. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Takes the leaves in their order and gives the path from one of them to the root (RFC 6962, section 2.1.1). */
export interface PathBuilder {
  add(leaf: Uint8Array): void;
  /** From the leaf upwards. */
  path(): readonly Uint8Array[];
}

export function pathBuilder(index: number, size: number): PathBuilder {
  const siblings = siblingSpans(index, { from: 0, to: size }).map((span) => ({ span, tree: merkleTree() }));
  let place = 0;
  return {
    add(leaf) {
      siblings.find(({ span }) => span.from <= place && place < span.to)?.tree.add(leaf);
      place += 1;
    },
    path: () => siblings.map(({ tree }) => tree.root()),
  };
}

/** The root that a leaf and its path lead to (RFC 9162, section 2.1.3.2); null where the path does not fit the place. */
export function rootOfPath(
  leaf: Uint8Array,
  {
    index,
    size,
    path,
  }: { readonly index: number; readonly size: number; readonly path: readonly Uint8Array[] },
): Uint8Array | null {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return null;
  const sides = siblingSpans(index, { from: 0, to: size }).map(({ from }) => from < index);
  if (sides.length !== path.length) return null;
  return path.reduce(
    (hash, sibling, level) => (sides[level] ? nodeHash(sibling, hash) : nodeHash(hash, sibling)),
    leaf,
  );
}

/** The subtrees beside the way from a leaf to the root, from the leaf upwards. */
function siblingSpans(index: number, { from, to }: Span): readonly Span[] {
  if (to - from <= 1) return [];
  const middle = from + leftSize(to - from);
  return index < middle
    ? [...siblingSpans(index, { from, to: middle }), { from: middle, to }]
    : [...siblingSpans(index, { from: middle, to }), { from, to: middle }];
}

/** The largest power of two smaller than `size`. */
function leftSize(size: number): number {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
}

function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(nodeMark, left, right);
}

function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);
