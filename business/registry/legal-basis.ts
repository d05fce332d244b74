import { citation } from '#law';

/** How the provisions behind a demanded paper are cited on a checklist, in both languages. */
export function legalBasis(provisionIds: readonly string[]): string {
  const citations = provisionIds.map(citation);
  return `${citations.map((cited) => cited.zh).join('；')} · ${citations.map((cited) => cited.en).join('; ')}`;
}
