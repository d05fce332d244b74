import { fenToYuan, type PlainDate } from '#basics';
import { camt053Namespace } from './camt053.ts';
import { isoInstant } from './pain001.ts';
import { writeXml, type Xml } from './write-xml.ts';

/** A booked entry as a simulated bank writes it. */
export interface WrittenEntry {
  readonly reference: string;
  readonly direction: 'in' | 'out';
  readonly amountFen: bigint;
  readonly bookedOn: PlainDate;
  readonly endToEndId?: string | undefined;
  readonly name?: string | undefined;
  readonly remark?: string | undefined;
  /** Why a payment came back. */
  readonly returned?: string | undefined;
}

export interface WrittenStatement {
  readonly messageId: string;
  readonly at: Date;
  readonly accountNumber: string;
  readonly sequence: number;
  readonly on: PlainDate;
  readonly openingFen: bigint;
  readonly entries: readonly WrittenEntry[];
}

/** The bank's statement of an account and a day (`camt.053.001.12`). */
export function writeCamt053(statement: WrittenStatement): string {
  const { messageId, at, on, openingFen, entries } = statement;
  const closingFen = entries.reduce(
    (sum, { direction, amountFen }) => sum + (direction === 'in' ? amountFen : -amountFen),
    openingFen,
  );
  const header: Xml = [
    'GrpHdr',
    [
      ['MsgId', messageId],
      ['CreDtTm', isoInstant(at)],
    ],
  ];
  const body: Xml = [
    'Stmt',
    [
      ['Id', messageId],
      ['ElctrncSeqNb', `${statement.sequence}`],
      ['CreDtTm', isoInstant(at)],
      [
        'FrToDt',
        [
          ['FrDtTm', `${on}T00:00:00+08:00`],
          ['ToDtTm', `${on}T23:59:59+08:00`],
        ],
      ],
      [
        'Acct',
        [
          ['Id', [['Othr', [['Id', statement.accountNumber]]]]],
          ['Ccy', 'CNY'],
        ],
      ],
      balance('OPBD', openingFen, on),
      balance('CLBD', closingFen, on),
      ...entries.map(entry),
    ],
  ];
  return writeXml(['Document', [['BkToCstmrStmt', [header, body]]], { xmlns: camt053Namespace }]);
}

function balance(code: string, amountFen: bigint, on: PlainDate): Xml {
  return [
    'Bal',
    [
      ['Tp', [['CdOrPrtry', [['Cd', code]]]]],
      yuan(amountFen < 0n ? -amountFen : amountFen),
      ['CdtDbtInd', amountFen < 0n ? 'DBIT' : 'CRDT'],
      ['Dt', [['Dt', on]]],
    ],
  ];
}

function entry(one: WrittenEntry): Xml {
  const { direction, amountFen, bookedOn, reference, endToEndId, name, remark, returned } = one;
  const side = direction === 'in' ? 'CRDT' : 'DBIT';
  const party: Xml | null = name ? [direction === 'in' ? 'Dbtr' : 'Cdtr', [['Pty', [['Nm', name]]]]] : null;
  return [
    'Ntry',
    [
      yuan(amountFen),
      ['CdtDbtInd', side],
      ['Sts', [['Cd', 'BOOK']]],
      ['BookgDt', [['Dt', bookedOn]]],
      ['ValDt', [['Dt', bookedOn]]],
      ['AcctSvcrRef', reference],
      ['BkTxCd', [['Prtry', [['Cd', returned === undefined ? 'TRANSFER' : 'RETURN']]]]],
      [
        'NtryDtls',
        [
          [
            'TxDtls',
            [
              [
                'Refs',
                [['AcctSvcrRef', reference], endToEndId === undefined ? null : ['EndToEndId', endToEndId]],
              ],
              yuan(amountFen),
              ['CdtDbtInd', side],
              party ? ['RltdPties', [party]] : null,
              remark === undefined ? null : ['RmtInf', [['Ustrd', remark]]],
              returned === undefined ? null : ['RtrInf', [['Rsn', [['Cd', returned]]]]],
            ],
          ],
        ],
      ],
    ],
  ];
}

function yuan(amountFen: bigint): Xml {
  return ['Amt', fenToYuan(amountFen), { Ccy: 'CNY' }];
}
