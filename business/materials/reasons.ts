import type { Text } from '#basics';

/** Why a paper does not count. A clerk chooses one of these; `expired` also comes by itself when its day has passed. */
export const rejectReasons = {
  illegible: { zh: '看不清或拍摄不完整', en: 'it cannot be read, or is cut off' },
  'wrong-document': { zh: '不是所要的材料', en: 'it is another document than the one asked for' },
  expired: { zh: '已过有效期', en: 'it has expired' },
  'not-the-persons': { zh: '不是本人的', en: 'it is not this person’s' },
  'missing-page': { zh: '缺页', en: 'a page is missing' },
  'missing-signature': { zh: '缺签名或盖章', en: 'a signature or seal is missing' },
  'translation-missing': {
    zh: '外文材料缺中文译本',
    en: 'the Chinese translation of a foreign paper is missing',
  },
  'notarisation-missing': { zh: '缺公证或认证', en: 'it is not notarised or legalised' },
  'contradicts-record': { zh: '与登记的情况不符', en: 'it contradicts what is on record' },
  altered: { zh: '有涂改或疑似不真实', en: 'it was altered, or may not be genuine' },
  'does-apply': {
    zh: '这份材料您需要交',
    en: 'this paper is needed from you',
  },
  'commitment-not-allowed': {
    zh: '这一项不能用承诺书代替',
    en: 'a commitment cannot stand in its place here',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type RejectReason = keyof typeof rejectReasons;

export const rejectReasonCodes = Object.keys(rejectReasons) as readonly RejectReason[]; // its own keys

/** Why the scanner's word keeps a paper from counting. */
const scanReasons: Readonly<Record<string, Text>> = {
  infected: { zh: '文件带有病毒', en: 'a file of it carries a virus' },
};

/** Why a paper keeps a case from being approved, as a sentence; `name` is what the paper is called. */
export function paperObstacle(
  { state, why }: { readonly state: string; readonly why?: string },
  name: Text,
): Text {
  if (state === 'unchecked') {
    return { zh: `还没有核对：${name.zh}`, en: `Nobody has looked at this paper yet: ${name.en}` };
  }
  if (why === undefined) return { zh: `缺少材料：${name.zh}`, en: `This paper is missing: ${name.en}` };
  const { zh, en } = whyPaperDoesNotCount(why);
  return { zh: `材料不能采用：${name.zh}（${zh}）`, en: `This paper does not serve: ${name.en} (${en})` };
}

/** Why a paper does not count, as an answer tells it. */
export interface WhyNot {
  readonly why: { readonly code: string; readonly text: Text } | null;
}

export function whyNot(code: string | undefined): WhyNot {
  return { why: code === undefined ? null : { code, text: whyPaperDoesNotCount(code) } };
}

/** Why a paper does not count, as people are told it; the code itself where a later version made it up. */
export function whyPaperDoesNotCount(code: string): Text {
  const reasons: Readonly<Record<string, Text>> = { ...rejectReasons, ...scanReasons };
  return reasons[code] ?? { zh: code, en: code };
}
