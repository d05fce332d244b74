import { defineRefusals } from '#basics';

/** Why nothing can be signed, and why a signature is not accepted. */
export const signingRefusals = defineRefusals({
  'signing.no-key': {
    kind: 'unavailable',
    text: {
      zh: '本机构现在没有有效的签名密钥，不能签发。',
      en: 'The agency has no signing key that is valid now, so nothing can be signed.',
    },
    next: {
      zh: '请管理员运行 suixing keys new 生成一把，并公布新的公钥。',
      en: 'An administrator runs `suixing keys new` and publishes the new public key.',
    },
  },
  'signing.keys-unusable': {
    kind: 'unavailable',
    text: {
      zh: '无法使用签名密钥文件 {file}：{reason}。',
      en: 'The signing key file {file} cannot be used: {reason}.',
    },
    next: {
      zh: '恢复这个文件（仅本人可读写），或把它移出密钥文件夹。',
      en: 'Put the file right, readable by its owner only, or take it out of the folder.',
    },
  },
  'signing.no-such-key': {
    kind: 'not-found',
    text: { zh: '没有编号为 {kid} 的签名密钥。', en: 'There is no signing key {kid}.' },
    next: { zh: '运行 suixing keys list 查看编号。', en: '`suixing keys list` shows their ids.' },
  },
  'signing.no-key-set': {
    kind: 'bad-input',
    text: { zh: '这不是公布的公钥文件。', en: 'This is not a published key set.' },
    next: {
      zh: '从签发机构的 /.well-known/suixing-keys.json 下载。',
      en: 'Fetch it from /.well-known/suixing-keys.json of the agency that signed.',
    },
  },
  'signing.not-signed': {
    kind: 'bad-input',
    text: {
      zh: '这不是一份签名文本，或者不完整。',
      en: 'This is no signed statement, or not the whole of it.',
    },
    next: { zh: '请重新取得完整的原件。', en: 'Get the whole original again.' },
  },
  'signing.unknown-key': {
    kind: 'unprocessable',
    text: {
      zh: '签名用的密钥 {kid} 不在公钥文件里。',
      en: 'It was signed with the key {kid}, which the key set does not hold.',
    },
    next: {
      zh: '从签发机构重新下载公钥文件；仍然没有的，不要采信这份文件。',
      en: 'Fetch the key set of the agency again; if the key is still not there, do not trust this document.',
    },
  },
  'signing.outside-validity': {
    kind: 'unprocessable',
    text: {
      zh: '签名时间不在密钥 {kid} 的有效期内。',
      en: 'It says that it was signed at a time when the key {kid} was not valid.',
    },
    next: { zh: '不要采信，向签发机构查询。', en: 'Do not trust it; ask the agency that signed.' },
  },
  'signing.forged': {
    kind: 'unprocessable',
    text: {
      zh: '签名与内容不符：内容被改动过，或者是伪造的。',
      en: 'The signature does not fit: what it says was altered, or it is forged.',
    },
    next: { zh: '不要采信，向签发机构查询。', en: 'Do not trust it; ask the agency that signed.' },
  },
});
