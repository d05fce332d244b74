import { defineRefusals } from '#basics';

/** Why the conformance kit or the played partner cannot begin. */
export const partnerRefusals = defineRefusals({
  'partner.bad-key-file': {
    kind: 'bad-input',
    text: { zh: '{file} 不是测试套件的密钥文件。', en: '{file} is no key file of the kit.' },
    next: {
      zh: '用 suixing conformance --prepare 新建一份。',
      en: 'Make one with `suixing conformance --prepare`.',
    },
  },
  'partner.no-keys': {
    kind: 'bad-input',
    text: { zh: '没有密钥文件 {file}。', en: 'There is no key file {file}.' },
    next: {
      zh: '先运行 suixing conformance --prepare --keys {file}，把打印出来的机构和公钥登记到对方。',
      en: 'Run `suixing conformance --prepare --keys {file}` and enter the agencies and keys that it prints at the target.',
    },
  },
  'partner.port-in-use': {
    kind: 'unavailable',
    text: { zh: '端口 {port} 已被另一个程序占用。', en: 'Port {port} is in use by another program.' },
    next: {
      zh: '用 --listen 换一个端口。演示里 4404 和 4504 是两个真实机构的网关，成都（510100）不必再扮演。',
      en: 'Choose another with --listen. In a demo 4404 and 4504 are the gateways of its two real agencies: Chengdu (510100) need not be played any more.',
    },
  },
  'partner.bad-person': {
    kind: 'bad-input',
    text: {
      zh: '文件里的人不合联系函的格式。',
      en: 'The person in the file is not as a contact letter has one.',
    },
    next: {
      zh: '按 docs/exchange/examples/contact-letter.json 的 person 填写。',
      en: 'Write it like `person` in docs/exchange/examples/contact-letter.json.',
    },
  },
  'partner.no-target': {
    kind: 'bad-input',
    text: { zh: '没有给出网关地址。', en: 'No gateway was named.' },
    next: { zh: '写上网关地址，或者用 --self。', en: 'Give the gateway’s address, or --self.' },
  },
  'partner.no-target-keys': {
    kind: 'unavailable',
    text: {
      zh: '{url} 没有在 /.well-known/suixing-keys.json 公布公钥，无法核对回执。',
      en: '{url} publishes no keys at /.well-known/suixing-keys.json, so no receipt can be checked.',
    },
    next: { zh: '核对地址，或者先启动网关。', en: 'Check the address, or start the gateway first.' },
  },
});
