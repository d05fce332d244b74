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
  'seal.keys-outdated': {
    kind: 'unavailable',
    text: {
      zh: '证件号码密钥正在更换，这个程序还不知道现在使用的全部密钥，所以没有登记号码。',
      en: 'The identity key is being changed, and this process does not know all keys in use; no number was taken in.',
    },
    next: {
      zh: '请管理员按 docs/backup.md 配好新旧两把密钥并重启程序；等待复核的更正请在更换完成后再办。',
      en: 'An administrator configures both keys as docs/backup.md says and restarts the process; a correction that waits is approved after the change.',
    },
  },
  'seal.keys-missing': {
    kind: 'unavailable',
    text: {
      zh: '数据库里的证件号码用到编号 {keys} 的密钥，现在没有配置。',
      en: 'Identity numbers in the database lie under the key {keys}, which is not configured.',
    },
    next: {
      zh: '把这把密钥放回 SUIXING_IDENTITY_KEY_FILE；若正在更换密钥，放进 SUIXING_OTHER_IDENTITY_KEY_FILES。',
      en: 'Put it back into SUIXING_IDENTITY_KEY_FILE, or, while keys are being changed, into SUIXING_OTHER_IDENTITY_KEY_FILES.',
    },
  },
  'seal.key-retired': {
    kind: 'unavailable',
    text: {
      zh: '编号 {key} 的证件号码密钥已经停用，不能再用来加密。',
      en: 'The identity key {key} was put out of use and seals nothing any more.',
    },
    next: {
      zh: '把新密钥（编号 {newest}）设为当前密钥。',
      en: 'Make the new key (number {newest}) the current one.',
    },
  },
  'seal.unreadable-row': {
    kind: 'unavailable',
    text: {
      zh: '{place} 中的一行（{row}）无法解密：{words}',
      en: 'A row of {place} ({row}) cannot be read: {words}',
    },
    next: {
      zh: '更换密钥停在这里，之前的行已经完成。处理这一行后再运行一次。',
      en: 'The change of keys stopped here; the rows before it are done. Mend this row and run it again.',
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
