import type { HashedColumn } from '#platform/seal';
import { contentPurpose } from './upload-file.ts';

/** Where the hashes of contents stand, for a change of the key. The files' own keys are sealed values like any other. */
export const materialsHashedColumns: readonly HashedColumn[] = [
  {
    table: 'paper_file',
    column: 'content_sealed',
    hash: 'content_hash',
    waits: null,
    locator: null,
    beside: [],
    locksPerson: true,
    hashes: (seal, content) => ({
      byKey: seal.hashesByKey(contentPurpose, content),
      hashes: seal.keyedHashes(contentPurpose, content),
    }),
  },
];
