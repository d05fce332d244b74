import { defineRefusals } from '#basics';

/** Why something sealed cannot be read. */
export const sealRefusals = defineRefusals({
  'seal.key-missing': {
    kind: 'unavailable',
    text: {
      zh: '这条数据是用另一把密钥（编号 {key}）加密的，现在没有配置这把密钥。',
      en: 'This was sealed with another key (number {key}), and that key is not configured.',
    },
    next: {
      zh: '请管理员把原来的证件号码密钥放回配置；没有它，这些号码无法解密。',
      en: 'Ask an administrator to put the former identity key back; without it these numbers cannot be read.',
    },
  },
  'seal.damaged': {
    kind: 'unavailable',
    text: {
      zh: '这条加密数据已损坏或被改动过，不能使用。',
      en: 'This sealed value is damaged or was altered, and cannot be used.',
    },
    next: {
      zh: '请管理员从备份中恢复，并查明是谁改动的。',
      en: 'Ask an administrator to restore it from a backup and to find out who altered it.',
    },
  },
});
