import type { PlainDate } from '#basics';
import { smallEstateFen, valueOn } from '#law';
import type { Reader } from '#platform/postgres';
import type { EstateCase } from './context.ts';
import type { EstateFacts } from './judge-estate.ts';
import { type DivisionRow, divisionsOf, type SuccessorRow, successorsOf } from './store.ts';
import type { Successor } from './successor.ts';

/** Everything on record of who succeeds and how it is divided. */
export interface Estate {
  readonly successors: readonly SuccessorRow[];
  /** The latest first; the first one without an order is the one that counts until the settlement. */
  readonly divisions: readonly DivisionRow[];
}

export async function readEstate(reader: Reader, file: EstateCase): Promise<Estate> {
  return { successors: await successorsOf(reader, file), divisions: await divisionsOf(reader, file) };
}

/** The division that counts until the settlement. */
export function divisionInForce({ divisions }: Estate): DivisionRow | undefined {
  return divisions.find(({ orderId }) => orderId === null);
}

/** The estate as it is decided on and stored: no names, no numbers. */
export function estateFacts(estate: Estate, on: PlainDate): EstateFacts {
  const division = divisionInForce(estate);
  const limit = valueOn(smallEstateFen, on);
  return {
    ...(division ? { divisionId: division.id } : {}),
    division: division
      ? {
          basis: division.basis,
          denominator: `${division.denominator}`,
          shares: division.successors.map((id, place) => [id, division.numerators[place] ?? '0'] as const),
        }
      : null,
    successors: estate.successors.map((row) => factOf(row, division)),
    smallEstateFen: limit ? `${limit.value}` : null,
  };
}

function factOf(row: SuccessorRow, division: DivisionRow | undefined): Successor {
  const { id, relation, basis, represents, predeceasedOn, bornOn, accountRevision, word } = row;
  return {
    ...{ id, relation, basis, represents, predeceasedOn, bornOn, accountRevision },
    guardian: row.guardianName !== null,
    lastWord: word && {
      ...{ word, divisionId: row.wordDivisionId, disputes: row.disputes },
      ...(row.channel === 'invited' ? { invited: true as const } : {}),
      ...(agreedUnseen(row, division) ? { unseen: true as const } : {}),
    },
  };
}

/** Whoever only chose this heir from the list gives away nothing of that heir's share; to equal shares they may agree. */
function agreedUnseen(
  { word, channel, identified }: SuccessorRow,
  division: DivisionRow | undefined,
): boolean {
  return word === 'agree' && channel === 'login' && !identified && division?.basis === 'agreement';
}
