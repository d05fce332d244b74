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
  'config.backup-key-missing': {
    kind: 'bad-input',
    text: {
      zh: '没有提供备份密钥。',
      en: 'No backup key is given.',
    },
    next: {
      zh: '先用 suixing keys secret 文件名 生成一把，再用 SUIXING_BACKUP_KEY_FILE 指定这个文件。密钥要另行保管：没有它，备份无法恢复。',
      en: 'Make one with `suixing keys secret FILE` and name the file in SUIXING_BACKUP_KEY_FILE. Keep it elsewhere too: without it no backup can be restored.',
    },
  },
  'config.backup-key-unusable': {
    kind: 'bad-input',
    text: {
      zh: '无法使用备份密钥文件 {file}：{reason}。',
      en: 'The backup key file {file} cannot be used: {reason}.',
    },
    next: {
      zh: '放回原来的密钥文件（仅本人可读写）。',
      en: 'Put the key file in place, readable by its owner only.',
    },
  },
  'config.key-file-exists': {
    kind: 'conflict',
    text: {
      zh: '文件 {file} 已经存在，没有改动它。',
      en: 'The file {file} is there already and was left as it is.',
    },
    next: {
      zh: '换一个文件名；密钥一旦覆盖就再也找不回来。',
      en: 'Choose another name; a key that is overwritten is lost for good.',
    },
  },
});
