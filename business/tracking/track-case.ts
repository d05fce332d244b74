import { createHash } from 'node:crypto';
import { ok, type PlainDate, type Result, refuse, shanghaiDate } from '#basics';
import { evenly } from '#business/access';
import { fitsIdentity } from '#business/registry';
import { paidOutOn } from '#business/transfer';
import { apartOf } from '#business/withdrawal';
import { actionsOf, type CaseFile, findCase, isTrackingCode, readCaseNumber } from '#engines/casework';
import { inTransaction, type Tx } from '#platform/postgres';
import type { TrackingContext } from './context.ts';
import { materialsOf } from './materials-of.ts';
import type { WhereItIs } from './told.ts';
import { countTry, forgetTries, refundTry, spendTry } from './tracking.store.ts';
import { whereItIs } from './where-it-is.ts';

/** What somebody shows besides the number: the code on the receipt, or what they know of the person’s document. */
export type Factor =
  | { readonly by: 'code'; readonly code: string }
  | { readonly by: 'document'; readonly lastCharacters: string; readonly bornOn: PlainDate };

export interface Tracked {
  readonly number: string;
  readonly factor: Factor;
  /** Where the try comes from: a network address, or `cli`. */
  readonly from: string;
}

/**
 * Tells whoever has a case's number and a second factor where it is. Every try is counted before the factor is looked at; a
 * number that nobody has, a factor that does not fit and a lock give one answer in like time.
 *
 * Five wrong tries lock out the address that made them, for a quarter of an hour, each further five for twice as long, up to a
 * day; nobody else. Who has many addresses meets what all together may try at a number, apart for each factor:
 * - the code has 40 bits. 2,000 tries a day for a year hit it with a chance of 732,000 / 2^40, less than one in a million; to
 *   use them up and keep the holder of the receipt out takes 400 addresses every day, for nothing but that.
 * - the document's last four characters are far fewer for who knows the person: 500 where region, birthday and sex are known,
 *   5,500 where the region is not. Ten tries, one more a day and fifty in all leave them one chance in ten, or in a hundred;
 *   a stranger to the birthday has one in five million. Once they are used up the document no longer serves for this case, and
 *   the code does as before.
 */
export function trackCase(context: TrackingContext, asked: Tracked): Promise<Result<WhereItIs>> {
  return evenly(context, async () => {
    const number = readCaseNumber(asked.number);
    if (number === null) return notTold;
    const askerHash = context.seal.keyedHash('tracked by', [number, network(asked.from)].join(' '));
    const spent = {
      numberHash: budgetHash(number),
      factor: asked.factor.by,
    };
    const file = await findCase(context.database, number);
    // A number that nobody has needs no budget: whatever is tried at it, nothing is told.
    const may = async (tx: Tx) => (await countTry(tx, askerHash)) && (!file || (await spendTry(tx, spent)));
    const counted = await inTransaction(context.database, async (tx) => ok(await may(tx)));
    if (!counted.ok || !counted.value) return notTold;
    if (!file || !(await fits(context, { file, factor: asked.factor }))) return notTold;
    await forgetTries(context.database, askerHash);
    await refundTry(context.database, spent);
    return told(context, file);
  });
}

/** No key enters it: a change of the identity key gives nobody fresh tries. */
export function budgetHash(number: string): Uint8Array {
  return createHash('sha256').update(`suixing tracked number ${number}`, 'utf8').digest();
}

/** One customer of a network has a whole /64 of IPv6 addresses. */
function network(from: string): string {
  if (!from.includes(':') || from.includes('.')) return from.replace(/^::ffff:/i, '');
  const [head = '', tail = ''] = from.split('::');
  const [before, after] = [head, tail].map((part) => (part === '' ? [] : part.split(':')));
  const gap = from.includes('::') ? 8 - (before?.length ?? 0) - (after?.length ?? 0) : 0;
  const groups = [...(before ?? []), ...Array<string>(Math.max(gap, 0)).fill('0'), ...(after ?? [])];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16))
    .join(':');
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

async function told(context: TrackingContext, file: CaseFile): Promise<Result<WhereItIs>> {
  const { database, processes, workingDays: calendar } = context;
  const process = processes[file.process];
  if (!process) return notTold;
  const actions = await actionsOf(database, file);
  const today = shanghaiDate(context.clock.now());
  const apart = await apartOf(database, file);
  const materials = materialsOf(file, actions);
  const paidOut = await paidOutOn(database, { context: { processes }, file });
  return ok(whereItIs({ process, file, actions, materials, calendar, today, apart, paidOut }));
}
