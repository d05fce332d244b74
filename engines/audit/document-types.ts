import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Verifier } from '#platform/signing';
import { type DaySeal, readSeal, sealType } from './day-seal.ts';
import { checkProof, proofSchema, proofType } from './record-proof.ts';
import type { DocumentType, Verified } from './verify-document.ts';

const sealTitle = { zh: '每日封存', en: 'A daily seal' };
const proofTitle = { zh: '记录的封存证明', en: 'A proof that a record was sealed' };

/** The signed documents of this room. */
export const auditDocuments: readonly DocumentType[] = [
  { type: sealType, title: sealTitle, check: checkSealText },
  { type: proofType, title: proofTitle, check: checkProofText },
];

function checkSealText(text: string, verifier: Verifier): Result<Verified, Refusal> {
  const seal = readSeal(text, verifier);
  return seal.ok ? ok({ type: sealType, title: sealTitle, says: sealSays(seal.value) }) : seal;
}

function checkProofText(text: string, verifier: Verifier): Result<Verified, Refusal> {
  const read = proofSchema.safeParse(JSON.parse(text));
  if (!read.success) return refuse({ code: 'audit.proof-broken', figures: { what: 'form' } });
  const proven = checkProof(read.data, verifier);
  if (!proven.ok) return proven;
  const { record, seal } = proven.value;
  const says = [
    { name: { zh: '记录', en: 'record' }, value: `${record.source}:${record.id}` },
    { name: { zh: '记录原文', en: 'what it says' }, value: record.text },
    ...(record.content === null
      ? []
      : [{ name: { zh: '登记内容', en: 'what was recorded' }, value: record.content }]),
    ...sealSays(seal),
  ];
  return ok({ type: proofType, title: proofTitle, says });
}

function sealSays(seal: DaySeal & { readonly kid: string }): Verified['says'] {
  return [
    { name: { zh: '封存机构', en: 'agency' }, value: seal.region },
    { name: { zh: '封存编号', en: 'seal' }, value: String(seal.number) },
    { name: { zh: '封存日期', en: 'sealed on' }, value: seal.sealedOn },
    { name: { zh: '记录条数', en: 'records' }, value: String(seal.leaves) },
    { name: { zh: '签名密钥', en: 'signed with key' }, value: seal.kid },
  ];
}
