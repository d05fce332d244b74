import { createHash } from 'node:crypto';
import {
  type Fen,
  fen,
  isPlainDate,
  ok,
  type PlainDate,
  plainDate,
  type Result,
  shanghaiDate,
  yuanToFen,
} from '#basics';
import { type Node, nodesAt, readXml, textAt, type UnfitXml, unfit } from './read-xml.ts';
import { referenceOf } from './remittance.ts';

const camt053 = (version: string) => `urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}`;

export const camt053Namespace = camt053('12');

/** The versions that banks write statements in. */
export const camt053Namespaces = [camt053('02'), camt053('08'), camt053Namespace] as const;

/** A bank's statement of one account, up to the end of a day. */
export interface Statement {
  readonly bankId: string;
  readonly accountNumber: string;
  readonly currency: string | null;
  /** The day of the closing balance. */
  readonly on: PlainDate;
  /** Below zero where the account is overdrawn. */
  readonly openingFen: bigint;
  readonly closingFen: bigint;
  readonly lines: readonly StatementLine[];
}

export interface StatementLine {
  /** Its place in the statement, from 1. */
  readonly line: number;
  /** The bank's reference, or a fingerprint where it gives none; unique in the statement. */
  readonly key: string;
  readonly direction: 'in' | 'out';
  readonly amountFen: Fen;
  /** A payment that comes back: the entry reverses an earlier one, or says why it was returned. */
  readonly isReturn: boolean;
  readonly reason: string | null;
  readonly endToEndId: string | null;
  readonly reference: string | null;
  /** Under which reference the payer remitted it. */
  readonly remittedUnder: string | null;
  readonly bookedOn: PlainDate;
  readonly counterpart: Counterpart;
  /** SHA-256 over what the line says. */
  readonly digest: Uint8Array;
}

/** Who stands at the other side, and what they wrote. */
export interface Counterpart {
  readonly name: string | null;
  readonly account: string | null;
  readonly remark: string | null;
}

/**
 * Reads `camt.053.001.02`, `.08` or `.12`. Only what is booked counts. An entry over several payments is read payment by
 * payment where their amounts come to its own. Anything that is not wholly a statement is refused, and nothing of it is used.
 */
export function readCamt053(text: string): Result<readonly Statement[], UnfitXml> {
  const read = readXml(text, camt053Namespaces);
  if (!read.ok) return read;
  const nodes = nodesAt(read.value.root, 'BkToCstmrStmt/Stmt');
  if (nodes.length === 0) return unfit('BkToCstmrStmt/Stmt');
  const statements: Statement[] = [];
  for (const node of nodes) {
    const statement = statementOf(node);
    if (typeof statement === 'string') return unfit(statement);
    statements.push(statement);
  }
  return ok(statements.toSorted((a, b) => (a.on < b.on ? -1 : 1)));
}

/** A statement, or the path at which it is not one. */
function statementOf(node: Node): Statement | string {
  const pages = [textAt(node, 'StmtPgntn/PgNb') ?? '1', textAt(node, 'StmtPgntn/LastPgInd') ?? 'true'];
  if (pages[0] !== '1' || pages[1] !== 'true') return 'Stmt/StmtPgntn: one page of several';
  const bankId = textAt(node, 'Id');
  const accountNumber = textAt(node, 'Acct/Id/Othr/Id') ?? textAt(node, 'Acct/Id/IBAN');
  const opening = balanceOf(node, ['OPBD', 'PRCD']);
  const closing = balanceOf(node, ['CLBD']);
  if (!bankId || !accountNumber) return 'Stmt/Id, Stmt/Acct/Id';
  if (!opening) return 'Stmt/Bal: OPBD';
  if (!closing?.on) return 'Stmt/Bal: CLBD';
  const lines = linesOf(node, closing.on);
  if (typeof lines === 'string') return lines;
  return {
    ...{ bankId, accountNumber, currency: textAt(node, 'Acct/Ccy') ?? closing.currency },
    ...{ on: closing.on, openingFen: opening.amountFen, closingFen: closing.amountFen, lines },
  };
}

function balanceOf(node: Node, codes: readonly string[]) {
  const found = codes.flatMap((code) =>
    nodesAt(node, 'Bal').filter((balance) => textAt(balance, 'Tp/CdOrPrtry/Cd') === code),
  )[0];
  const amount = found && amountAt(found);
  if (!found || !amount) return null;
  const sign = textAt(found, 'CdtDbtInd') === 'DBIT' ? -1n : 1n;
  return { amountFen: sign * amount.fen, currency: amount.currency, on: dayAt(found, 'Dt') };
}

function linesOf(node: Node, until: PlainDate): readonly StatementLine[] | string {
  const lines: StatementLine[] = [];
  const keys = new Map<string, number>();
  for (const [place, entry] of nodesAt(node, 'Ntry').entries()) {
    const status = textAt(entry, 'Sts/Cd') ?? textAt(entry, 'Sts');
    if (status !== 'BOOK') continue;
    const parts = partsOf(entry);
    if (parts === null) return `Ntry ${place + 1}`;
    for (const part of parts) {
      const said = sayingOf(entry, part, until);
      const { reference, digest } = said;
      const named = reference ?? `~${Buffer.from(digest).toString('hex').slice(0, 24)}`;
      const times = (keys.get(named) ?? 0) + 1;
      keys.set(named, times);
      lines.push({ ...said, line: lines.length + 1, key: times === 1 ? named : `${named}+${times}` });
    }
  }
  return lines;
}

