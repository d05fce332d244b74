import { showYuan } from '#basics';
import type { HeirsView } from '#business/withdrawal';
import { doubtLines } from './case.ts';
import { type Frame, say } from './frame.ts';

type Heir = HeirsView['heirs'][number];

/** The heirs of a case, their shares, and what waits for whom. */
export function heirsWords(frame: Pick<Frame, 'lang'>, view: HeirsView, number: string): string {
  const people = view.heirs.flatMap((heir) => {
    const share = view.division?.shares.find(({ successorId }) => successorId === heir.successorId);
    const said = heir.wordName ? say(frame, heir.wordName) : '-';
    const account = heir.account ? `${heir.account.bankName} …${heir.account.accountTail}` : '-';
    const name = heir.nameLatin === null ? heir.name : `${heir.name} (${heir.nameLatin})`;
    const parts = [
      ...[heir.successorId, name, say(frame, heir.relationName), ...minorWords(frame, heir)],
      ...[share?.share ?? '-', said, account],
    ];
    const why = heir.objections.map((objection) => `  ! ${objectionWords(frame, objection)}`);
    return [parts.join('  '), ...why, ...doubtLines(frame, heir.account?.doubts ?? [])];
  });
  const money = view.shares.map(({ successorId, amountFen, state, payment }) =>
    [
      ...[successorId ?? '-', showYuan(BigInt(amountFen))],
      payment ? say(frame, payment.where) : shareWords(frame, state),
      ...(payment?.standing === 'held' ? [payment.orderId] : []),
    ].join('  '),
  );
  const waiting = view.waiting.map(({ divisionId, basisName, shares }) => {
    const parts = shares.map(({ successorId, share }) => `${successorId}=${share}`).join(', ');
    return say(frame, {
      zh: `${divisionId}  等待复核（${basisName.zh}）：${parts}。复核：suixing case heirs approve ${number} ${divisionId}`,
      en: `${divisionId}  waits for a second officer (${basisName.en}): ${parts}. A reviewer runs: suixing case heirs approve ${number} ${divisionId}`,
    });
  });
  const problems = view.problems.map((problem) => `! ${problem[frame.lang]}`);
  return [...people, ...money, ...waiting, say(frame, view.remainder), ...problems].join('\n');
}

/** Whether it is a minor, and who speaks for them: two columns, so that a list can be cut. */
function minorWords(frame: Pick<Frame, 'lang'>, { minor, guardianName }: Heir): readonly string[] {
  if (!minor) return ['-', '-'];
  return [
    say(frame, { zh: '未成年', en: 'a minor' }),
    guardianName === null
      ? say(frame, { zh: '没有登记监护人', en: 'no guardian on record' })
      : say(frame, { zh: `监护人 ${guardianName}`, en: `guardian ${guardianName}` }),
  ];
}

/** When an heir objected, to whose share, and why. */
function objectionWords(
  frame: Pick<Frame, 'lang'>,
  { on, reason, disputes }: Heir['objections'][number],
): string {
  const whose = disputes.join(', ');
  const why = reason ?? say(frame, { zh: '没有写原因', en: 'gave no reason' });
  return say(frame, { zh: `${on} 提出异议（${whose}）：${why}`, en: `${on} objected (${whose}): ${why}` });
}

/** A share before the settlement, when there is no order yet whose words could be told. */
function shareWords(frame: Pick<Frame, 'lang'>, state: string): string {
  return state === 'held'
    ? say(frame, { zh: '有争议，结算后留存', en: 'disputed: kept back after the settlement' })
    : say(frame, { zh: '结算后付款', en: 'paid after the settlement' });
}
