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
  'withdrawal.competing-case-of-another': {
    kind: 'conflict',
    text: {
      zh: '别人已经就这个账户提出申请，正在办理。',
      en: 'Somebody else has applied for this account already, and the case is under way.',
    },
    next: {
      zh: '那一件办完以后才能继续；您的权利不因此受影响，可以向经办机构说明。',
      en: 'It can go on once that case is over; your rights are not affected, and you can tell the agency of them.',
    },
  },
  'withdrawal.draft-newer': {
    kind: 'conflict',
    text: {
      zh: '这份草稿在别处存过更新的一版（第 {version} 版，{savedAt}），您的没有存。',
      en: 'A newer version of this draft was saved elsewhere (version {version}, {savedAt}); yours was not saved.',
    },
    next: {
      zh: '更新的一版随此答复给出；请在它上面继续填写。',
      en: 'The newer version comes with this answer; go on from it.',
    },
  },
  'withdrawal.no-draft': {
    kind: 'not-found',
    text: {
      zh: '没有这份草稿，或者已经提交、删除、到期。',
      en: 'There is no such draft, or it was handed in, discarded or has expired.',
    },
    next: {
      zh: '请从草稿清单里选择，或者重新开始。',
      en: 'Choose one of the list of drafts, or begin anew.',
    },
  },
  'withdrawal.draft-incomplete': {
    kind: 'unprocessable',
    text: {
      zh: '草稿还不能提交，要补的已全部列出。',
      en: 'The draft cannot be handed in yet; everything that is missing is listed.',
    },
    next: { zh: '补齐以后再提交。', en: 'Fill it in, then hand it in.' },
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
    text: { zh: '继承人只能按“参保人去世”申请。', en: 'An heir can apply on the ground of death only.' },
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
  'withdrawal.asked-already': {
    kind: 'conflict',
    text: {
      zh: '所缺的材料已经一次告知过，不能再要；只有交来而不合用的材料可以要求重交。',
      en: 'Everything missing was asked for before and cannot be asked for again; only papers that were handed in and do not serve can.',
    },
    next: {
      zh: '请写明哪一份不合用及原因；期限过后可以按现有材料决定，或者终止。',
      en: 'Name the paper that does not serve, with the reason; once the time has passed, decide on what is there, or close it.',
    },
  },
  'withdrawal.not-handed-in': {
    kind: 'unprocessable',
    text: {
      zh: '材料“{material}”还没有交来，谈不上不合用。',
      en: 'The paper “{material}” was not handed in, so it cannot have been found not to serve.',
    },
    next: { zh: '没有交来的材料会自动列入告知。', en: 'Papers that are missing are listed by themselves.' },
  },
  'withdrawal.changed-since-approval': {
    kind: 'conflict',
    text: {
      zh: '批准之后情况有了变化，现在不能结清；变化已列出。',
      en: 'The facts changed after the approval, so it cannot be settled now; what changed is listed.',
    },
    next: { zh: '请先把列出的情况办理清楚。', en: 'Have what is listed put right first.' },
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
