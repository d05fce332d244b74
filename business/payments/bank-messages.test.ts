import { describe, expect, test } from 'vitest';
import { fen, plainDate } from '#basics';
import { simulateBank } from './bank-simulator.ts';
import { endToEndId, isoId } from './end-to-end-id.ts';
import { judgeAnswer, totalsAgree } from './judge-answer.ts';
import { writePain001 } from './pain001.ts';
import { readPain002 } from './pain002.ts';
import { plainText } from './write-xml.ts';

const at = new Date('2026-06-30T02:00:00Z');
const lines = [1, 2, 3].map((n) => ({
  orderId: `ord_${n}`,
  attempt: 1,
  amountFen: fen(10_000 * n),
  country: null,
}));
const batch = { messageId: 'bat-1', totalFen: fen(60_000), lines };
const order = writePain001({
  ...{ messageId: 'bat-1', madeAt: at, executeOn: plainDate('2026-07-01') },
  debtor: { name: '基金', accountNumber: '4405', bankCode: '105584000005' },
  digest: 'ab'.repeat(32),
  payments: lines.map((line) => ({
    ...{
      endToEndId: endToEndId(line),
      amountFen: line.amountFen,
      name: '张三 & <李>',
      bankCode: '102584000002',
    },
    ...{ bankName: '工商银行', accountNumber: '6222', remark: '个人账户', abroad: null },
  })),
});

/** An answer of which the parts are given: the file's status, the payment's, and each line's. */
function answer({ group = '', part = '', named = '' }): string {
  return `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.14"><CstmrPmtStsRpt>
    <GrpHdr><MsgId>B1</MsgId><CreDtTm>2026-06-30T10:00:00</CreDtTm></GrpHdr>
    <OrgnlGrpInfAndSts><OrgnlMsgId>bat-1</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.12</OrgnlMsgNmId>${group}</OrgnlGrpInfAndSts>
    <OrgnlPmtInfAndSts><OrgnlPmtInfId>bat-1</OrgnlPmtInfId>${part}${named}</OrgnlPmtInfAndSts>
  </CstmrPmtStsRpt></Document>`;
}

function line(id: string, status: string | null, rest = ''): string {
  const told = status === null ? '' : `<TxSts>${status}</TxSts>`;
  return `<TxInfAndSts><OrgnlEndToEndId>${id}</OrgnlEndToEndId>${told}${rest}</TxInfAndSts>`;
}

function judged(xml: string): readonly string[] {
  const read = readPain002(xml);
  if (!read.ok) return [read.refusal.figures.why];
  return judgeAnswer(read.value, batch).map((one) =>
    one.kind === 'refused'
      ? `${one.line} ${one.refusal.code}`
      : `${one.line} ${one.asked.orderId} ${one.kind}${one.reason ? ` ${one.reason}` : ''}`,
  );
}

describe('what the bank says', () => {
  test.each([
    ['ACSC', 'paid'],
    ['ACCC', 'paid'],
    ['RJCT', 'returned'],
    ['CANC', 'returned'],
    ...['RCVD', 'ACTC', 'ACCP', 'ACSP', 'ACWC', 'PDNG', 'PART'].map((status) => [status, 'pending'] as const),
  ] as const)('%s of one payment means %s', (status, meaning) => {
    expect(judged(answer({ named: line('ord-1-1', status) }))).toEqual([`1 ord_1 ${meaning}`]);
  });

  test('of the whole file counts for every payment, of the payments’ part before that, of a line before both', () => {
    const all = ['1 ord_1 paid', '2 ord_2 paid', '3 ord_3 paid'];
    expect(judged(answer({ group: '<GrpSts>ACSC</GrpSts>' }))).toEqual(all);
    const reason = '<StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf>';
    expect(
      judged(answer({ group: '<GrpSts>PART</GrpSts>', part: `<PmtInfSts>RJCT</PmtInfSts>${reason}` })),
    ).toEqual(all.map((told) => told.replace('paid', 'returned AC04')));
    expect(
      judged(answer({ part: '<PmtInfSts>ACSC</PmtInfSts>', named: line('ord-2-1', 'RJCT', reason) })),
    ).toEqual(['1 ord_2 returned AC04', '1 ord_1 paid', '3 ord_3 paid']);
    expect(judged(answer({ part: '<PmtInfSts>ACSC</PmtInfSts>', named: line('ord-2-1', null) }))).toContain(
      '1 ord_2 paid',
    );
  });

  test('about nothing leaves every payment as it is', () => {
    expect(judged(answer({ group: '<GrpSts>PART</GrpSts>', named: line('ord-3-1', 'ACSC') }))).toEqual([
      '1 ord_3 paid',
      '1 ord_1 pending',
      '2 ord_2 pending',
    ]);
    expect(judged(answer({}))).toEqual([]);
  });

  test('is refused by the line’s number where it cannot be right', () => {
    const amount = (text: string, currency = 'CNY') =>
      `<OrgnlTxRef><Amt><InstdAmt Ccy="${currency}">${text}</InstdAmt></Amt></OrgnlTxRef>`;
    const named = [
      line('ord-1-1', 'ACSC', amount('100.00')),
      line('ord-2-1', 'ACSC', amount('200.01')),
      line('ord-3-1', 'ACSC', amount('300.00', 'USD')),
      line('ord-9-1', 'ACSC'),
      line('ord-1-1', 'XXXX'),
    ].join('');
    expect(judged(answer({ named }))).toEqual([
      '1 ord_1 paid',
      ...[
        '2 payments.wrong-amount',
        '3 payments.wrong-amount',
        '4 payments.no-line',
        '5 payments.unknown-status',
      ],
    ]);
    const read = readPain002(answer({ named }));
    const wrong = read.ok ? judgeAnswer(read.value, batch)[1] : undefined;
    // In yuan to a person, in fen to a machine.
    expect(wrong).toMatchObject({ refusal: { figures: { ours: '200.00', ourFen: '20000' } } });
  });
});

