import { fenToYuan, type PlainDate } from '#basics';
import { isIban } from './account-numbers.ts';
import type { AccountAbroad, PlaceOfBank, PostalAddress } from './payee-account.ts';
import { withoutAccents } from './payee-problems.ts';
import type { DebtorAccount } from './payment.ts';
import { plainText, writeXml, type Xml } from './write-xml.ts';

/** One payment as the bank gets it. */
export interface OutgoingPayment {
  readonly endToEndId: string;
  readonly amountFen: bigint;
  readonly name: string;
  readonly bankCode: string;
  readonly bankName: string;
  readonly accountNumber: string;
  readonly remark: string;
  readonly abroad: AccountAbroad | null;
}

export interface PaymentFile {
  readonly messageId: string;
  readonly madeAt: Date;
  readonly executeOn: PlainDate;
  readonly debtor: DebtorAccount;
  readonly payments: readonly OutgoingPayment[];
  /** SHA-256 of the batch's lines, hexadecimal, as its approvers saw it. */
  readonly digest: string;
}

export const pain001Namespace = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.12';

/**
 * The bank's file of a batch: ISO 20022 customer credit transfer initiation, `pain.001.001.12`. Payments at home, banks by
 * their number in the national clearing system (CNAPS), and abroad, by BIC, stand in parts of their own. The total and the
 * batch's digest stand in the comment at its head. Everything in it is stored, so writing it again gives the same bytes.
 */
export function writePain001(file: PaymentFile): string {
  const home = file.payments.filter(({ abroad }) => abroad === null);
  const away = file.payments.filter(({ abroad }) => abroad !== null);
  const header: Xml = [
    'GrpHdr',
    [
      ['MsgId', file.messageId],
      ['CreDtTm', isoInstant(file.madeAt)],
      ...counted(file.payments),
      ['InitgPty', [['Nm', plainText(file.debtor.name)]]],
    ],
  ];
  const parts = [
    ...(home.length > 0 ? [part(file, { id: file.messageId, payments: home })] : []),
    ...(away.length > 0 ? [part(file, { id: partAbroad(file.messageId), payments: away })] : []),
  ];
  const comment = `CNY ${fenToYuan(sumOf(file.payments))}, ${file.payments.length}, SHA-256 ${file.digest}`;
  return writeXml(
    ['Document', [['CstmrCdtTrfInitn', [header, ...parts]]], { xmlns: pain001Namespace }],
    comment,
  );
}

/** Names the part of a file that holds its payments abroad. */
export function partAbroad(messageId: string): string {
  return `${messageId}-X`;
}

interface Part {
  readonly id: string;
  readonly payments: readonly OutgoingPayment[];
}

/** Booked one by one, so that the bank's statement names each. */
function part({ executeOn, debtor }: PaymentFile, { id, payments }: Part): Xml {
  return [
    'PmtInf',
    [
      ['PmtInfId', id],
      ['PmtMtd', 'TRF'],
      ['BtchBookg', 'false'],
      ...counted(payments),
      ['ReqdExctnDt', [['Dt', executeOn]]],
      ['Dbtr', [['Nm', plainText(debtor.name)]]],
      ['DbtrAcct', account(debtor.accountNumber)],
      ['DbtrAgt', bankHere(debtor.bankCode)],
      ...payments.map((payment) =>
        payment.abroad ? transferAbroad(payment, payment.abroad) : transferHere(payment),
      ),
    ],
  ];
}

function counted(payments: readonly OutgoingPayment[]): readonly Xml[] {
  return [
    ['NbOfTxs', `${payments.length}`],
    ['CtrlSum', fenToYuan(sumOf(payments))],
  ];
}

function sumOf(payments: readonly OutgoingPayment[]): bigint {
  return payments.reduce((sum, { amountFen }) => sum + amountFen, 0n);
}

function transferHere({ endToEndId, amountFen, ...to }: OutgoingPayment): Xml {
  return [
    'CdtTrfTxInf',
    [
      ['PmtId', [['EndToEndId', endToEndId]]],
      ['Amt', [yuan('InstdAmt', amountFen)]],
      ['CdtrAgt', bankHere(to.bankCode, to.bankName)],
      ['Cdtr', [['Nm', plainText(to.name)]]],
      ['CdtrAcct', account(to.accountNumber)],
      ['RmtInf', [['Ustrd', plainText(to.remark)]]],
    ],
  ];
}

/** The yuan that leave are fixed; where another currency shall arrive, it is named beside them. */
function transferAbroad({ endToEndId, amountFen, ...to }: OutgoingPayment, abroad: AccountAbroad): Xml {
  const amount: Xml =
    abroad.currency === 'CNY'
      ? yuan('InstdAmt', amountFen)
      : ['EqvtAmt', [yuan('Amt', amountFen), ['CcyOfTrf', abroad.currency]]];
  const { bankAddress } = abroad;
  return [
    'CdtTrfTxInf',
    [
      ['PmtId', [['EndToEndId', endToEndId]]],
      ['Amt', [amount]],
      ['ChrgBr', abroad.charges],
      [
        'CdtrAgt',
        [
          [
            'FinInstnId',
            [
              ['BICFI', to.bankCode],
              ['Nm', latin(to.bankName)],
              bankAddress ? ['PstlAdr', place(bankAddress)] : null,
            ],
          ],
        ],
      ],
      [
        'Cdtr',
        [
          ['Nm', latin(to.name)],
          ['PstlAdr', address(abroad.address)],
        ],
      ],
      ['CdtrAcct', account(to.accountNumber)],
    ],
  ];
}

function yuan(name: string, amountFen: bigint): Xml {
  return [name, fenToYuan(amountFen), { Ccy: 'CNY' }];
}

function bankHere(code: string, name?: string): readonly Xml[] {
  const member: Xml = [
    'ClrSysMmbId',
    [
      ['ClrSysId', [['Cd', 'CNAPS']]],
      ['MmbId', plainText(code, 35)],
    ],
  ];
  return [['FinInstnId', name === undefined ? [member] : [member, ['Nm', plainText(name)]]]];
}

function account(number: string): readonly Xml[] {
  if (isIban(number)) return [['Id', [['IBAN', number]]]];
  return [['Id', [['Othr', [['Id', plainText(number, 34)]]]]]];
}

function address({
  street,
  building,
  postcode,
  town,
  region,
  country,
}: PostalAddress): readonly (Xml | null)[] {
  const part = (name: string, text: string | null | undefined): Xml | null =>
    text ? [name, latin(text)] : null;
  return [
    ...[part('StrtNm', street), part('BldgNb', building), part('PstCd', postcode), part('TwnNm', town)],
    ...[part('CtrySubDvsn', region), ['Ctry', country] as const],
  ];
}

function place({ town, country }: PlaceOfBank): readonly Xml[] {
  return [
    ['TwnNm', latin(town)],
    ['Ctry', country],
  ];
}

function latin(text: string): string {
  return plainText(withoutAccents(text));
}

/** To the second, in Asia/Shanghai. */
export function isoInstant(at: Date): string {
  return `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}
