import { defineRefusals } from '#basics';

export const caseworkRefusals = defineRefusals({
  'casework.no-case': {
    kind: 'not-found',
    text: { zh: '没有找到这个办理编号。', en: 'No case with this number was found.' },
    next: {
      zh: '请核对办理编号，受理回执上有。',
      en: 'Check the case number. It is on the receipt of the application.',
    },
  },
  'casework.unknown-action': {
    kind: 'bad-input',
    text: { zh: '这类办理没有“{action}”这一步。', en: 'This kind of case has no step “{action}”.' },
    next: { zh: '请从列出的步骤里选择。', en: 'Choose one of the steps listed.' },
  },
  'casework.not-declared': {
    kind: 'conflict',
    text: {
      zh: '数据库登记的办理流程里没有这一步，或者这一步不由这一方办理。',
      en: 'The database does not know this step of the procedure, or it is not this party’s to take.',
    },
    next: {
      zh: '刷新后从列出的步骤里选择；程序升级后出现，请运行 suixing db migrate。',
      en: 'Load the case again and choose one of the steps listed; after an upgrade, run `suixing db migrate`.',
    },
  },
  'casework.closed': {
    kind: 'conflict',
    text: {
      zh: '这件办理已经结束（{stateZh}），不能再“{actionZh}”。',
      en: 'This case is over ({stateEn}); “{actionEn}” is no longer possible.',
    },
    next: { zh: '如有需要，请另外提出申请。', en: 'Where needed, make a new application.' },
  },
  'casework.not-now': {
    kind: 'conflict',
    text: {
      zh: '现在是“{stateZh}”，还不能“{actionZh}”。',
      en: 'The case is at “{stateEn}”, where “{actionEn}” is not possible.',
    },
    next: { zh: '到“{whenZh}”时可以办理这一步。', en: 'It is possible at: {whenEn}.' },
  },
  'casework.not-yours': {
    kind: 'forbidden',
    text: { zh: '“{actionZh}”由{whoZh}办理。', en: '“{actionEn}” is done by: {whoEn}.' },
    next: { zh: '请转给有权办理的人。', en: 'Hand it to somebody who may do it.' },
  },
  'casework.already-done': {
    kind: 'conflict',
    text: {
      zh: '“{actionZh}”在一件办理中只能做一次，已经做过了。',
      en: '“{actionEn}” may be done once in a case, and has been done.',
    },
    next: { zh: '请查看办理经过。', en: 'See the history of the case.' },
  },
  'casework.need-missing': {
    kind: 'unprocessable',
    text: { zh: '还不能“{actionZh}”：{needZh}。', en: '“{actionEn}” is not possible yet: {needEn}.' },
    next: { zh: '办好列出的事项后再试。', en: 'Deal with what is listed, then try again.' },
  },
  'casework.changed-meanwhile': {
    kind: 'conflict',
    text: {
      zh: '您打开之后，别人已经办理过这件；您的这一步没有生效。',
      en: 'Somebody else has acted on this case since you opened it; your step had no effect.',
    },
    next: { zh: '请重新打开，看过新的情况后再办。', en: 'Open it again, look at what changed, then decide.' },
  },
  'casework.taken-by-other': {
    kind: 'conflict',
    text: {
      zh: '这件由{holderZh}（{holder}）在办，“{actionZh}”由其办理。',
      en: '{holderEn} ({holder}) has this case in hand; “{actionEn}” is theirs to do.',
    },
    next: {
      zh: '需要由您办理的，请先接手这件；经过里会记明。',
      en: 'To do it yourself, take the case over first; its history will say so.',
    },
  },
  'casework.has-it-already': {
    kind: 'conflict',
    text: { zh: '{holderZh}（{holder}）已经在办这件。', en: '{holderEn} ({holder}) has this case already.' },
    next: {
      zh: '不用再接手或交办，直接办理即可。',
      en: 'Nothing to take or hand over: simply go on with it.',
    },
  },
  'casework.nobody-has-it': {
    kind: 'conflict',
    text: { zh: '这件现在没有人在办。', en: 'Nobody has this case in hand.' },
    next: { zh: '可以直接接手。', en: 'Take it over.' },
  },
  'casework.no-such-clerk': {
    kind: 'unprocessable',
    text: { zh: '没有这位在岗的经办人员。', en: 'There is no clerk of this name at work.' },
    next: {
      zh: '请核对登录名，交给在岗的经办人员。',
      en: 'Check the login name, and hand it to a clerk who is at work.',
    },
  },
  'casework.maker-is-checker': {
    kind: 'forbidden',
    text: {
      zh: '经办人不能复核自己提出的决定。',
      en: 'The officer who proposed a decision cannot approve it.',
    },
    next: { zh: '请另一位复核人员办理。', en: 'Another reviewer must do it.' },
  },
  'casework.decided-before': {
    kind: 'forbidden',
    text: {
      zh: '参与过原决定的工作人员不能再审查对它的异议。',
      en: 'Whoever had a part in the decision cannot decide again after the objection to it.',
    },
    next: { zh: '请没有参与原决定的工作人员办理。', en: 'Officers who had no part in it must do it.' },
  },
  'casework.above-limit': {
    kind: 'forbidden',
    text: {
      zh: '这件要付 {amount} 元，超过您的审批额度 {limit} 元。',
      en: 'This would pay {amount} yuan, which is above your limit of {limit} yuan.',
    },
    next: { zh: '{whoZh}。', en: '{whoEn}.' },
  },
  'casework.no-decision': {
    kind: 'conflict',
    text: { zh: '没有等待复核的决定。', en: 'There is no decision waiting for approval.' },
    next: { zh: '请先由经办人提出决定。', en: 'A clerk proposes one first.' },
  },
  'casework.unknown-material': {
    kind: 'bad-input',
    text: { zh: '这件办理不需要材料“{material}”。', en: 'This case asks for no paper “{material}”.' },
    next: { zh: '请从材料清单里选择。', en: 'Choose one of the papers on the list.' },
  },
  'casework.bad-reference': {
    kind: 'bad-input',
    text: {
      zh: '材料要写明编号，不超过 120 个字。',
      en: 'A paper needs its reference, 120 characters at most.',
    },
    next: { zh: '请填写材料归档的编号。', en: 'Give the number under which the paper is filed.' },
  },
  'casework.nothing-missing': {
    kind: 'conflict',
    text: { zh: '没有缺少的材料，不用再要。', en: 'No paper is missing, so there is nothing to ask for.' },
    next: { zh: '可以继续审核。', en: 'Go on with the review.' },
  },
  'casework.not-supported': {
    kind: 'unprocessable',
    text: {
      zh: '按现有事实和材料，不能提出“{outcomeZh}”。',
      en: 'On the facts and papers as they are, “{outcomeEn}” cannot be proposed.',
    },
    next: { zh: '请看列出的各项结论。', en: 'See the findings that are listed.' },
  },
  'casework.facts-changed': {
    kind: 'conflict',
    text: {
      zh: '提出决定之后情况变了，这件已退回经办重新审核；变化已列出。',
      en: 'What the decision rested on has changed since it was proposed; the case went back to the clerk. What changed is listed.',
    },
    next: { zh: '由经办人重新审核。', en: 'The clerk reviews it again.' },
  },
  'casework.reason-missing': {
    kind: 'bad-input',
    text: { zh: '没有写明退回的原因。', en: 'The reason for returning it is missing.' },
    next: {
      zh: '请写明原因，让经办人知道要改什么。',
      en: 'Say why, so that the clerk knows what to change.',
    },
  },
});

export type CaseworkCode = keyof typeof caseworkRefusals;
