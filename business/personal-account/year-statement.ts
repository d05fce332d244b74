import { createHash } from 'node:crypto';
import { amountInWords, canonicalJson, type Fen, type PlainDate, showYuan, type Text } from '#basics';
import { documentTitles, type LetterPayload } from '#business/letters/public';
import { qrSvg } from '#platform/typesetting';
import type { PeriodEntry } from './read-period.ts';

/** The whole statement of one year, as it goes on paper: who, from when to when, every entry, and what is left. */
export interface YearStatement {
  readonly year: string;
  readonly region: string;
  readonly office: Text;
  readonly issuedOn: PlainDate;
  /** The holder, masked: a statement lies open on tables. */
  readonly holder: Text;
  readonly document: string | null;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly openingFen: Fen;
  readonly balanceFen: Fen;
  /** Borne up to the last day and not yet credited. */
  readonly interestFen: Fen;
  readonly entries: readonly Pick<PeriodEntry, 'effectiveOn' | 'purposeName' | 'changeFen' | 'balanceFen'>[];
}

/** What the code on it says; its number is made of everything that it tells, so that two that differ are called differently. */
export function payloadOfStatement(statement: YearStatement): LetterPayload {
  const hash = createHash('sha256')
    .update(canonicalJson(inText(statement)), 'utf8')
    .digest();
  const { year, issuedOn, holder, balanceFen, from, to } = statement;
  return {
    n: `DZ-${year}-${numberOf(hash)}`,
    ...{ k: 'account-statement', d: issuedOn, t: holder.zh, a: `${balanceFen}`, p: `${from}/${to}` },
    h: hash.toString('base64url'),
  };
}

/** One language of it, as the template takes it. */
export function statementPage(
  statement: YearStatement,
  {
    payload,
    signed,
    lang,
  }: { readonly payload: LetterPayload; readonly signed: string | null; readonly lang: keyof Text },
): object {
  const say = (text: Text): string => text[lang];
  const { office, entries, openingFen, balanceFen, interestFen, year } = statement;
  const { from, to, issuedOn, document, holder } = statement;
  return {
    ...{ lang, year, from, to, issuedOn, document, number: payload.n },
    ...{ title: say(documentTitles['account-statement']), office: say(office), holder: say(holder) },
    officeBeside: office[lang === 'zh' ? 'en' : 'zh'],
    opening: showYuan(openingFen),
    ...{ incoming: signedYuan(sumOf(entries, 1)), outgoing: signedYuan(sumOf(entries, -1)) },
    closing: { yuan: showYuan(balanceFen), words: amountInWords(balanceFen) },
    interest: showYuan(interestFen),
    entries: entries.map(({ effectiveOn, purposeName, changeFen, balanceFen: after }) => ({
      ...{ on: effectiveOn, purpose: capital(say(purposeName)) },
      ...{ change: signedYuan(changeFen), balance: showYuan(after) },
    })),
    ...{ signed, qr: signed === null ? null : qrSvg(signed, 'L') },
  };
}

function sumOf(entries: YearStatement['entries'], sign: 1 | -1): bigint {
  return entries
    .filter(({ changeFen }) => changeFen > 0n === sign > 0)
    .reduce((sum, { changeFen }) => sum + changeFen, 0n);
}

/** +301.00 in, −86.50 out; the minus is a minus. */
function signedYuan(fen: bigint): string {
  return fen > 0n ? `+${showYuan(fen)}` : showYuan(fen).replace('-', '−');
}

function capital(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function inText(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, held) => (typeof held === 'bigint' ? `${held}` : held)));
}

/** Ten characters of Crockford's base32, in two groups. */
function numberOf(hash: Uint8Array): string {
  const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const all = Array.from({ length: 10 }, (_, at) => signs[(hash[at] ?? 0) % 32]).join('');
  return `${all.slice(0, 5)}-${all.slice(5)}`;
}
