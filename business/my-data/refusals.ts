import { defineRefusals } from '#basics';

/** Why somebody's data are not handed out, or a file of them is not taken. */
export const myDataRefusals = defineRefusals({
  'my-data.not-yours': {
    kind: 'not-found',
    text: { zh: '这里没有您的记录。', en: 'There is nothing on record of you here.' },
    next: {
      zh: '记录只交给本人。请用本人的登录名登录；代办人和工作人员不能代取。',
      en: 'It is handed to the person alone. Sign in with your own login; no agent and no officer takes it for you.',
    },
  },
  'my-data.not-a-file': {
    kind: 'bad-input',
    text: { zh: '这不是本机构交给本人的记录文件。', en: 'This is no file of a person’s own data.' },
    next: {
      zh: '请用下载时的原文件，不要用表格或文本编辑软件另存。',
      en: 'Use the file as it was downloaded, not one saved again by another program.',
    },
  },
  'my-data.unsigned': {
    kind: 'conflict',
    text: { zh: '这份文件没有签名。', en: 'This file bears no signature.' },
    next: {
      zh: '导出时机构没有可用的签名密钥。请重新导出一份。',
      en: 'The agency had no valid key when it was made. Take a new one.',
    },
  },
  'my-data.altered': {
    kind: 'conflict',
    text: {
      zh: '这份文件被改过，和签名对不上。',
      en: 'This file was altered: it does not fit its signature.',
    },
    next: {
      zh: '不要相信里面的内容；请本人重新导出一份。',
      en: 'Do not trust what it says; have the person take a new one.',
    },
  },
});
