import { defineRefusals } from '#basics';

export const configRefusals = defineRefusals({
  'config.invalid': {
    kind: 'bad-input',
    text: {
      zh: '环境变量的设置有误，程序没有启动。',
      en: 'The environment variables are not right, so nothing was started.',
    },
    next: {
      zh: '按列出的问题逐一改正后重新启动；.env.example 列有全部变量及含义。',
      en: 'Correct what is listed and start again; .env.example lists every variable and what it means.',
    },
  },
  'config.identity-key-unusable': {
    kind: 'unavailable',
    text: {
      zh: '无法使用证件号码密钥文件 {file}：{reason}。',
      en: 'The identity key file {file} cannot be used: {reason}.',
    },
    next: {
      zh: '放回原来的密钥文件（仅本人可读写）。换一把密钥会使已存的证件号码无法解密。',
      en: 'Put the original key file back, readable by its owner only. Another key could not read the stored identity numbers.',
    },
  },
});
