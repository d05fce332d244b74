import { inSnapshot, type Reader } from '#platform/postgres';
import { verifierOf } from '#platform/signing';
import type { AuditContext } from './context.ts';
import { coverageOf } from './coverage.ts';
import { type DaySeal, type KeptSeal, leafLine, readSeal, sealFiles } from './day-seal.ts';
import { insertDelivery, leavesIn, undelivered } from './seal.store.ts';
import { treeSum } from './tree-of.ts';

export interface Delivery {
  /** Seals that stand in the second place from now on. */
  readonly delivered: readonly number[];
  /** Seals that could not be written, and why; they are tried again the next time. */
  readonly failed: readonly { readonly number: number; readonly reason: string }[];
}

/**
 * Writes every seal that is not in the second place yet, with its leaf list. The list is taken from the rows again and
 * compared with what was signed, so that nothing altered since goes out under the seal. Nothing is skipped: after a failure
 * the later ones wait.
 */
export async function deliverSeals(context: AuditContext): Promise<Delivery> {
  const { database, secondPlace, clock } = context;
  const delivered: number[] = [];
  for (const seal of await undelivered(database, secondPlace.name)) {
    const { number } = seal;
    try {
      await deliver(context, seal);
      await insertDelivery(database, { number, place: secondPlace.name, at: clock.now() });
      delivered.push(number);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { delivered, failed: [{ number, reason }] };
    }
  }
  return { delivered, failed: [] };
}

/** The leaves first: where the seal stands, it stands whole. */
async function deliver(context: AuditContext, seal: KeptSeal): Promise<void> {
  const { database, secondPlace, signingKeys } = context;
  const keys = signingKeys.published();
  if (!keys.ok) throw new Error(keys.refusal.code);
  const said = readSeal(seal.statement, verifierOf(keys.value));
  if (!said.ok) throw new Error(`seal ${seal.number} does not hold: ${said.refusal.code}`);
  const files = sealFiles(seal.number);
  const standing = await secondPlace.held(files.seal);
  if (standing?.trim() === seal.statement) return; // written before a kill, and not noted
  // Whoever rebuilds a database must not write over what tells on them, nor two databases over one another.
  if (standing !== null) throw new Error(`another seal ${seal.number} stands there already`);
  await inSnapshot(database, (reader) =>
    secondPlace.put(files.leaves, leafLines(reader, { context, seal, said: said.value })),
  );
  await secondPlace.put(files.seal, once(`${seal.statement}\n`));
}

/** The list, which ends with a throw where it is not what was signed. */
async function* leafLines(
  reader: Reader,
  given: { readonly context: AuditContext; readonly seal: KeptSeal; readonly said: DaySeal },
): AsyncGenerator<string> {
  const { context, seal, said } = given;
  const sum = treeSum();
  let lines: string[] = [];
  for await (const leaf of leavesIn(
    reader,
    coverageOf(said, { all: context.sealSources, range: seal, secret: seal.secret }),
  )) {
    sum.add(leaf);
    lines.push(`${leafLine(leaf)}\n`);
    if (lines.length < 1000) continue;
    yield lines.join('');
    lines = [];
  }
  yield lines.join('');
  if (sum.figures().root !== said.root)
    throw new Error(
      `the rows of seal ${seal.number} are not those that were signed; run suixing verify --seals`,
    );
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
