import { ok, type PlainDate, type Result, refuse } from '#basics';
import { evenly } from '#business/access';
import { fitsIdentity } from '#business/registry';
import { actionsOf, type CaseFile, findCase, isTrackingCode, readCaseNumber } from '#engines/casework';
import { inTransaction } from '#platform/postgres';
import type { TrackingContext } from './context.ts';
import { materialsOf } from './materials-of.ts';
import { countTry, forgetTries } from './tracking.store.ts';
import { type WhereItIs, whereItIs } from './where-it-is.ts';

/** What somebody shows besides the number: the code on the receipt, or what they know of the person’s document. */
export type Factor =
  | { readonly by: 'code'; readonly code: string }
  | { readonly by: 'document'; readonly lastCharacters: string; readonly bornOn: PlainDate };

/**
 * Tells whoever has a case's number and a second factor where it is. Every try is counted before it is looked at; a number
 * that nobody has, a factor that does not fit and a lock give one answer in like time.
 */
export function trackCase(
  context: TrackingContext,
  asked: { readonly number: string; readonly factor: Factor },
): Promise<Result<WhereItIs>> {
  return evenly(async () => {
    const number = readCaseNumber(asked.number);
    if (number === null) return notTold;
    const numberHash = context.seal.keyedHash('tracked number', number);
    const counted = await inTransaction(context.database, async (tx) => ok(await countTry(tx, numberHash)));
    if (!counted.ok || !counted.value) return notTold;
    const file = await findCase(context.database, number);
    if (!file || !(await fits(context, { file, factor: asked.factor }))) return notTold;
    await forgetTries(context.database, numberHash);
    return told(context, file);
  });
}

const notTold = refuse({ code: 'tracking.not-told' });

function fits(
  { database, seal }: TrackingContext,
  { file, factor }: { readonly file: CaseFile; readonly factor: Factor },
): Promise<boolean> {
  if (factor.by === 'code') return Promise.resolve(isTrackingCode(seal, file, factor.code));
  const { bornOn, lastCharacters } = factor;
  return fitsIdentity(database, { seal, owner: file.ownerId, bornOn, lastCharacters });
}

async function told({ database, processes }: TrackingContext, file: CaseFile): Promise<Result<WhereItIs>> {
  const process = processes[file.process];
  if (!process) return notTold;
  const actions = await actionsOf(database, file);
  return ok(whereItIs({ process, file, actions, materials: materialsOf(file, actions) }));
}
