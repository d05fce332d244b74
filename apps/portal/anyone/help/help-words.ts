import type { Text } from '#basics';

export const helpTitle: Text = { zh: '找人帮忙', en: 'Help' };

/** What the page is about, by the anchors that other pages link to. */
export const topics = {
  window: { zh: '窗口在哪里', en: 'Where the windows are' },
  bring: { zh: '到窗口办，要带什么', en: 'At a window: what to bring' },
  'for-somebody': { zh: '替家人或别人办', en: 'Acting for somebody' },
  death: { zh: '家人去世后', en: 'When somebody has died' },
  disagree: { zh: '不同意我们的决定', en: 'If you do not agree with us' },
  reading: { zh: '看不清、不会用', en: 'Hard to read or to use' },
} as const satisfies Readonly<Record<string, Text>>;
