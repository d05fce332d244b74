import { ok, type Result, refuse } from '#basics';
import { inSnapshot, type Reader, type SealedRow, type SealSource } from '#platform/postgres';
import { verifierOf } from '#platform/signing';
import type { AuditContext } from './context.ts';
import { coverageOf } from './coverage.ts';
import { type KeptSeal, leafLine, leafSalt, readSeal } from './day-seal.ts';
import { leafHash, pathBuilder } from './merkle.ts';
import { proofType, type RecordProof } from './record-proof.ts';
import { type Coverage, leavesIn, sealOver } from './seal.store.ts';
import { treeSum } from './tree-of.ts';

/** Which record: `record:psn_1/3`, `case:psn_1/cas_2/4`. */
export interface RecordPlace {
  readonly source: string;
  readonly id: string;
}

export function readRecordPlace(text: string): RecordPlace | null {
  const parts = /^([a-z]+):(\S+)$/.exec(text);
  return parts && { source: parts[1] ?? '', id: parts[2] ?? '' };
}

/**
 * A proof that one record stands in a seal, which anybody checks offline with the published keys. Refuses
 * `audit.no-such-record`, `audit.not-sealed-yet`, and `audit.record-altered` where the rows are not those that were signed.
 */
export async function proveRecord(
  context: AuditContext,
  { source, id }: RecordPlace,
): Promise<Result<RecordProof>> {
  const from = context.sealSources.find(({ name }) => name === source);
  if (!from) return refuse({ code: 'audit.no-such-record' });
  return inSnapshot(context.database, async (reader): Promise<Result<RecordProof>> => {
    const row = await from.find(reader, id);
    if (!row) return refuse({ code: 'audit.no-such-record' });
    const seal = await sealOver(reader, { source, xid: row.xid });
    if (!seal) return refuse({ code: 'audit.not-sealed-yet' });
    return proofIn(reader, { context, from, row, seal });
  });
}

async function proofIn(
  reader: Reader,
  given: {
    readonly context: AuditContext;
    readonly from: SealSource;
    readonly row: SealedRow;
    readonly seal: KeptSeal;
  },
): Promise<Result<RecordProof>> {
  const { context, from, row, seal } = given;
  const keys = context.signingKeys.published();
  if (!keys.ok) return keys;
  const said = readSeal(seal.statement, verifierOf(keys.value));
  if (!said.ok) return refuse({ code: 'audit.seal-broken', figures: { number: seal.number } });
  const coverage = coverageOf(said.value, {
    all: context.sealSources,
    range: seal,
    secret: seal.secret,
  });
  const index = await placeOf(reader, { coverage, source: from.name, id: row.id });
  if (index === null) return refuse({ code: 'audit.record-altered' });
  const builder = pathBuilder(index, said.value.leaves);
  const sum = treeSum();
  for await (const leaf of leavesIn(reader, coverage)) {
    sum.add(leaf);
    builder.add(leafHash(leafLine(leaf)));
  }
  if (sum.figures().root !== said.value.root) return refuse({ code: 'audit.record-altered' });
  return ok({
    type: proofType,
    version: 1,
    record: {
      source: from.name,
      id: row.id,
      previous: row.previous && hex(row.previous),
      text: row.text,
      content: row.content,
      salt: hex(leafSalt({ source: from.name, id: row.id }, seal.secret)),
    },
    index,
    path: builder.path().map(hex),
    seal: seal.statement,
  });
}

/** How many leaves of the seal stand before the record's. */
async function placeOf(
  reader: Reader,
  { coverage, source, id }: RecordPlace & { readonly coverage: Coverage },
): Promise<number | null> {
  let place = 0;
  for await (const leaf of leavesIn(reader, coverage)) {
    if (leaf.source === source && leaf.id === id) return place;
    place += 1;
  }
  return null;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
