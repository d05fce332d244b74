import type { GivenPaper } from '#engines/casework';

/** Papers written `MATERIAL=REFERENCE`; null where one lacks its reference. */
export function readPapers(written: readonly string[]): readonly GivenPaper[] | null {
  const papers = written.map((each) => {
    const [materialId = '', ...reference] = each.split('=');
    return { materialId, paperReference: reference.join('=') };
  });
  return papers.some(({ paperReference }) => paperReference === '') ? null : papers;
}
