import { ok, type Refusal, type Result, type Text } from '#basics';
import { type LetterPage, type Printed, printReceipt, receiptPage } from '#business/letters';
import type { Reader } from '#platform/postgres';
import type { Press } from '#platform/typesetting';
import type { Doing, TransferContext } from '../context.ts';
import { readTransferReceipt } from './read-receipt.ts';
import type { TransferReceipt } from './tell-receipt.ts';

/** What printing a receipt needs. */
export type ReceiptContext = TransferContext & {
  readonly press: Press;
  /** Where people reach the pages; null where nobody said, and then no code leads there. */
  readonly publicAddress: string | null;
};

export type ReceiptAsked = Omit<Doing, 'context' | 'seen'> & {
  readonly context: ReceiptContext;
  /** Chinese where null. */
  readonly language: 'zh' | 'en' | null;
};

/** The receipt on paper, with a code that leads to the page where a case is asked after. */
export async function printTransferReceipt(
  reader: Reader,
  asked: ReceiptAsked,
): Promise<Result<Printed, Refusal>> {
  const { context, language } = asked;
  const receipt = await readTransferReceipt(reader, asked);
  if (!receipt.ok) return receipt;
  return ok(await printReceipt(context, pageOf(receipt.value, { context, language: language ?? 'zh' })));
}

function pageOf(
  receipt: TransferReceipt,
  { context, language }: { readonly context: ReceiptContext; readonly language: 'zh' | 'en' },
): LetterPage {
  const { personName, title, office, number, receivedOn, next, ask } = receipt;
  return receiptPage({
    ...{ office, number, issuedOn: receivedOn, language, lead: statusPage(context, { number, language }) },
    content: {
      to: { zh: personName, en: personName },
      opening: {
        zh: `您的申请本机构已经受理：${title.zh}。`,
        en: `We have received your application: ${title.en}.`,
      },
      rows: rowsOf(receipt),
      amountFen: null,
      lists: [
        {
          title: { zh: '接下来', en: 'What happens next' },
          items: next.map((text) => ({ text, note: null })),
        },
      ],
      clauses: [],
      remedies: null,
      closing: { zh: `咨询：${ask.zh}。`, en: `Questions: ${ask.en}.` },
    },
  });
}

function rowsOf({ number, trackingCode, receivedOn, partner, certificate, direction }: TransferReceipt) {
  const same = (value: string): Text => ({ zh: value, en: value });
  const out = direction === 'out';
  return [
    { name: { zh: '办理编号', en: 'Case number' }, value: same(number) },
    { name: { zh: '查询码', en: 'Tracking code' }, value: same(trackingCode) },
    { name: { zh: '受理日期', en: 'Received on' }, value: same(receivedOn) },
    { name: out ? { zh: '转到', en: 'To' } : { zh: '转自', en: 'From' }, value: partner },
    ...(certificate
      ? [
          {
            name: { zh: '参保凭证', en: 'Certificate' },
            value: {
              zh: `${certificate.number}，有效期至 ${certificate.validUntil}`,
              en: `${certificate.number}, valid until ${certificate.validUntil}`,
            },
          },
        ]
      : []),
  ];
}

/** The number stands behind the `#`, which no browser sends; the code is typed from the paper. */
function statusPage(
  { publicAddress }: ReceiptContext,
  { number, language }: { readonly number: string; readonly language: 'zh' | 'en' },
): string | null {
  return publicAddress === null ? null : new URL(`/${language}/status#number=${number}`, publicAddress).href;
}
