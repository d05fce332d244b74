import { defineRefusals } from '#basics';

export const withdrawalRefusals = defineRefusals({
  'withdrawal.no-person': {
    kind: 'not-found',
    text: { zh: '没有找到这位参保人。', en: 'This insured person was not found.' },
    next: { zh: '请核对身份信息。', en: 'Check who it is.' },
  },
  'withdrawal.bad-input': {
    kind: 'bad-input',
    text: { zh: '填写的内容有误。', en: 'What was filled in is not right.' },
    next: { zh: '请按列出的问题逐项改正。', en: 'Correct everything that is listed.' },
  },
  'withdrawal.competing-case': {
    kind: 'conflict',
    text: {
      zh: '这个账户已被另一件办理占用：{number}。',
      en: 'Another case holds this account already: {number}.',
    },
    next: {
      zh: '请先办完或撤回那一件，再来申请。',
      en: 'Let that case be completed or withdrawn first, then apply again.',
    },
  },
  'withdrawal.not-open': {
    kind: 'unprocessable',
    text: {
      zh: '按现有记录，这个情形还不能支取；原因和办法已逐项列出。',
      en: 'On what is on record this ground does not allow a withdrawal yet; why, and what would help, is listed.',
    },
    next: {
      zh: '可以先按列出的办法办理。如果仍要申请并取得书面决定，请确认“仍要申请”。',
      en: 'Do what is listed first. To apply all the same and receive a written decision, confirm “apply anyway”.',
    },
  },
  'withdrawal.ground-by-successor': {
    kind: 'forbidden',
    text: { zh: '继承人只能按“参保人去世”申请。', en: 'A successor can apply on the ground of death only.' },
    next: { zh: '请改选“参保人去世”。', en: 'Choose the ground “death”.' },
  },
  'withdrawal.payee-not-insured': {
    kind: 'unprocessable',
    text: {
      zh: '收款账户必须是参保人本人的账户。',
      en: 'The account must be in the insured person’s own name.',
    },
    next: { zh: '请填写参保人本人的银行账户。', en: 'Name an account of the insured person.' },
  },
  'withdrawal.payee-name-changed': {
    kind: 'unprocessable',
    text: {
      zh: '更正账户时不能更换收款人；户名必须是已经批准的那一位。',
      en: 'A correction cannot change who is paid: the account must be in the name that was approved.',
    },
    next: {
      zh: '请填写同一收款人的账户。收款人本身有误的，请走更正程序。',
      en: 'Name an account of the same payee. Where the payee is wrong, the decision itself must be corrected.',
    },
  },
  'withdrawal.unknown-material': {
    kind: 'bad-input',
    text: { zh: '这个情形不需要材料“{material}”。', en: 'This ground asks for no paper “{material}”.' },
    next: { zh: '请从材料清单里选择。', en: 'Choose one of the papers on the list.' },
  },
  'withdrawal.nothing-missing': {
    kind: 'conflict',
    text: { zh: '没有缺少的材料。', en: 'No paper is missing.' },
    next: { zh: '可以继续审核。', en: 'Go on with the review.' },
  },
  'withdrawal.not-supported': {
    kind: 'unprocessable',
    text: {
      zh: '现有事实和材料不支持“{outcomeZh}”。',
      en: 'The facts and papers do not support “{outcomeEn}”.',
    },
    next: { zh: '请看列出的各项结论。', en: 'See the findings that are listed.' },
  },
  'withdrawal.facts-changed': {
    kind: 'conflict',
    text: {
      zh: '提出决定之后情况有了变化，原来的决定不再成立；这件已退回审核。变化已列出。',
      en: 'The facts changed after the decision was proposed and no longer support it; the case went back to review. What changed is listed.',
    },
    next: { zh: '由经办人重新审核。', en: 'The clerk reviews it again.' },
  },
  'withdrawal.rule-version-unknown': {
    kind: 'unavailable',
    text: {
      zh: '这件办理依据的规则版本（{ruleSet} {version}）不在现有的规则里。',
      en: 'The rule version of this case ({ruleSet} {version}) is not among the rules here.',
    },
    next: { zh: '请联系系统管理员。', en: 'Tell the administrator.' },
  },
  'withdrawal.no-rules': {
    kind: 'unavailable',
    text: { zh: '今天没有生效的规则。', en: 'No rules are in force today.' },
    next: { zh: '请联系系统管理员。', en: 'Tell the administrator.' },
  },
});

export type WithdrawalCode = keyof typeof withdrawalRefusals;
