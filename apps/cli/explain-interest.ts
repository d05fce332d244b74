import { counted, type PlainDate, shanghaiDate, showYuan, type Text } from '#basics';
import {
  type ExplainedLine,
  type ExplainedPart,
  explainInterest,
  type InterestExplanation,
} from '#business/interest';
import type { InterestPosting } from '#engines/ledger';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';
import type { InterestDesk } from './interest.ts';

/** `suixing explain interest PERSON --year Y`: carried over, inflow, spending, each with its days and rates, up to what was posted. */
export async function explainInterestOf(
  frame: Frame,
  { agency, caller, owner, year }: InterestDesk & { readonly owner: string; readonly year: number },
): Promise<ExitCode> {
  const today: PlainDate = shanghaiDate(agency.clock.now());
  const told = await explainInterest(agency.database, { caller, owner, year, today, region: agency.region });
  return conclude(frame, told, (explanation) => words(frame, explanation));
}

function words(frame: Frame, told: InterestExplanation): string {
  const { year, untilOn, carriedFen, inflowFen, debitFen, exactYuan, interestFen, postedFen } = told;
  return [
    say(frame, {
      zh: `${year} 年利息，计到 ${untilOn}（不含当天）：上年结转 ${showYuan(carriedFen)} 元，当年记入 ${showYuan(inflowFen)} 元，支出 ${showYuan(debitFen)} 元`,
      en: `Interest of ${year}, to ${untilOn} (that day bears none): carried over ${showYuan(carriedFen)}, paid in ${showYuan(inflowFen)}, spent ${showYuan(debitFen)} yuan`,
    }),
    ...told.lines.flatMap((line) => lineWords(frame, line)),
    say(frame, {
      zh: `合计 ${exactYuan} 元，四舍五入到分为 ${showYuan(interestFen)} 元；已入账 ${showYuan(postedFen)} 元`,
      en: `Together ${exactYuan} yuan, to the fen ${showYuan(interestFen)}; posted: ${showYuan(postedFen)}`,
    }),
    ...told.postings.map((posting) => `  ${say(frame, postingWords(posting))}`),
    say(frame, told.note),
  ].join('\n');
}

function lineWords(frame: Frame, { what, fromOn, amountFen, parts }: ExplainedLine): readonly string[] {
  return [
    `${fromOn}  ${say(frame, names[what])}  ${showYuan(amountFen)}`,
    ...parts.map((part) => `    ${say(frame, partWords(part))}`),
  ];
}

function partWords({ rate, fromOn, untilOn, days, shareBasis, yuan, grade, source }: ExplainedPart): Text {
  const percent = (Number(rate.ratePpm) / 10_000).toFixed(2);
  const share = shareBasis === 10_000 ? '' : `${(shareBasis / 100).toFixed(2)}% × `;
  const from = {
    zh: grade === null ? '利率不在法规数据中' : `来源等级 ${grade}（${source}）`,
    en: grade === null ? 'the rate is not in the law’s data' : `grade ${grade} (${source})`,
  };
  return {
    zh: `${fromOn} 至 ${untilOn} ${days} 天：${share}年利率 ${percent}%，一年 ${rate.dayCount} 天，计 ${yuan} 元；${from.zh}`,
    en: `${fromOn} to ${untilOn}, ${counted(days, 'day', 'days')}: ${share}${percent} % a year of ${rate.dayCount} days, ${yuan} yuan; ${from.en}`,
  };
}

function postingWords({
  journalId,
  changeFen,
  elsewhereFen,
  recordedAt,
  becauseId,
  dueFen,
  postedBeforeFen,
}: InterestPosting): Text {
  const at = shanghaiDate(recordedAt);
  const owed = elsewhereFen === 0n ? null : showYuan(-elsewhereFen);
  const difference = becauseId !== null && dueFen !== null && postedBeforeFen !== null;
  return {
    zh: `${at} ${journalId} 记入 ${showYuan(changeFen)} 元${owed ? `，已花掉而应退 ${owed} 元` : ''}${difference ? `：因 ${becauseId}，应有 ${showYuan(dueFen)} 元，此前记了 ${showYuan(postedBeforeFen)} 元` : ''}`,
    en: `${at} ${journalId}: ${showYuan(changeFen)} yuan${owed ? `, ${owed} spent and owed` : ''}${difference ? `; because of ${becauseId}: ${showYuan(dueFen)} due, ${showYuan(postedBeforeFen)} posted before` : ''}`,
  };
}

const names: Readonly<Record<ExplainedLine['what'], Text>> = {
  carried: { zh: '上年结转', en: 'carried over' },
  'carried-over': { zh: '转入的结转款', en: 'came in as carried over' },
  inflow: { zh: '当年记入', en: 'paid in' },
  spending: { zh: '支出（先用当年记入）', en: 'spent (this year’s inflow first)' },
};
