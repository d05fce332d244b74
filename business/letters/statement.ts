import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson, ok, type Refusal, type Result, refuse, showYuan } from '#basics';
import type { DocumentType } from '#engines/audit';
import { readStatement, type Signer, signStatement, type Verifier } from '#platform/signing';
import type { LetterSheet } from './letter.ts';
import { titlesByCode } from './letter-title.ts';
import { type LetterPayload, payloadSchema, letterType as type } from './payload.ts';

export function sheetHash(sheet: LetterSheet): Uint8Array {
  return createHash('sha256').update(canonicalJson(sheet), 'utf8').digest();
}

export function signLetter(
  signer: Signer,
  { sheet, at }: { readonly sheet: LetterSheet; readonly at: Date },
): string {
  const { number, kind, issuedOn, to, amountFen, form } = sheet;
  const h = Buffer.from(sheetHash(sheet)).toString('base64url');
  const amount = amountFen === null ? {} : { a: amountFen };
  const reference = form?.reference ? { r: form.reference } : {};
  const until = form?.validUntil ? { u: form.validUntil } : {};
  const payload = { n: number, k: kind, d: issuedOn, t: to.zh, ...amount, ...reference, ...until, h };
  return signPayload(signer, { payload, at });
}

/** What the code on a document says, signed. */
export function signPayload(
  signer: Signer,
  { payload, at }: { readonly payload: LetterPayload; readonly at: Date },
): string {
  return signStatement(signer, { type, at, payload });
}

const title = { zh: '信函', en: 'A letter of the agency' };

/** The text that stands in the code on a letter, as `suixing verify-document` checks it. */
export const letterDocument: DocumentType = { type, title, check: checkLetter };

function checkLetter(text: string, verifier: Verifier) {
  const signed = readStatement(text, verifier);
  if (!signed.ok) return signed;
  const payload = payloadOf(signed.value.payload);
  if (!payload.ok) return payload;
  const { n, k, d, t, a, r, u, p } = payload.value;
  const kind = titlesByCode[k];
  return ok({
    type,
    title,
    says: [
      { name: { zh: '文书', en: 'letter' }, value: `${kind.zh} / ${kind.en}` },
      { name: { zh: '编号', en: 'number' }, value: n },
      { name: { zh: '日期', en: 'issued on' }, value: d },
      { name: { zh: '收件人', en: 'to' }, value: t },
      ...(a === undefined ? [] : [{ name: p ? closing : amountName, value: showYuan(BigInt(a)) }]),
      ...(r === undefined ? [] : [{ name: { zh: '文书自带编号', en: 'its own number' }, value: r }]),
      ...(u === undefined ? [] : [{ name: { zh: '有效期至', en: 'valid until' }, value: u }]),
      ...(p === undefined
        ? []
        : [{ name: { zh: '起止日期', en: 'from and to' }, value: p.replace('/', ' – ') }]),
      { name: { zh: '签名密钥', en: 'signed with key' }, value: signed.value.kid },
    ],
  });
}

const amountName = { zh: '金额（元）', en: 'amount (yuan)' };
const closing = { zh: '期末余额（元）', en: 'closing balance (yuan)' };

function payloadOf(payload: unknown): Result<z.output<typeof payloadSchema>, Refusal> {
  const read = payloadSchema.safeParse(payload);
  return read.success ? ok(read.data) : refuse({ code: 'letters.not-a-letter' });
}

/** Whether a stored letter is still what its statement was signed over. */
export function statementFits(statement: string, hash: Uint8Array): boolean {
  const [, body = ''] = statement.split('.');
  const read = payloadSchema
    .extend({ signedAt: z.string() })
    .safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
  return read.success && read.data.h === Buffer.from(hash).toString('base64url');
}
