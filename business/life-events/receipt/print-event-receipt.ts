import { inEachLanguage, ok, type Refusal, type Result, type Text } from '#basics';
import { type LetterPage, type Printed, printReceipt, receiptPage } from '#business/letters';
import { maskName, personById } from '#business/registry';
import type { Receipt } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import type { Press } from '#platform/typesetting';
import type { Doing, LifeEventContext } from '../context.ts';
import { officeName } from '../office.store.ts';
import { findLifeEvent } from '../procedure.ts';
import { readEventReceipt } from '../read-life-event.ts';

/** What printing a receipt needs. */
export type EventReceiptContext = LifeEventContext & {
  readonly press: Press;
  /** Where people reach the pages; null where nobody said, and then no code leads there. */
  readonly publicAddress: string | null;
};

export type EventReceiptAsked = Omit<Doing, 'context' | 'seen'> & {
  readonly context: EventReceiptContext;
  /** Chinese where null. */
  readonly language: 'zh' | 'en' | null;
};

/** The receipt of a life event on paper, with a code that leads to the page where a case is asked after. */
export async function printEventReceipt(
  reader: Reader,
  asked: EventReceiptAsked,
): Promise<Result<Printed, Refusal>> {
  const { context } = asked;
  const found = await findLifeEvent(reader, asked);
  if (!found.ok) return found;
  const receipt = await readEventReceipt(reader, asked);
  if (!receipt.ok) return receipt;
  const person = await personById(reader, found.value.ownerId);
  const office = await officeName(reader, found.value.officeId);
  const page = pageOf(receipt.value, {
    ...{ office, person: maskName(person?.name ?? ''), language: asked.language ?? 'zh' },
    publicAddress: context.publicAddress,
  });
  return ok(await printReceipt(context, page));
}

function pageOf(
  receipt: Receipt,
  to: {
    readonly office: Text;
    readonly person: string;
    readonly language: 'zh' | 'en';
    readonly publicAddress: string | null;
  },
): LetterPage {
  const { procedure, caseNumber: number, receivedOn, handedIn, missing, ask } = receipt;
  const { office, person, language, publicAddress } = to;
  // The number stands behind the `#`, which no browser sends; the code is typed from the paper.
  const lead =
    publicAddress === null ? null : new URL(`/${language}/status#number=${number}`, publicAddress).href;
  const papers = [
    {
      title: { zh: '收到的材料', en: 'Papers received' },
      items: handedIn.map(({ name, on }) => ({ text: name, note: same(on) })),
    },
    {
      title: { zh: '还缺的材料', en: 'Papers still missing' },
      items: missing.map(({ name, legalBasis }) => ({ text: name, note: basisOf(legalBasis) })),
    },
  ];
  return receiptPage({
    ...{ office, number, issuedOn: receivedOn, language, lead },
    content: {
      to: same(person),
      opening: {
        zh: `您的申请本机构已经受理：${procedure.zh}。`,
        en: `We have received your application: ${procedure.en}.`,
      },
      rows: rowsOf(receipt),
      amountFen: null,
      lists: papers.filter(({ items }) => items.length > 0),
      clauses: [],
      remedies: null,
      closing: { zh: `咨询：${ask.zh}。`, en: `Questions: ${ask.en}.` },
    },
  });
}

function rowsOf({ caseNumber, trackingCode, receivedOn, state, dueOn, dueProvisional }: Receipt) {
  const provisional = {
    zh: '（暂定，当年放假安排未公布）',
    en: ' (provisional: that year’s holidays are not published)',
  };
  return [
    { name: { zh: '办理编号', en: 'Case number' }, value: same(caseNumber) },
    ...(trackingCode === null
      ? []
      : [{ name: { zh: '查询码', en: 'Tracking code' }, value: same(trackingCode) }]),
    { name: { zh: '受理日期', en: 'Received on' }, value: same(receivedOn) },
    { name: { zh: '当前状态', en: 'It stands at' }, value: state },
    ...(dueOn === null
      ? []
      : [
          {
            name: { zh: '办结期限', en: 'Done by' },
            value: dueProvisional
              ? { zh: `${dueOn}${provisional.zh}`, en: `${dueOn}${provisional.en}` }
              : same(dueOn),
          },
        ]),
  ];
}

function basisOf(legalBasis: string): Text {
  const { zh, en } = inEachLanguage(legalBasis);
  return { zh: `依据：${zh}`, en: `Legal basis: ${en}` };
}

function same(value: string): Text {
  return { zh: value, en: value };
}
