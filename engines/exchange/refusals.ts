import { defineRefusals } from '#basics';

/** Why a message between agencies is not accepted, and what stands in a clerk's queue. Partners read these codes. */
export const exchangeRefusals = defineRefusals({
  'exchange.too-large': {
    kind: 'too-large',
    text: { zh: '报文超过 256 KB。', en: 'The message is larger than 256 KB.' },
    next: { zh: '请缩小后重新签名发送。', en: 'Make it smaller, sign it again and send it.' },
  },
  'exchange.not-signed': {
    kind: 'bad-input',
    text: {
      zh: '这不是一份签名报文，或者写法不唯一：须为紧凑式 JWS，头部恰为 alg、kid、typ。',
      en: 'This is no signed message, or it is not written in the one way: a compact JWS whose header is exactly alg, kid and typ.',
    },
    next: {
      zh: '按 docs/exchange 的说明重新生成。',
      en: 'Make it again as docs/exchange describes.',
    },
  },
  'exchange.not-canonical': {
    kind: 'bad-input',
    text: {
      zh: '报文内容不是 RFC 8785 规定的规范 JSON。',
      en: 'The message is not the canonical JSON of RFC 8785.',
    },
    next: {
      zh: '按 RFC 8785 重新生成并签名。',
      en: 'Write it as RFC 8785 says, sign it again and send it.',
    },
  },
  'exchange.bad-envelope': {
    kind: 'bad-input',
    text: { zh: '报文信封不合格。', en: 'The envelope of the message is not as it must be.' },
    next: {
      zh: '改正列出的各项后重新签名发送。',
      en: 'Put right what is listed, sign it again and send it.',
    },
  },
  'exchange.unknown-type': {
    kind: 'unprocessable',
    text: { zh: '没有报文类型 {type}。', en: 'There is no message type {type}.' },
    next: { zh: '类型见 docs/exchange。', en: 'docs/exchange lists the types.' },
  },
  'exchange.bad-body': {
    kind: 'unprocessable',
    text: { zh: '报文正文不合格。', en: 'The body of the message is not as it must be.' },
    next: {
      zh: '改正列出的各项，用新的编号和序号发送。',
      en: 'Put right what is listed and send it with another id and the next sequence.',
    },
  },
  'exchange.unknown-partner': {
    kind: 'unauthenticated',
    text: { zh: '发送机构不在机构目录里。', en: 'The sender is not in the directory of agencies.' },
    next: {
      zh: '先由双方管理员登记机构和公钥。',
      en: 'The administrators of both agencies enter each other and their keys first.',
    },
  },
  'exchange.partner-suspended': {
    kind: 'forbidden',
    text: { zh: '与发送机构的往来已暂停。', en: 'Exchange with the sender is suspended.' },
    next: { zh: '请与本机构联系。', en: 'Get in touch with this agency.' },
  },
  'exchange.unknown-key': {
    kind: 'unauthenticated',
    text: {
      zh: '签名用的密钥不是发送机构登记的密钥。',
      en: 'It was signed with a key that is not one of the sender’s.',
    },
    next: { zh: '先登记新的公钥，再发送。', en: 'Have the new key entered in the directory, then send it.' },
  },
  'exchange.key-not-valid': {
    kind: 'unauthenticated',
    text: {
      zh: '签名用的密钥在签名时无效。',
      en: 'The key that signed it was not valid at that time.',
    },
    next: { zh: '用有效的密钥重新签名。', en: 'Sign it with a key that is valid.' },
  },
  'exchange.forged': {
    kind: 'unauthenticated',
    text: { zh: '签名与内容不符。', en: 'The signature does not fit what it signs.' },
    next: { zh: '核对签名用的密钥和内容。', en: 'Check the key and the text that was signed.' },
  },
  'exchange.clock': {
    kind: 'forbidden',
    text: {
      zh: '发送时间比这里的时钟早九十天以上或晚五分钟以上，或者无法读取。',
      en: 'Its time of sending is more than ninety days ago, more than five minutes ahead of the clock here, or unreadable.',
    },
    next: { zh: '校准时钟后重新签名发送。', en: 'Set the clock, sign it again and send it.' },
  },
  'exchange.too-many': {
    kind: 'too-many',
    text: { zh: '发送太频繁。', en: 'Too many messages at once.' },
    next: { zh: '请 {seconds} 秒后再发。', en: 'Send it again in {seconds} seconds.' },
  },
  'exchange.not-for-us': {
    kind: 'forbidden',
    text: { zh: '收件机构不是本机构。', en: 'It is addressed to another agency.' },
    next: { zh: '核对收件机构和网关地址。', en: 'Check the receiver and the address of its gateway.' },
  },
  'exchange.contradicts': {
    kind: 'conflict',
    text: {
      zh: '同一编号或同一序号已有内容不同的报文。',
      en: 'Another message with the same id, or with the same place in this transfer, is here already.',
    },
    next: {
      zh: '由两家机构的经办人核对哪一份为准；改正请用新的编号和序号。',
      en: 'Clerks of both agencies find out which one counts; a correction takes another id and the next sequence.',
    },
  },
  'exchange.anothers-transfer': {
    kind: 'forbidden',
    text: {
      zh: '这笔转移属于另外一家机构。',
      en: 'This transfer is with another agency.',
    },
    next: { zh: '核对转移编号。', en: 'Check the id of the transfer.' },
  },
  'exchange.bad-receipt': {
    kind: 'unprocessable',
    text: {
      zh: '对方的回执不合格，或者说的不是这份报文。',
      en: 'The partner’s receipt is not as it must be, or speaks of another message.',
    },
    next: { zh: '与对方机构联系后重新发送。', en: 'Get in touch with the partner, then send it again.' },
  },
  'exchange.changed-meanwhile': {
    kind: 'conflict',
    text: {
      zh: '这份报文的状态刚刚变了。',
      en: 'This message stands otherwise by now.',
    },
    next: { zh: '刷新后再试。', en: 'Look again, then try again.' },
  },
  'exchange.no-such-item': {
    kind: 'not-found',
    text: { zh: '队列里没有 {item}。', en: 'There is no {item} in the queue.' },
    next: { zh: '编号见报文队列。', en: 'The queue of messages lists the ids.' },
  },
  'exchange.no-gateway': {
    kind: 'unprocessable',
    text: {
      zh: '对方机构没有网关，只能用纸质往来。',
      en: 'The partner has no gateway and is reached on paper only.',
    },
    next: { zh: '请打印函件寄出。', en: 'Print the letter and post it.' },
  },
});
