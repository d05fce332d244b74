import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from, to } from 'pg-copy-streams';
import type { PinnedTx, Snapshot, Tx } from './reader.ts';

/** What `COPY … TO STDOUT` gives, in pieces that end anywhere; the server waits for whoever reads them. */
export async function* copyOut(snapshot: Snapshot, sql: string): AsyncGenerator<Buffer> {
  const { client } = snapshot as PinnedTx; // only `inSnapshot` makes a Snapshot
  const stream = client.query(to(sql));
  let whole = false;
  try {
    for await (const piece of stream) yield piece;
    whole = true;
  } finally {
    // The server would go on sending what nobody reads, and the ROLLBACK that follows would wait behind it for ever.
    if (!whole) (client as unknown as Client & Wired).connection.stream.destroy(); // missing from the types of pg
  }
}

interface Wired {
  readonly connection: { readonly stream: { destroy(): void } };
}

/** Feeds `COPY … FROM STDIN`; answers how many rows came. Where `pieces` throws, nothing of them stays. */
export async function copyIn(
  tx: Tx,
  { sql, pieces }: { readonly sql: string; readonly pieces: AsyncIterable<Uint8Array> },
): Promise<number> {
  const { client } = tx as PinnedTx; // only `inTransaction` makes a Tx
  const stream = client.query(from(sql));
  await pipeline(pieces, stream);
  return stream.rowCount;
}
