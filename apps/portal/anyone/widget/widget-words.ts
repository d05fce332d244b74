import type { Text } from '#basics';

/** What stands around the questions and the answer. */
export const title: Text = {
  zh: '医保个人账户：能转移或领取吗？',
  en: 'Medical account: transfer or withdraw?',
};
export const staysHere: Text = {
  zh: '回答只留在这里，不发送，也不保存。',
  en: 'Your answers stay here: they are sent nowhere and not kept.',
};
export const demonstration: Text = {
  zh: '演示系统，不是政府网站。',
  en: ' A demonstration, not a government’s site.',
};
export const unknownRegion: Text = {
  zh: '这里没有这个地区的规则：{region}',
  en: 'There are no rules here for this region: {region}',
};
