import { isPaperReason, type RejectedPaper } from '#business/withdrawal/public';
import type { GivenPaper } from '#engines/casework';

/** Papers written `MATERIAL=REFERENCE`; null where one lacks its reference. */
export function readPapers(written: readonly string[]): readonly GivenPaper[] | null {
  const papers = written.map((each) => {
    const [materialId = '', ...reference] = each.split('=');
    return { materialId, paperReference: reference.join('=') };
  });
  return papers.some(({ paperReference }) => paperReference === '') ? null : papers;
}

/** Papers that do not serve, written `MATERIAL=REASON`; null where a reason is missing or unknown. */
export function readRejected(written: readonly string[]): readonly RejectedPaper[] | null {
  const rejected: RejectedPaper[] = [];
  for (const each of written) {
    const [materialId = '', reason = ''] = each.split('=');
    if (materialId === '' || !isPaperReason(reason)) return null;
    rejected.push({ materialId, reason });
  }
  return rejected;
}
