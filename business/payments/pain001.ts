import { fenToYuan, type PlainDate } from '#basics';
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
}

export interface PaymentFile {
  readonly messageId: string;
  readonly madeAt: Date;
  readonly executeOn: PlainDate;
  readonly debtor: DebtorAccount;
  readonly payments: readonly OutgoingPayment[];
}

export const pain001Namespace = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.12';

/**
 * The bank's file of a batch: ISO 20022 customer credit transfer initiation, `pain.001.001.12`, in yuan, banks by their
 * number in the national clearing system (CNAPS). Everything in it is stored, so writing it again gives the same bytes.
 */
export function writePain001(file: PaymentFile): string {
  const total = file.payments.reduce((sum, { amountFen }) => sum + amountFen, 0n);
  const counted: readonly Xml[] = [
    ['NbOfTxs', `${file.payments.length}`],
    ['CtrlSum', fenToYuan(total)],
  ];
  const debtor = plainText(file.debtor.name);
  const header: Xml = [
    'GrpHdr',
    [
      ['MsgId', file.messageId],
      ['CreDtTm', isoInstant(file.madeAt)],
      ...counted,
      ['InitgPty', [['Nm', debtor]]],
    ],
  ];
  const batch: Xml = [
    'PmtInf',
    [
      ['PmtInfId', file.messageId],
      ['PmtMtd', 'TRF'],
      ...counted,
      ['ReqdExctnDt', [['Dt', file.executeOn]]],
      ['Dbtr', [['Nm', debtor]]],
      ['DbtrAcct', account(file.debtor.accountNumber)],
      ['DbtrAgt', bank(file.debtor.bankCode)],
      ...file.payments.map(creditTransfer),
    ],
  ];
  return writeXml(['Document', [['CstmrCdtTrfInitn', [header, batch]]], { xmlns: pain001Namespace }]);
}

function creditTransfer({ endToEndId, amountFen, ...to }: OutgoingPayment): Xml {
  return [
    'CdtTrfTxInf',
    [
      ['PmtId', [['EndToEndId', endToEndId]]],
      ['Amt', [['InstdAmt', fenToYuan(amountFen), { Ccy: 'CNY' }]]],
      ['CdtrAgt', bank(to.bankCode, to.bankName)],
      ['Cdtr', [['Nm', plainText(to.name)]]],
      ['CdtrAcct', account(to.accountNumber)],
      ['RmtInf', [['Ustrd', plainText(to.remark)]]],
    ],
  ];
}

function bank(code: string, name?: string): readonly Xml[] {
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
  return [['Id', [['Othr', [['Id', plainText(number, 34)]]]]]];
}

/** To the second, in Asia/Shanghai. */
export function isoInstant(at: Date): string {
  return `${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}
