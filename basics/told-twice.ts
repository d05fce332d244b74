import type { Text } from './result.ts';

/** What is told in both languages at once, the Chinese first and a dot between (`中文 · English`), as a text. */
export function inEachLanguage(told: string): Text {
  const [zh = told, en = zh] = told.split(' · ');
  return { zh, en };
}
