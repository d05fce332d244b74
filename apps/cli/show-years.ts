import { shanghaiDate, showYuan } from '#basics';
import { type AccountHistory, readAccountHistory } from '#business/personal-account';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';
import type { RegistryDesk } from './import.ts';

/** `suixing person years PERSON`: what moved an account year by year, and what of its balance is interest. */
export async function showYears(
  frame: Frame,
  { agency, caller, owner }: RegistryDesk & { readonly owner: string },
): Promise<ExitCode> {
  const on = shanghaiDate(agency.clock.now());
  const read = await readAccountHistory(agency.database, { caller, owner, on });
  if (read.ok) frame.shown?.add(owner);
  return conclude(frame, read, (history) => words(frame, history));
}

function words(frame: Frame, { years, points }: AccountHistory): string {
  const head = { zh: '年份  年初  划入  支出  利息  年末', en: 'year  opening  in  out  interest  closing' };
  const last = points.at(-1);
  const parts = last && {
    zh: `余额 ${showYuan(last.balanceFen)} 元，其中本金 ${showYuan(last.balanceFen - last.interestFen)} 元，利息 ${showYuan(last.interestFen)} 元`,
    en: `balance ${showYuan(last.balanceFen)} yuan: principal ${showYuan(last.balanceFen - last.interestFen)}, interest ${showYuan(last.interestFen)}`,
  };
  return [
    say(frame, head),
    ...years.map(({ year, openingFen, inFen, outFen, interestFen, closingFen }) =>
      [year, ...[openingFen, inFen, outFen, interestFen, closingFen].map(showYuan)].join('  '),
    ),
    ...(parts ? [say(frame, parts)] : []),
  ].join('\n');
}
