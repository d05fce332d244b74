import { defineRefusals } from '#basics';

/** Why the directory of agencies is not changed, or an agency is not found in it. */
export const partnersRefusals = defineRefusals({
  'partners.no-such-partner': {
    kind: 'not-found',
    text: {
      zh: '机构目录里没有地区 {region} 的机构。',
      en: 'The directory has no agency of region {region}.',
    },
    next: {
      zh: '请管理员先登记：suixing partners propose。',
      en: 'An administrator enters it first: `suixing partners propose`.',
    },
  },
  'partners.no-open-change': {
    kind: 'not-found',
    text: { zh: '没有这项待定的变更。', en: 'There is no such change that waits to be decided.' },
    next: { zh: '从待定变更清单里选择。', en: 'Choose it from the list of changes.' },
  },
  'partners.by-two': {
    kind: 'forbidden',
    text: { zh: '提出变更的人不能自己同意。', en: 'Who asked for a change cannot decide on it.' },
    next: { zh: '请另一位管理员办理。', en: 'Another administrator does it.' },
  },
  'partners.own-region': {
    kind: 'unprocessable',
    text: { zh: '本机构不是自己的往来机构。', en: 'This agency is no partner of its own.' },
    next: { zh: '核对地区代码。', en: 'Check the region.' },
  },
  'partners.bad-gateway': {
    kind: 'bad-input',
    text: {
      zh: '网关地址必须以 https 开头，不带用户名、密码、查询和片段。',
      en: 'The gateway’s address must begin with https and have no user, password, query or fragment.',
    },
    next: { zh: '改用 HTTPS 地址。', en: 'Give an HTTPS address.' },
  },
  'partners.bad-key': {
    kind: 'bad-input',
    text: {
      zh: '密钥编号不是它的指纹（RFC 7638），或者有效期有误。',
      en: 'The key’s id is not its thumbprint (RFC 7638), or its validity ends before it begins.',
    },
    next: {
      zh: '从对方的 /.well-known/suixing-keys.json 原样取用。',
      en: 'Take it as it stands in the partner’s /.well-known/suixing-keys.json.',
    },
  },
  'partners.no-such-key': {
    kind: 'not-found',
    text: { zh: '这家机构没有登记密钥 {kid}。', en: 'No key {kid} of this agency is in the directory.' },
    next: { zh: '查看这家机构的密钥清单。', en: 'Look at the agency’s keys in the directory.' },
  },
});
