import type { Text } from '#basics';

/**
 * How sure we are of a fact. A: the official text was read. B: an official text as a third party gives it, attributed.
 * C: a local guide or the press. D: an aggregator, a hint only. M: from memory, no source found.
 */
export type Grade = 'A' | 'B' | 'C' | 'D' | 'M';

/** What each grade means, for people who read a decision or the generated law pages. */
export const gradeMeanings: Readonly<Record<Grade, Text>> = {
  A: { zh: '已核对官方原文', en: 'the official text was read' },
  B: { zh: '第三方转载的官方文本，出处明确', en: 'an official text as reproduced by a named third party' },
  C: { zh: '地方办事指南或新闻，非官方', en: 'a local guide or the press, not official' },
  D: { zh: '汇总网站，仅作线索', en: 'an aggregating site, a hint only' },
  M: { zh: '凭记忆记录，尚未找到出处', en: 'recorded from memory; no source found yet' },
};
