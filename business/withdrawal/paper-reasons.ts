import type { Text } from '#basics';

/** Why a paper that was handed in does not serve. */
export const paperReasons = {
  unreadable: { zh: '看不清', en: 'it cannot be read' },
  incomplete: { zh: '不完整，缺页或者缺签章', en: 'it is incomplete: a page, signature or seal is missing' },
  expired: { zh: '已过有效期', en: 'it has expired' },
  'another-person': { zh: '不是参保人或者申请人的', en: 'it is somebody else’s' },
  'does-not-match': { zh: '与登记的内容不一致', en: 'it does not agree with what is on record' },
  'not-what-was-asked': { zh: '不是要求的材料', en: 'it is not the paper that was asked for' },
} as const satisfies Readonly<Record<string, Text>>;

export type PaperReason = keyof typeof paperReasons;

export const paperReasonCodes = Object.keys(paperReasons) as readonly PaperReason[]; // the keys of the table above

export function isPaperReason(code: string): code is PaperReason {
  return Object.hasOwn(paperReasons, code);
}

/** A paper that must come again, and why. */
export interface RejectedPaper {
  readonly materialId: string;
  readonly reason: PaperReason;
}
