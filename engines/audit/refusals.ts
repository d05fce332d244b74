import { defineRefusals } from '#basics';

/** Why something is not sealed, and why a proof is not accepted. */
export const auditRefusals = defineRefusals({
  'audit.seal-broken': {
    kind: 'conflict',
    text: {
      zh: '第 {number} 号封存的签名无效，不在它后面继续封存。',
      en: 'Seal {number} does not hold, and nothing is sealed on top of it.',
    },
    next: {
      zh: '运行 suixing verify --seals 查明改动；如果只是缺少签名密钥文件，请放回。',
      en: 'Run `suixing verify --seals` to find what was altered; if a signing key file is missing, put it back.',
    },
  },
  'audit.seal-not-next': {
    kind: 'conflict',
    text: {
      zh: '这份封存接不上数据库里的最后一份：编号、日期、范围或前一份的哈希不对。',
      en: 'This seal does not follow the last one of the database: its number, day, range or the hash of the one before.',
    },
    next: {
      zh: '再运行一次 suixing seal；若仍这样，运行 suixing verify --seals。',
      en: 'Run `suixing seal` again; if it stays so, run `suixing verify --seals`.',
    },
  },
  'audit.not-a-seal': {
    kind: 'unprocessable',
    text: { zh: '这份签名文本不是封存。', en: 'This signed statement is no seal.' },
    next: { zh: '请取得封存文件（seal-….jws）。', en: 'Get the file of a seal (seal-….jws).' },
  },
  'audit.no-such-record': {
    kind: 'not-found',
    text: { zh: '没有这条可证明的记录。', en: 'There is no such record to prove.' },
    next: {
      zh: '编号的写法见 suixing prove --help；suixing chain 列出一个人的全部记录。',
      en: 'Write it as source:id, such as record:psn_…/3; `suixing chain` lists those of a person.',
    },
  },
  'audit.not-sealed-yet': {
    kind: 'conflict',
    text: { zh: '这条记录还没有封存。', en: 'This record is not sealed yet.' },
    next: {
      zh: '封存每天一次，请明天再试；管理员也可以运行 suixing seal --again。',
      en: 'Seals are made once a day; try again tomorrow, or an administrator runs `suixing seal --again`.',
    },
  },
  'audit.record-altered': {
    kind: 'conflict',
    text: {
      zh: '这条记录或同一封存里的其他记录与当时封存的不同，无法出具证明。',
      en: 'This record, or another of the same seal, is not what was sealed, so nothing can be proved of it.',
    },
    next: {
      zh: '运行 suixing verify --seals 查明改动。',
      en: 'Run `suixing verify --seals` to find what was altered.',
    },
  },
  'audit.unknown-document': {
    kind: 'bad-input',
    text: {
      zh: '看不出这是哪一种签发的文件。',
      en: 'This is no sort of signed document that is known here.',
    },
    next: {
      zh: '检查文件是否完整；可以核验的有：{types}。',
      en: 'Check that the file is whole; what can be checked: {types}.',
    },
  },
  'audit.proof-broken': {
    kind: 'unprocessable',
    text: {
      zh: '这份证明不成立：{what}。',
      en: 'This proof does not hold: {what}.',
    },
    next: { zh: '不要采信，向签发机构查询。', en: 'Do not trust it; ask the agency that issued it.' },
  },
});
