import type { Text } from '#basics';
import type { LetterContent, LetterKind } from '#business/letters';
import type { CaseFile } from '#engines/casework';
import type { Asked, LetterFacts, Received } from './letter-facts.ts';
import { bare, clausesOf, list, paperItem, received, row, rowsOf, same } from './letter-parts.ts';

/** That an application came, and what it still lacks. */
export const lettersOnPapers = {
  receipt: (facts: LetterFacts, told: Received): LetterContent => ({
    ...bare(facts),
    opening: {
      zh: `您关于一次性支取${facts.deceased ? `去世的参保人${facts.deceased.zh}` : ''}个人账户余额的申请已于 ${facts.on} 受理。${dueZh(facts.file)}`,
      en: `Your application to have ${facts.deceased ? `the personal account of ${facts.deceased.en}` : 'your personal account'} paid out in one sum was received on ${facts.on}. ${dueEn(facts.file)}`,
    },
    rows: [
      ...rowsOf(facts),
      row({ zh: '查询码', en: 'Tracking code' }, same(told.trackingCode)),
      dueRow(facts.file),
    ],
    lists: [
      list(
        { zh: '已收到的材料', en: 'Papers received' },
        told.papers.map((paper) => received(facts, paper)),
      ),
      list(
        { zh: '还缺的材料', en: 'Papers still missing' },
        told.missing.map((id) => paperItem(facts, id)),
      ),
    ].filter(({ items }) => items.length > 0),
    closing: {
      zh: '缺少材料的，本机构将一次性书面告知，等待补正的时间不计入办理期限。凭办理编号和查询码，不用登录就能查询进度。',
      en: 'Where papers are missing we ask for all of them once, in writing; the time of waiting does not count. With the case number and the tracking code you can ask how it stands without a login.',
    },
  }),

  'papers-request': (facts: LetterFacts, told: Asked): LetterContent => ({
    ...bare(facts),
    opening: {
      zh: '您的申请还缺下列材料。现一次性告知，请补齐后交来；本机构已掌握的信息不再要求提供。',
      en: 'Your application lacks the papers below. We ask for all of them at once; what we hold on record we do not ask for.',
    },
    rows: [...rowsOf(facts), ...(told.answerBy ? [lastDayRow(told.answerBy)] : [])],
    lists: [
      list(
        { zh: '请补交的材料', en: 'Papers to hand in' },
        told.papers.map((paper) => paperItem(facts, paper.id, paper)),
      ),
      list(
        { zh: '经办人说明', en: 'The officer adds' },
        told.note.trim() === '' ? [] : [{ text: same(told.note), note: null }],
      ),
    ].filter(({ items }) => items.length > 0),
    clauses: clausesOf(['SIH-31']),
    closing: afterwards(told),
  }),
} as const satisfies Partial<Readonly<Record<LetterKind, unknown>>>;

/** What the time does meanwhile, and what becomes of the case where the papers do not come. */
function afterwards({ answerBy, reminderDays }: Asked): Text {
  const zh =
    '自本告知书发出之日起办理期限暂停，材料补齐之日起继续计算。不能提供的，请告诉经办人，可以用所列替代材料。';
  const en =
    'From today the time for our decision stands still, and runs on when the papers are there. If you cannot get one, tell the officer; the papers named in its place will do.';
  if (answerBy === null) return { zh, en };
  return {
    zh: `${zh}请在 ${answerBy.on} 以前（含当天）补齐。到期没有补齐的，本机构催告一次，再给 ${reminderDays} 个工作日；仍没有补齐的，本机构可以凭已有的材料作出决定，也可以终止办理。终止办理后账户不再冻结，材料备齐了可以重新申请。`,
    en: `${en} Hand the papers in by ${answerBy.on}. If they are not all there then, we remind you once and give ${reminderDays} working days more; after those we may decide on what we have, or close the case. A closed case frees the account, and you can apply again once you have the papers.`,
  };
}

function lastDayRow({ on, provisional }: NonNullable<Asked['answerBy']>) {
  const { zh, en } = provisionally(provisional);
  return row({ zh: '补正的最后一天', en: 'Last day for the papers' }, { zh: `${on}${zh}`, en: `${on}${en}` });
}

function provisionally(yes: boolean): Text {
  return yes
    ? { zh: '（暂定：该年放假安排未公布）', en: ' (provisional: that year’s holidays are not published)' }
    : same('');
}

function dueRow({ dueOn, dueProvisional }: CaseFile) {
  const provisional = provisionally(dueProvisional);
  return row(
    { zh: '办结期限', en: 'Done by' },
    {
      zh: `${dueOn ?? '现在不计时'}${provisional.zh}`,
      en: `${dueOn ?? 'no deadline runs now'}${provisional.en}`,
    },
  );
}

function dueZh({ dueOn }: CaseFile): string {
  return dueOn === null ? '' : `本机构将在 ${dueOn} 前办结。`;
}

function dueEn({ dueOn }: CaseFile): string {
  return dueOn === null ? '' : `We decide by ${dueOn}.`;
}
