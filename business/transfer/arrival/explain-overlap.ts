import { counted, type Text } from '#basics';
import type { CountedOverlap } from './count-months.ts';
import { spanOf } from './months.ts';

interface Names {
  readonly here: string;
  readonly nameOf: (region: string) => Text;
}

/** Says of months that several agencies list where they count, and that nothing is lost or how a refund is asked for. */
export function explainOverlap(overlap: Omit<CountedOverlap, 'why'>, { here, nameOf }: Names): Text {
  const { months, listedBy, countedAt, countedAs, paidTwice } = overlap;
  const span = spanOf(overlap);
  const listed = listedBy.map(({ region }) => nameOf(region));
  const at = nameOf(countedAt);
  const others = listedBy.slice(1).filter(({ basis }) => basis === 'actual');
  const where = joined(others.map(({ region }) => nameOf(region)));
  const [mineZh, mineEn] = countedAt === here ? ['（本地）', ' (here)'] : ['', ''];
  const basis =
    countedAs === 'actual'
      ? { zh: '按实际缴费', en: 'as paid months' }
      : { zh: '按视同缴费', en: 'as months that count as paid' };
  const after = paidTwice
    ? {
        zh: `同一个月缴了两次的，可以向${where.zh}的经办机构申请退还重复缴纳的费用。`,
        en: `Where a month was paid twice, ask the agency of ${where.en} to refund what was paid in excess.`,
      }
    : {
        zh: '没有重复缴费，不损失任何月份。',
        en: 'Nothing was paid twice, and no month is lost.',
      };
  return {
    zh: `${span} 共 ${months} 个月，${joined(listed).zh}都有记录；每个月只计一次，${basis.zh}计在${at.zh}${mineZh}。${after.zh}`,
    en: `${span}, ${counted(months, 'month', 'months')}: on record in ${joined(listed).en}. Each counts once, ${basis.en}, at ${at.en}${mineEn}. ${after.en}`,
  };
}

function joined(names: readonly Text[]): Text {
  const [last, ...rest] = names.toReversed();
  const en =
    rest.length === 0
      ? (last?.en ?? '')
      : `${rest
          .toReversed()
          .map((name) => name.en)
          .join(', ')} and ${last?.en ?? ''}`;
  return { zh: names.map((name) => name.zh).join('、'), en };
}
