import { type PlainDate, shanghaiDate, type Text } from '#basics';
import type { Reader } from '#platform/postgres';
import type { Apart } from './apart.ts';
import { type KeptBackRow, keptBackRows } from './kept-back.store.ts';
import { listed, sharesUnclaimed } from './share-words.ts';

/**
 * Which of some cases are decided and paid as far as they can be, so that what is left waits for the heirs and nobody's days run, by
 * the case's id: the one place that knows it from the orders' standings.
 */
export async function keptBackAmong(
  reader: Reader,
  cases: readonly { readonly ownerId: string; readonly id: string }[],
): Promise<ReadonlyMap<string, Apart>> {
  const rows = await keptBackRows(reader, cases);
  return new Map(rows.map((row) => [row.id, keptBackOf(row)]));
}

/** What is said of a case that is kept back, by whether another share was paid, or is unclaimed. */
export function keptBackOf({ since, paid, unclaimed }: Omit<KeptBackRow, 'id'>): Apart {
  const on = shanghaiDate(since);
  return {
    state: listed([paid ? restPaid : allKept, ...(unclaimed > 0 ? [sharesUnclaimed(unclaimed)] : [])]),
    ...{ heldBy: 'heirs', waitingName: keptBackWaits, asked: null },
    ...{ since: on, resting: { since: on, text: textOf(on) } },
  };
}

export const keptBackWaits: Text = {
  zh: '继承人协商一致，或者法院文书',
  en: 'the heirs: their agreement, or a court’s paper',
};

const restPaid: Text = {
  zh: '已决定，其余份额已付；有份额因异议留存',
  en: 'Decided; the other shares are paid, and what is objected to is kept back',
};
const allKept: Text = {
  zh: '已决定；款项因异议留存',
  en: 'Decided; the money is kept back because of an objection',
};

function textOf(on: PlainDate): Text {
  return {
    zh: `自 ${on} 起等继承人协商一致或者法院文书，期间不计时限`,
    en: `since ${on} it waits for the heirs’ agreement or a court’s paper, and nobody’s days run`,
  };
}