interface EntryPart {
  readonly amountFen: Fen;
  readonly direction: 'in' | 'out';
  /** Null where the entry says everything itself. */
  readonly details: Node | null;
  readonly alone: boolean;
}

/** The payments of an entry; null where it is none that we can read. */
function partsOf(entry: Node): readonly EntryPart[] | null {
  const total = amountAt(entry);
  const directions: Readonly<Record<string, 'in' | 'out'>> = { CRDT: 'in', DBIT: 'out' };
  const direction = directions[textAt(entry, 'CdtDbtInd') ?? ''];
  if (total?.currency !== 'CNY' || total.fen === 0n || !direction) return null;
  const details = nodesAt(entry, 'NtryDtls/TxDtls');
  const amounts = details.map((one) => amountAt(one) ?? amountAt(one, 'AmtDtls/TxAmt/Amt'));
  const sum = amounts.reduce((all, amount) => all + (amount?.fen ?? 0n), 0n);
  const apart =
    details.length > 1 &&
    sum === total.fen &&
    amounts.every((amount) => amount !== null && amount.currency === 'CNY' && amount.fen > 0n) &&
    details.every(
      (one) => (textAt(one, 'CdtDbtInd') ?? textAt(entry, 'CdtDbtInd')) === textAt(entry, 'CdtDbtInd'),
    );
  if (!apart)
    return [
      {
        amountFen: total.fen,
        direction,
        details: details.length === 1 ? (details[0] ?? null) : null,
        alone: true,
      },
    ];
  return details.map((one, place) => ({
    amountFen: amounts[place]?.fen ?? fen(0n),
    direction,
    details: one,
    alone: false,
  }));
}

function sayingOf(entry: Node, part: EntryPart, until: PlainDate): Omit<StatementLine, 'line' | 'key'> {
  const { amountFen, direction, details, alone } = part;
  const of = (path: string) => (details ? textAt(details, path) : null);
  const isReturn =
    textAt(entry, 'RvslInd') === 'true' || (details !== null && nodesAt(details, 'RtrInf').length > 0);
  const ofEntry = alone ? (textAt(entry, 'AcctSvcrRef') ?? textAt(entry, 'NtryRef')) : null;
  const other = direction === 'in' ? 'Dbtr' : 'Cdtr';
  const said = {
    ...{ direction, amountFen, isReturn },
    reason: of('RtrInf/Rsn/Cd') ?? of('RtrInf/Rsn/Prtry'),
    endToEndId: of('Refs/EndToEndId'),
    reference: of('Refs/AcctSvcrRef') ?? ofEntry,
    bookedOn: bookingDay(entry, until),
    counterpart: {
      name: of(`RltdPties/${other}/Pty/Nm`) ?? of(`RltdPties/${other}/Nm`),
      account: of(`RltdPties/${other}Acct/Id/IBAN`) ?? of(`RltdPties/${other}Acct/Id/Othr/Id`),
      remark: of('RmtInf/Ustrd') ?? textAt(entry, 'AddtlNtryInf'),
    },
  };
  const text = JSON.stringify({ ...said, amountFen: `${amountFen}` });
  const remittedUnder =
    direction === 'in' && !isReturn ? referenceOf({ ...said, remark: said.counterpart.remark }) : null;
  return { ...said, remittedUnder, digest: createHash('sha256').update(text, 'utf8').digest() };
}

function amountAt(node: Node, path = 'Amt'): { readonly fen: Fen; readonly currency: string } | null {
  const [found] = nodesAt(node, path);
  // The messages allow five decimals; of yuan only two can be other than 0.
  const amount = found ? yuanToFen(found.text.replace(/(\.\d\d)0+$/, '$1').replace(/\.$/, '')) : null;
  return found && amount !== null ? { fen: amount, currency: found.attributes.Ccy ?? '' } : null;
}

/** Our day of a booking, which is another than that of a time in another zone; of a day after the last, the day as written. */
function bookingDay(entry: Node, until: PlainDate): PlainDate {
  const written = dayAt(entry, 'BookgDt') ?? until;
  const time = textAt(entry, 'BookgDt/DtTm') ?? '';
  const at = /T.+(Z|[+-]\d\d:\d\d)$/.test(time) ? new Date(time) : null;
  const ours = at && !Number.isNaN(at.getTime()) ? shanghaiDate(at) : written;
  return ours > until ? written : ours;
}

function dayAt(node: Node, path: string): PlainDate | null {
  const day = (textAt(node, `${path}/Dt`) ?? textAt(node, `${path}/DtTm`) ?? '').slice(0, 10);
  return isPlainDate(day) ? plainDate(day) : null;
}
