import type { Text } from '#basics';

export const statusTitle: Text = { zh: '查办理进度', en: 'Where is my application?' };
