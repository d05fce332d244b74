import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leafHash, merkleTree, pathBuilder, rootOfPath } from './merkle.ts';

const leavesOf = (count: number) => Array.from({ length: count }, (_, index) => leafHash(`leaf ${index}`));

function rootOf(leaves: readonly Uint8Array[]): string {
  const tree = merkleTree();
  for (const leaf of leaves) tree.add(leaf);
  return hex(tree.root());
}

function pathOf(leaves: readonly Uint8Array[], index: number): readonly Uint8Array[] {
  const builder = pathBuilder(index, leaves.length);
  for (const leaf of leaves) builder.add(leaf);
  return builder.path();
}

/** As the RFC defines it, by recursion over the whole list. */
function slowRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (!only) return createHash('sha256').digest();
  if (leaves.length === 1) return only;
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  const hash = createHash('sha256').update(Uint8Array.of(1));
  return hash
    .update(slowRoot(leaves.slice(0, half)))
    .update(slowRoot(leaves.slice(half)))
    .digest();
}

const place = fc
  .integer({ min: 1, max: 200 })
  .chain((size) => fc.record({ size: fc.constant(size), index: fc.nat({ max: size - 1 }) }));

describe('The hash tree of a seal', () => {
  test('its root is the one that the RFC defines, for every number of leaves', () => {
    for (let count = 0; count <= 130; count += 1) {
      const leaves = leavesOf(count);
      expect(rootOf(leaves), `${count} leaves`).toBe(hex(slowRoot(leaves)));
    }
  });

  test('it agrees with the test vectors of certificate transparency', () => {
    const inputs = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ];
    const leaves = inputs.map((input) =>
      createHash('sha256').update(Uint8Array.of(0)).update(Buffer.from(input, 'hex')).digest(),
    );
    expect(rootOf([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(rootOf(leaves.slice(0, 1))).toBe(
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    );
    expect(rootOf(leaves)).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
  });

  test('the path of any leaf leads to the root, and no other leaf, place or path does', () => {
    fc.assert(
      fc.property(place, fc.nat(), ({ size, index }, noise) => {
        const leaves = leavesOf(size);
        const root = rootOf(leaves);
        const path = pathOf(leaves, index);
        const leaf = leaves[index] ?? leafHash('');
        expect(hexOrNull(rootOfPath(leaf, { index, size, path }))).toBe(root);
        expect(hexOrNull(rootOfPath(leafHash('another'), { index, size, path }))).not.toBe(root);
        if (size > 1) {
          const elsewhere = (index + 1 + (noise % (size - 1))) % size;
          expect(hexOrNull(rootOfPath(leaf, { index: elsewhere, size, path }))).not.toBe(root);
          expect(rootOfPath(leaf, { index, size, path: path.slice(1) })).toBeNull();
          const bent = path.map((hash, at) => (at === noise % path.length ? leafHash('bent') : hash));
          expect(hexOrNull(rootOfPath(leaf, { index, size, path: bent }))).not.toBe(root);
        }
      }),
    );
  });

  test('a node does not pass for a leaf', () => {
    const [left = leafHash(''), right = leafHash('')] = leavesOf(2);
    const node = Buffer.concat([left, right]).toString('latin1');
    expect(rootOf([leafHash(node)])).not.toBe(rootOf([left, right]));
  });
});

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function hexOrNull(bytes: Uint8Array | null): string | null {
  return bytes && hex(bytes);
}
