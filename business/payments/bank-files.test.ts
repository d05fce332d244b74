import { describe, expect, test } from 'vitest';
import { addDays, fen, plainDate } from '#basics';
import { readPain001 } from './bank-simulator.ts';
import { bankText } from './bank-text.ts';
import { readCamt053 } from './camt053.ts';
import { readEndToEndId } from './end-to-end-id.ts';
import { type OutgoingPayment, writePain001 } from './pain001.ts';
import { readPain002 } from './pain002.ts';
import { type BankState, bankDay, bankProfiles, newBank } from './simulated-bank.ts';
import { writeCamt053 } from './write-camt053.ts';

const at = new Date('2026-07-01T02:00:00Z');
const on = plainDate('2026-07-01');
const address = { town: 'Lyon', country: 'FR' };

const payments = Array.from(
  { length: 40 },
  (_, place): OutgoingPayment => ({
    endToEndId: `ord-${place}-1`,
    amountFen: BigInt(10_000 + place),
    ...{
      name: '张三',
      bankCode: '102584000002',
      bankName: '工商银行',
      accountNumber: '6222',
      remark: '个人账户',
    },
    abroad: place % 4 === 0 ? { currency: 'EUR', charges: 'SHAR', address, bankAddress: null } : null,
  }),
);
const file = writePain001({
  ...{ messageId: 'bat-1', madeAt: at, executeOn: on, digest: 'ab'.repeat(32), payments },
  debtor: { name: '基金', accountNumber: '4405', bankCode: '105584000005' },
});

