import { fen, ok, showYuan } from '#basics';
import {
  decideMatch,
  listMatches,
  listMoney,
  type MatchItem,
  type MoneyItem,
  matchMoney,
} from '#business/transfer';
import { inTransaction } from '#platform/postgres';
import { conclude, type ExitCode, type Frame, nextPage, say } from './frame.ts';
import { unlessElsewhere } from './shown-elsewhere.ts';
import { step } from './transfer-step.ts';
import type { OnCase, TransferDeskOf } from './transfers.ts';

type Page = TransferDeskOf & { readonly cursor: string | null };

const limit = 50;

/** `suixing transfer money [--cursor C]`. */
export async function transferMoney(frame: Frame, { agency: context, cursor }: Page): Promise<ExitCode> {
  const page = await listMoney(context.database, { context, cursor, limit });
  return conclude(frame, page, ({ items, next }) =>
    [
      ...items.flatMap((item) => moneyWords(frame, item)),
      ...(items.length === 0
        ? [say(frame, { zh: '没有待查的来款。', en: 'No money waits in suspense.' })]
        : []),
      ...(next === null ? [] : [say(frame, nextPage(next))]),
    ].join('\n'),
  );
}

/** `suixing transfer matches [--cursor C]`. */
export async function transferMatches(frame: Frame, { agency, cursor }: Page): Promise<ExitCode> {
  const page = await listMatches(agency.database, { cursor, limit });
  if (page.ok) for (const { personId } of page.value.items) frame.shown?.add(personId);
  return conclude(frame, page, ({ items, next }) =>
    [
      ...items.flatMap((item) => matchWords(frame, item)),
      ...(items.length === 0
        ? [say(frame, { zh: '没有等决定的来款认定。', en: 'Nothing waits to be decided.' })]
        : []),
      ...(next === null ? [] : [say(frame, nextPage(next))]),
    ].join('\n'),
  );
}

/** `suixing transfer match NUMBER LINE --reason TEXT`. */
export async function matchTheMoney(
  frame: Frame,
  { agency: context, ...asked }: OnCase & { readonly lineId: string; readonly reason: string },
): Promise<ExitCode> {
  const taken = await inTransaction(context.database, (tx) => matchMoney(tx, { ...asked, context }));
  const done = await unlessElsewhere(frame, { ...asked, agency: context, typed: 'transfer' }, taken);
  return conclude(frame, done.ok ? ok(done.value) : done, ({ matchId }) =>
    say(frame, {
      zh: `${matchId} 已提出，等待另一名财务人员决定`,
      en: `${matchId}; another finance officer decides`,
    }),
  );
}

/** `suixing transfer agree-match|decline-match NUMBER MATCH [--reason TEXT]`. */
export function decideTheMatch(
  frame: Frame,
  {
    agency: context,
    ...asked
  }: OnCase & { readonly matchId: string; readonly approved: boolean; readonly reason: string | null },
): Promise<ExitCode> {
  return step(frame, { ...asked, agency: context }, (tx) => decideMatch(tx, { ...asked, context }));
}

function moneyWords(frame: Frame, item: MoneyItem): readonly string[] {
  const { lineId, bookedOn, amountFen, remittedUnder, counterpartName, remark, mayBelongTo, match } = item;
  const by = {
    reference: say(frame, { zh: '编号相符', en: 'the reference fits' }),
    amount: say(frame, { zh: '金额相符', en: 'the amount fits' }),
  };
  const back = say(frame, { zh: '余额未接收，应退回', en: 'the balance was refused: send it back' });
  const said = say(frame, { zh: '已认定，待决定', en: 'said already, to be decided' });
  return [
    [lineId, bookedOn, yuan(amountFen), remittedUnder ?? '', counterpartName ?? '', remark ?? '']
      .filter((part) => part !== '')
      .join('  '),
    ...mayBelongTo.map(
      (one) =>
        `  ? ${one.number}  ${one.partner}  ${yuan(one.amountFen)}  ${one.reference ?? ''}  ${by[one.by]}${one.refusedHere ? `  ${back}` : ''}`,
    ),
    ...(match ? [`  ! ${match.number}  ${match.matchId}  ${said} (${match.by}): ${match.reason}`] : []),
  ];
}

function matchWords(frame: Frame, item: MatchItem): readonly string[] {
  const { matchId, number, partner, personName, lineId, amountFen, remittedUnder, bookedOn } = item;
  const came = say(frame, { zh: '到账', en: 'came' });
  const announced = say(frame, { zh: '通知', en: 'announced' });
  const told = item.announcedFen === null ? '–' : yuan(item.announcedFen);
  return [
    `${matchId}  ${number}  ${partner}  ${personName}`,
    `  ${came}: ${yuan(amountFen)}  ${bookedOn}  ${remittedUnder ?? '–'}  ${lineId}`,
    `  ${announced}: ${told}  ${item.announcedReference ?? '–'}`,
    `  ${item.by}: ${item.reason}`,
  ];
}

function yuan(amountFen: string): string {
  return showYuan(fen(BigInt(amountFen)));
}
