import { counted, shanghaiDate, type Text } from '#basics';
import { issueLetter, type LetterContent } from '#business/letters';
import { languageFor } from '#business/notices';
import { maskName, personById } from '#business/registry';
import type { CaseFile } from '#engines/casework';
import { gradeMeanings, provision, regionName } from '#law';
import type { Tx } from '#platform/postgres';
import { type ArrivalTold, figureValue } from '../arrival/tell-arrival.ts';
import type { TransferContext } from '../context.ts';
import { remedyWords } from './remedy-words.ts';

/** Writes to a person who arrived what their months come to, on the step that recorded them. */
export async function issueMonthsLetter(
  tx: Tx,
  asked: { readonly context: TransferContext; readonly file: CaseFile; readonly told: ArrivalTold },
): Promise<void> {
  const { context, file, told } = asked;
  const person = await personById(tx, file.ownerId);
  if (!person) return;
  const { ownerId, id: caseId } = file;
  const language = await languageFor(tx, { ownerId, caseId, onRecord: person.language });
  const to = same(maskName(person.name));
  const remedies = remedyWords(context.region, shanghaiDate(context.clock.now()));
  const content = writeMonthsLetter(told, { to, remedies });
  await issueLetter(tx, { context, file, language, kind: 'months-recorded', content });
}

/** Months by period, overlaps, the whole, benefits and retirement, with every provision and figure and the grade of its source. */
export function writeMonthsLetter(
  told: ArrivalTold,
  { to, remedies }: { readonly to: Text; readonly remedies: Text },
): LetterContent {
  const { overlaps, totals, added, continuity, retirement, provisions, figures } = told;
  return {
    ...{ to, opening, closing, amountFen: null, remedies: [remedies] },
    rows: [
      { name: { zh: '新增月数', en: 'New months' }, value: same(`${added}`) },
      { name: { zh: '累计月数', en: 'Months in all' }, value: same(`${totals.total}`) },
      { name: { zh: '待遇起始', en: 'Benefits from' }, value: benefitsFrom(told) },
    ],
    lists: [
      { title: { zh: '接续的月份', en: 'The months that came' }, items: periodItems(told) },
      ...(overlaps.length === 0
        ? []
        : [{ title: { zh: '重复的月份', en: 'Months listed twice' }, items: overlaps.map(whyItem) }]),
      {
        title: { zh: '待遇和年限', en: 'Benefits and years' },
        items: [whyItem(continuity), { text: retirement, note: null }],
      },
      ...(figures.length === 0
        ? []
        : [{ title: { zh: '所依据的参数', en: 'Figures behind it' }, items: figures.map(figureItem) }]),
    ],
    clauses: provisions.map(({ id, text, grade }) => ({
      citation: text,
      says: {
        zh: `${provision(id).says.zh}（${gradeMeanings[grade].zh}）`,
        en: `${provision(id).says.en} (${gradeMeanings[grade].en})`,
      },
    })),
  };
}

type Item = LetterContent['lists'][number]['items'][number];

function periodItems({ arrived }: ArrivalTold): Item[] {
  return arrived.map(({ from, to, months, basis, region }) => {
    const paid =
      basis === 'actual' ? { zh: '实际缴费', en: 'paid' } : { zh: '视同缴费', en: 'counted as paid' };
    return {
      text: {
        zh: `${from} 至 ${to}，${months} 个月，${paid.zh}，${regionName(region).zh}`,
        en: `${from} to ${to}, ${counted(months, 'month', 'months')}, ${paid.en}, ${regionName(region).en}`,
      },
      note: null,
    };
  });
}

function whyItem({ why }: { readonly why: Text }): Item {
  return { text: why, note: null };
}

function figureItem({ name, value, grade, source, sourceZh }: ArrivalTold['figures'][number]): Item {
  const words = figureValue({ value });
  return {
    text: { zh: `${name.zh}：${words.zh}`, en: `${name.en}: ${words.en}` },
    note: {
      zh: [gradeMeanings[grade].zh, sourceZh].filter(Boolean).join('：'),
      en: `${gradeMeanings[grade].en}: ${source}`,
    },
  };
}

function benefitsFrom({ continuity }: ArrivalTold): Text {
  const { benefitsFrom: from, retroactiveFrom } = continuity;
  if (from === null) return { zh: '由经办机构确定', en: 'an officer decides' };
  if (retroactiveFrom === null) return same(from);
  return {
    zh: `${from}；补缴后追溯到 ${retroactiveFrom}`,
    en: `${from}; back to ${retroactiveFrom} once paid up`,
  };
}

function same(value: string): Text {
  return { zh: value, en: value };
}

const opening: Text = {
  zh: '您在转出地的基本医疗保险缴费年限已经在本地接续。',
  en: 'The months for which you were insured where you come from are now on record here.',
};

const closing: Text = {
  zh: '月份有出入的，请带缴费凭证向本机构提出，由本机构请转出地更正。',
  en: 'Where a month is wrong, come with a proof of payment; this agency asks the other one for a corrected sheet.',
};