describe('a statement', () => {
  const written = writeCamt053({
    ...{ messageId: 'S-1', at, accountNumber: '4405', sequence: 1, on, openingFen: -500n },
    entries: [
      {
        reference: 'D1',
        direction: 'out',
        amountFen: 100n,
        bookedOn: on,
        endToEndId: 'ord-1-1',
        name: '张三',
      },
      {
        reference: 'R1',
        direction: 'in',
        amountFen: 100n,
        bookedOn: on,
        endToEndId: 'ord-1-1',
        returned: 'AC04',
      },
    ],
  });
  const told = (xml: string) => {
    const read = readCamt053(xml);
    return read.ok
      ? read.value.flatMap(({ lines }) =>
          lines.map(({ key, direction, amountFen, isReturn, reason, counterpart }) =>
            [key, direction, amountFen, isReturn, reason, counterpart.name].join(' '),
          ),
        )
      : read.refusal.figures.why;
  };
  const lines = ['D1 out 100 false  张三', 'R1 in 100 true AC04 '];

  test('is read alike in every version that banks write', () => {
    expect(told(written)).toEqual(lines);
    expect(told(written.replaceAll('camt.053.001.12', 'camt.053.001.08'))).toEqual(lines);
    const old = written
      .replaceAll('camt.053.001.12', 'camt.053.001.02')
      .replaceAll('<Cd>BOOK</Cd>', 'BOOK')
      .replaceAll(/<\/?Pty>/g, '')
      .replaceAll(
        /<Refs>([\s\S]*?)<\/Refs>\s*<Amt Ccy="CNY">(.*?)<\/Amt>/g,
        '<Refs>$1</Refs><AmtDtls><TxAmt><Amt Ccy="CNY">$2</Amt></TxAmt></AmtDtls>',
      );
    expect(told(old)).toEqual(lines);
    const prefixed = written.replaceAll(/<(\/?)([A-Z]\w*)/g, '<$1n:$2').replace('xmlns=', 'xmlns:n=');
    expect(told(prefixed)).toEqual(lines);
    expect(readCamt053(written)).toMatchObject({ value: [{ openingFen: -500n, closingFen: -500n, on }] });
  });

  test('of an entry over several payments is read payment by payment, if they come to it', () => {
    const details = /<TxDtls>[\s\S]*?<\/TxDtls>/.exec(written)?.[0] ?? '';
    const two = (amount: string) =>
      written.replace(
        details,
        `${details}${details.replaceAll('ord-1-1', 'ord-2-1').replaceAll('D1', 'D2').replaceAll('>1.00<', `>${amount}<`)}`,
      );
    const total = (xml: string) =>
      xml.replace(
        '<Amt Ccy="CNY">1.00</Amt>\n        <CdtDbtInd>DBIT',
        '<Amt Ccy="CNY">3.00</Amt>\n        <CdtDbtInd>DBIT',
      );
    expect(told(total(two('2.00')))).toEqual([lines[0], 'D2 out 200 false  张三', lines[1]]);
    expect(told(total(two('2.01')))).toEqual(['D1 out 300 false  ', lines[1]]);
  });

  test('has each line on our day, whatever zone the bank writes its time in', () => {
    const days = (time: string) => {
      const xml = written.replace(/(<BookgDt>\s*)<Dt>.*?<\/Dt>/, `$1<DtTm>${time}</DtTm>`);
      const read = readCamt053(xml);
      return read.ok ? read.value[0]?.lines[0]?.bookedOn : read.refusal.figures.why;
    };
    const before = addDays(on, -1);
    expect(days(`${before}T23:30:00Z`)).toBe(on);
    expect(days(`${before}T23:30:00+08:00`)).toBe(before);
    expect(days(`${before}T23:30:00`)).toBe(before);
    expect(days(`${on}T23:30:00Z`)).toBe(on);
  });

  test('counts only what is booked, and knows two alike lines without a reference apart', () => {
    expect(told(written.replace('<Cd>BOOK</Cd>', '<Cd>PDNG</Cd>'))).toEqual([lines[1]]);
    const bare = written.replaceAll(/<AcctSvcrRef>.*<\/AcctSvcrRef>/g, '');
    const entry = /<Ntry>[\s\S]*?<\/Ntry>/.exec(bare)?.[0] ?? '';
    const read = readCamt053(bare.replace(entry, `${entry}${entry}`));
    const keys = read.ok ? read.value[0]?.lines.map(({ key }) => key) : [];
    expect(new Set(keys).size).toBe(3);
    expect(keys?.[1]).toBe(`${keys?.[0]}+2`);
  });

  test.each([
    ['without a closing balance', written.replace('CLBD', 'ITBD')],
    ['in another currency', written.replaceAll('<Amt Ccy="CNY">1.00', '<Amt Ccy="USD">1.00')],
    [
      'of one page of several',
      written.replace(
        '<ElctrncSeqNb>',
        '<StmtPgntn><PgNb>1</PgNb><LastPgInd>false</LastPgInd></StmtPgntn><ElctrncSeqNb>',
      ),
    ],
    ['of no known version', written.replaceAll('camt.053.001.12', 'camt.053.001.99')],
    ['with a document type', written.replace('<Document', '<!DOCTYPE x [<!ENTITY a "b">]><Document')],
    ['with an amount of three decimals', written.replaceAll('>1.00<', '>1.001<')],
    ['cut off', written.slice(0, -30)],
  ])('%s is refused whole', (_, xml) => {
    expect(readCamt053(xml)).toMatchObject({ ok: false, refusal: { code: 'payments.not-an-answer' } });
  });
});