describe('a file that is not wholly an answer is refused before anything is used', () => {
  const good = answer({ named: line('ord-1-1', 'ACSC') });
  test.each([
    ['nested without end', good.replace('<GrpHdr>', `${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}<GrpHdr>`)],
    ['with a name that reaches into objects', good.replace('<GrpHdr>', '<__proto__>1</__proto__><GrpHdr>')],
    ['with a document type', good.replace('?><', '?><!DOCTYPE Document [<!ENTITY a "b">]><')],
    ['with an entity declared', `${good}<!ENTITY x SYSTEM "file:///etc/passwd">`],
    ['cut off', good.slice(0, -30)],
    ['of another message', good.replace('pain.002.001.14', 'pain.002.001.99')],
    ['without the original message', good.replace(/<OrgnlMsgId>.*<\/OrgnlMsgId>/, '')],
    ['that is not XML', 'ord-1-1;ACSC'],
    ['that is empty', ''],
    ['that is our own file', order],
  ])('%s', (_, xml) => {
    expect(readPain002(xml)).toMatchObject({ ok: false, refusal: { code: 'payments.not-an-answer' } });
  });

  test('with other totals than the batch’s', () => {
    const totals = (count: string, sum: string) => {
      const group = `<OrgnlNbOfTxs>${count}</OrgnlNbOfTxs><OrgnlCtrlSum>${sum}</OrgnlCtrlSum>`;
      const read = readPain002(answer({ group }));
      return read.ok && totalsAgree(read.value, batch);
    };
    expect([totals('3', '600.00'), totals('2', '600.00'), totals('3', '600.01')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('our file to the bank', () => {
  test('is the same bytes each time, counts itself, and escapes what it must', () => {
    expect(order).toContain('<MsgId>bat-1</MsgId>\n      <CreDtTm>2026-06-30T10:00:00+08:00</CreDtTm>');
    expect(order.match(/<NbOfTxs>3<\/NbOfTxs>\s*<CtrlSum>600.00<\/CtrlSum>/g)).toHaveLength(2);
    expect(order).toContain('<InstdAmt Ccy="CNY">100.00</InstdAmt>');
    expect(order).toContain('<Nm>张三 &amp; 李</Nm>');
    expect(order).toContain('<Cd>CNAPS</Cd>');
  });

  test('takes names as clearing systems do: no control signs, no markup, at most 140 characters, never nothing', () => {
    expect(plainText('张\u0000三\n ')).toBe('张 三');
    expect(plainText('O’Neill 🙂 & Söhne')).toBe('O Neill & Söhne');
    expect(plainText('长'.repeat(200))).toHaveLength(140);
    expect(plainText('🙂')).toBe('-');
  });

  test('names a payment in 35 characters, or is not written at all', () => {
    expect(endToEndId({ orderId: `ord_${'0'.repeat(26)}`, attempt: 9999 })).toHaveLength(35);
    expect(() => isoId('x'.repeat(36))).toThrow();
    expect(() => isoId('ord 1')).toThrow();
  });

  test('is answered by the simulated bank as it is told to, and a bank that is silent says nothing', () => {
    const decide = ({ endToEndId: id }: { endToEndId: string }) => {
      if (id === 'ord-1-1') return { status: 'ACSC' };
      return id === 'ord-2-1' ? { status: 'RJCT', reason: 'AC01' } : null;
    };
    const written = simulateBank(order, { messageId: 'B1', at, decide });
    expect(written.ok && judged(written.value)).toEqual(['1 ord_1 paid', '2 ord_2 returned AC01']);
  });
});
