import { shanghaiDate, type Text } from '#basics';
import { waitingNames } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import type { Apart } from './apart.ts';
import { type SharesRow, sharesRows } from './part-paid.store.ts';
import {
  asksAccount,
  listed,
  partlyPaid,
  restDue,
  restsUnclaimed,
  settled,
  sharesDue,
  sharesHeld,
  sharesLacking,
  sharesUnclaimed,
} from './share-words.ts';
import { withdrawalProcess } from './withdrawal.ts';

/**
 * Which of some cases have shares that are not all in one place, by the case's id: a case's state is that of the share that moved first.
 * What is only kept back is not among them.
 */
export async function partPaidAmong(
  reader: Reader,
  cases: readonly { readonly ownerId: string; readonly id: string }[],
): Promise<ReadonlyMap<string, Apart>> {
  const rows = await sharesRows(reader, cases);
  return new Map(rows.flatMap((row) => (isApart(row) ? [[row.id, partPaidOf(row)] as const] : [])));
}

function isApart({ paid, atBank, due, lacking, held, unclaimed }: SharesRow): boolean {
  const waits = lacking + unclaimed;
  return (atBank > 0 && due > 0) || (atBank + due + waits > 0 && paid + waits + held > 0);
}

/** What is said of it: where the money is that moves, then what waits. */
export function partPaidOf(shares: Omit<SharesRow, 'id'>): Apart {
  const { atBank, due, lacking, lackingHeirs, held, unclaimed } = shares;
  const said = [...moving(shares)];
  if (lacking > 0) said.push(sharesLacking(lacking));
  if (unclaimed > 0) said.push(sharesUnclaimed(unclaimed));
  if (held > 0) said.push(sharesHeld(held));
  const since = shanghaiDate(shares.since);
  const told = { state: listed(said), since };
  const heldBy = atBank > 0 ? 'bank' : due > 0 ? 'agency' : null;
  if (heldBy) return { ...told, heldBy, waitingName: waitingNames[heldBy], asked: null, resting: null };
  if (lacking > 0) return { ...told, heldBy: 'applicant', ...asksAccount(lackingHeirs, since) };
  // The agency has the money of who does not claim it, and no day by which to pay it.
  const resting = { since, text: restsUnclaimed(since) };
  return { ...told, heldBy: 'agency', waitingName: waitingNames.agency, asked: null, resting };
}

function moving({ paid, atBank, due }: Omit<SharesRow, 'id'>): readonly Text[] {
  if (atBank > 0) return [withBank, ...(due > 0 ? [sharesDue(due)] : [])];
  if (due > 0) return [paid > 0 ? restDue(due) : toBePaid];
  return [paid > 0 ? partlyPaid : settled];
}

const withBank = nameOf('paying');
const toBePaid = nameOf('settled');

function nameOf(state: string): Text {
  const name = withdrawalProcess.states[state]?.name;
  if (!name) throw new Error(`a withdrawal has no state ${state}`);
  return name;
}
