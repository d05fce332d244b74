import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson, ok, type Refusal, type Result, refuse } from '#basics';
import type { DocumentType } from '#engines/audit';
import { readStatement, type Signer, signStatement, type Verifier } from '#platform/signing';
import { nameOfPart } from './parts.ts';

export const myDataType = 'suixing-my-data';

/** Everything that the agency holds of a person, as they take it along; the signature stands beside what it was made over. */
export const myDataSchema = z.object({
  type: z.literal(myDataType),
  version: z.literal(1),
  data: z.object({
    region: z.string(),
    madeAt: z.string(),
    personId: z.string(),
    parts: z.record(z.string(), z.unknown()),
  }),
  /** A JWS over the SHA-256 of `data` in canonical form (RFC 8785); null where no key was valid. */
  signature: z.string().nullable(),
});
export type MyData = z.output<typeof myDataSchema>;

/**
 * Puts the signature beside the data as they stand in the file: instants as text, whole numbers as decimal strings. They are written out
 * once, and what is signed is what is handed over.
 */
export function signMyData(
  data: Omit<MyData['data'], 'parts'> & { readonly parts: object },
  { signer, at }: { readonly signer: Signer | null; readonly at: Date },
): MyData {
  const { region, madeAt } = data;
  const text = written(data);
  const payload = { region, madeAt, h: hashOf(text) };
  const signature = signer && signStatement(signer, { type: myDataType, at, payload });
  return { type: myDataType, version: 1, data: JSON.parse(text), signature };
}

const payloadSchema = z.strictObject({ region: z.string(), madeAt: z.string(), h: z.string() });
const title = { zh: '本人的全部记录', en: 'Everything on record of a person' };

/** The file, as `suixing verify-document` checks it. */
export const myDataDocument: DocumentType = { type: myDataType, title, check: checkMyData };

/** Refuses `my-data.not-a-file`, `my-data.unsigned`, `my-data.altered`, and what a signature is refused for. */
function checkMyData(text: string, verifier: Verifier): ReturnType<DocumentType['check']> {
  const file = readFile(text);
  if (!file.ok) return file;
  const { data, signature } = file.value;
  if (signature === null) return refuse({ code: 'my-data.unsigned' });
  const signed = readStatement(signature, verifier);
  if (!signed.ok) return signed;
  const payload = payloadSchema.safeParse(signed.value.payload);
  if (signed.value.type !== myDataType || !payload.success) return refuse({ code: 'my-data.not-a-file' });
  const { h, region, madeAt } = payload.data;
  if (h !== hashOf(written(data)) || region !== data.region || madeAt !== data.madeAt)
    return refuse({ code: 'my-data.altered' });
  return ok({
    type: myDataType,
    title,
    says: [
      { name: { zh: '机构', en: 'agency' }, value: data.region },
      { name: { zh: '导出时间', en: 'made at' }, value: data.madeAt },
      { name: { zh: '人员编号', en: 'person' }, value: data.personId },
      ...Object.entries(data.parts).map(([part, held]) => ({
        name: nameOfPart(part),
        value: Array.isArray(held) ? String(held.length) : held === null ? '0' : '1',
      })),
      { name: { zh: '签名密钥', en: 'signed with key' }, value: signed.value.kid },
    ],
  });
}

function readFile(text: string): Result<MyData, Refusal> {
  const read = myDataSchema.safeParse(JSON.parse(text)); // whoever tells sorts of documents apart has parsed it
  return read.success ? ok(read.data) : refuse({ code: 'my-data.not-a-file' });
}

/** What the signature is made over. */
function written(data: Parameters<typeof signMyData>[0]): string {
  return canonicalJson(data);
}

function hashOf(canonical: string): string {
  return createHash('sha256').update(canonical, 'utf8').digest('base64url');
}