describe('a file of a bank', () => {
  const xml = `<?xml version="1.0" encoding="ENC"?><Document xmlns="x"><Nm>张三</Nm></Document>`;
  const gb = (text: string) =>
    // The two characters in GB 18030; everything else is ASCII.
    Buffer.concat(
      text
        .split('张三')
        .flatMap((part, place) => [
          ...(place ? [Buffer.from([0xd5, 0xc5, 0xc8, 0xfd])] : []),
          Buffer.from(part),
        ]),
    );

  test('is read in the encoding that it declares, with or without a byte order mark', () => {
    const utf8 = xml.replace('ENC', 'UTF-8');
    expect(bankText(Buffer.from(utf8))).toEqual({ ok: true, value: utf8 });
    expect(bankText(Buffer.from(`\ufeff${utf8}`))).toEqual({ ok: true, value: utf8 });
    for (const name of ['GB18030', 'gbk', 'GB2312']) {
      const declared = xml.replace('ENC', name);
      expect(bankText(gb(declared))).toEqual({ ok: true, value: declared });
    }
  });

  test('that is not what it declares, in an encoding of elsewhere, or too large is refused', () => {
    const refused = { ok: false, refusal: { code: 'payments.not-an-answer' } };
    expect(bankText(gb(xml.replace('ENC', 'UTF-8')))).toMatchObject(refused);
    expect(bankText(Buffer.from(xml.replace('ENC', 'UTF-16')))).toMatchObject(refused);
    expect(bankText(new Uint8Array(33 * 1024 * 1024))).toMatchObject(refused);
    const deep = `<Document xmlns="x">${'<a>'.repeat(60)}${'</a>'.repeat(60)}</Document>`;
    expect(readPain002(deep)).toMatchObject({
      refusal: { figures: { why: expect.stringContaining('deep') } },
    });
  });

  test('names our payments by their own identifiers and no others', () => {
    expect(readEndToEndId('ord-01k8abc-2')).toEqual({ orderId: 'ord_01k8abc', attempt: 2 });
    expect(['ord-1', 'NOTPROVIDED', 'ord-1-0', 'xyz-1-1', 'ord-1-1 '].map(readEndToEndId)).toEqual(
      Array(5).fill(null),
    );
  });
});

describe('the simulated bank', () => {
  const live = (profile: keyof typeof bankProfiles, seed = 1) => {
    let state: BankState = newBank(1_000_000n);
    const files: { name: string; xml: string }[] = [];
    for (let day = 1; day <= 9; day += 1) {
      const done = bankDay(state, { on: plainDate(`2026-07-0${day}`), at, profile, seed, files: [file] });
      state = JSON.parse(JSON.stringify(done.state)); // as a file keeps it
      files.push(...done.files);
    }
    return files;
  };

  test.each(Object.keys(bankProfiles) as (keyof typeof bankProfiles)[])(
    // the table's keys
    'of the profile %s pays, rejects or sends back every payment in the end, and its statements are a chain',
    (profile) => {
      const statements = live(profile).flatMap(({ name, xml }) => {
        const read = name.startsWith('camt') ? readCamt053(xml) : null;
        return read?.ok ? read.value : [];
      });
      expect(statements).toHaveLength(9);
      let balance = 1_000_000n;
      for (const { openingFen, closingFen, lines } of statements) {
        expect(openingFen).toBe(balance);
        balance = lines.reduce(
          (sum, line) => sum + (line.direction === 'in' ? line.amountFen : -line.amountFen),
          balance,
        );
        expect(closingFen).toBe(balance);
      }
      const lines = statements.flatMap((statement) => statement.lines);
      const answers = live(profile)
        .filter(({ name }) => name.startsWith('pain'))
        .map(({ xml }) => xml)
        .join('');
      for (const { endToEndId, amountFen } of payments) {
        const moved = lines.filter((line) => line.endToEndId === endToEndId);
        const rejected = new RegExp(`>${endToEndId}</OrgnlEndToEndId>\\s*<TxSts>RJCT`).test(answers);
        expect(moved.every((line) => line.amountFen === fen(amountFen))).toBe(true);
        expect(moved.filter(({ direction }) => direction === 'out')).toHaveLength(rejected ? 0 : 1);
        expect(moved.filter(({ isReturn }) => isReturn).length).toBeLessThanOrEqual(1);
      }
    },
  );

  test('does the same for the same seed, and something else for another', () => {
    expect(live('mixed', 7)).toEqual(live('mixed', 7));
    expect(live('mixed', 8)).not.toEqual(live('mixed', 7));
  });

  test('reads payments at home and abroad, in their parts', () => {
    const read = readPain001(file);
    expect(read.ok && read.value.parts.map(({ id, payments: of }) => [id, of.length])).toEqual([
      ['bat-1', 30],
      ['bat-1-X', 10],
    ]);
  });
});
