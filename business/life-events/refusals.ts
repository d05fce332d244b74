import { defineRefusals } from '#basics';

export const lifeEventsRefusals = defineRefusals({
  'life-events.no-person': {
    kind: 'not-found',
    text: { zh: '没有找到这位参保人。', en: 'This insured person was not found.' },
    next: { zh: '请核对证件号码或者个人编号。', en: 'Check the identity number or the person’s id.' },
  },
  'life-events.not-yours': {
    kind: 'forbidden',
    text: { zh: '“{nameZh}”不由您申报。', en: '“{nameEn}” is not yours to report.' },
    next: {
      zh: '请由单位、本人或者窗口办理；谁可以申报写在办事说明里。',
      en: 'The employer, the person or the window does it; the description of the service says who.',
    },
  },
  'life-events.already-open': {
    kind: 'conflict',
    text: {
      zh: '同一事项已经在办：{number}。',
      en: 'The same matter is under way already: {number}.',
    },
    next: { zh: '请在那一件里补材料或者撤回它。', en: 'Add papers to that case, or take it back.' },
  },
  'life-events.open-elsewhere': {
    kind: 'conflict',
    text: {
      zh: '这位职工的同一事项已经在办，不是由本单位申报的。',
      en: 'The same matter of this person is under way already, and it was not you who reported it.',
    },
    next: {
      zh: '请等那一件办结，或者向经办窗口了解。',
      en: 'Wait until that case is over, or ask at the agency’s window.',
    },
  },
  'life-events.not-open': {
    kind: 'unprocessable',
    text: {
      zh: '按现有记录还不能办；原因和办法已逐项列出。',
      en: 'On what is on record it cannot be done yet; why, and what would help, is listed.',
    },
    next: {
      zh: '可以先按列出的办法办理。如果仍要申请并取得书面决定，请确认“仍要申请”。',
      en: 'Do what is listed first. To apply all the same and receive a written decision, confirm “apply anyway”.',
    },
  },
  'life-events.draft-newer': {
    kind: 'conflict',
    text: {
      zh: '这份备案在别处存过更新的一版（第 {version} 版，{savedAt}），或者已经提交；您的没有存。',
      en: 'A newer version of this filing was saved elsewhere (version {version}, {savedAt}), or it was handed in; yours was not saved.',
    },
    next: {
      zh: '更新的一版随此答复给出；请在它上面继续填写。',
      en: 'The newer version comes with this answer; go on from it.',
    },
  },
  'life-events.filing-incomplete': {
    kind: 'unprocessable',
    text: {
      zh: '备案还没有填完，缺的已逐项列出。',
      en: 'The filing is not complete; what it lacks is listed.',
    },
    next: { zh: '请补上再提交。', en: 'Fill that in and send it.' },
  },
  'life-events.not-your-employer': {
    kind: 'not-found',
    text: {
      zh: '本单位的名单上没有这个人，或者没有这份申报。',
      en: 'This person is not on your roster, or there is no such report of yours.',
    },
    next: { zh: '请从本单位的职工名单里选择。', en: 'Choose from the roster of your own staff.' },
  },
  'life-events.reported-of-another': {
    kind: 'conflict',
    text: {
      zh: '单位申报的是另一个人：当时两份登记合并在一起，现在合并已经撤销。',
      en: 'The employer reported somebody else: the two records were merged then, and the merge was undone.',
    },
    next: {
      zh: '这件不予减员；请单位重新申报本人。',
      en: 'Refuse this case; the employer reports the person anew.',
    },
  },
  'life-events.not-on-roster': {
    kind: 'conflict',
    text: {
      zh: '申报的人里有的不在本单位的名单上，已逐个列出；谁都还没有申报。',
      en: 'Some of those reported are not on your roster; each is listed. Nobody is reported yet.',
    },
    next: {
      zh: '请去掉列出的人，再申报其余的人。',
      en: 'Leave out whoever is listed and report the others.',
    },
  },
  'life-events.report-wrong': {
    kind: 'bad-input',
    text: {
      zh: '申报的内容有误，已逐项列出。',
      en: 'Something in the report is wrong; each item is listed.',
    },
    next: { zh: '请按列出的每一项改正。', en: 'Correct each of the listed items.' },
  },
  'life-events.rule-version-unknown': {
    kind: 'unavailable',
    text: {
      zh: '这件办理依据的规则版本（{ruleSet} {version}）不在现有的规则里。',
      en: 'The rule version of this case ({ruleSet} {version}) is not among the rules here.',
    },
    next: { zh: '请联系系统管理员。', en: 'Tell the administrator.' },
  },
});

export type LifeEventsCode = keyof typeof lifeEventsRefusals;
