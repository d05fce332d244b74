import { identityHashes, identityHashesByKey } from '#business/registry';
import { envelopeIn } from '#engines/exchange';
import type { HashedColumn } from '#platform/seal';
import { isTransferMessage } from '../messages/catalogue.ts';
import { saidBy } from '../messages/exchange-catalogue.ts';
import { readBody } from '../messages/read-body.ts';
import { subjectOf } from '../messages/subject-of.ts';

/** Where partners' messages stand by the identity number of whom they are about, for a change of the key. */
export const transferHashedColumns: readonly HashedColumn[] = [
  {
    table: 'exchange_received',
    column: 'text_sealed',
    hash: 'subject_hash',
    waits: 'subject_hashes',
    locator: null,
    beside: [],
    locksPerson: false,
    hashes(seal, jws) {
      const { type, body } = envelopeIn(jws);
      const read = isTransferMessage(type) ? readBody(type, body) : null;
      const document = read?.ok && isTransferMessage(type) ? subjectOf(saidBy(type, read.body)) : null;
      if (!document) return null;
      return { byKey: identityHashesByKey(seal, document), hashes: identityHashes(seal, document) };
    },
  },
];
