import { defineRefusals } from '#basics';

/** Why nobody is told, or nothing is subscribed to. */
export const webhooksRefusals = defineRefusals({
  'webhooks.no-such-webhook': {
    kind: 'not-found',
    text: { zh: '没有这个订阅，或者不是您的。', en: 'There is no such webhook, or it is not yours.' },
    next: { zh: '从订阅清单里选择。', en: 'Choose it from the list of webhooks.' },
  },
  'webhooks.bad-events': {
    kind: 'bad-input',
    text: { zh: '环节写法有误。', en: 'The steps are not written as they have to be.' },
    next: {
      zh: '写作 *、withdrawal.* 或 withdrawal.confirm-paid；环节名称见 docs/processes。',
      en: 'Write *, withdrawal.* or withdrawal.confirm-paid; docs/processes names the steps.',
    },
  },
  'webhooks.bad-url': {
    kind: 'bad-input',
    text: {
      zh: '接收地址必须以 https 开头，不带用户名、密码和片段。',
      en: 'The address must begin with https and have no user, password or fragment.',
    },
    next: { zh: '改用 HTTPS 地址。', en: 'Give an HTTPS address.' },
  },
  'webhooks.no-such-host': {
    kind: 'unprocessable',
    text: { zh: '找不到接收地址的主机。', en: 'The address’s host cannot be found.' },
    next: { zh: '核对域名后再试。', en: 'Check the name and try again.' },
  },
  'webhooks.private-address': {
    kind: 'unprocessable',
    text: {
      zh: '接收地址在内部网络，不能使用。',
      en: 'The address lies in a private network and is not called.',
    },
    next: {
      zh: '使用公网地址；确需内网的，请管理员在 SUIXING_WEBHOOK_NETWORKS 中列出该网段。',
      en: 'Use a public address, or have the network named in SUIXING_WEBHOOK_NETWORKS by whoever runs the agency.',
    },
  },
});
