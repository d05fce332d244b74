import type { Text } from '#basics';
import type { Facts } from '#business/registry/public';
import type { DecidedOption, Status } from '#engines/rules';

/** How an answer is summed up: what can be done, what is not clear yet, what stands in the way. */
export function explain(decided: readonly DecidedOption<Facts>[]): Text {
  const payout = decided.some(({ option }) => option.action === 'withdraw');
  if (decided.length === 0) return nothingOffered;
  let zh = '';
  let en = '';
  for (const status of order) {
    const names = namesOf(decided, status);
    if (names === null) continue;
    zh += `${lead[status].zh}${names.zh}。${tail[status].zh}`;
    en += `${en === '' ? '' : ' '}${lead[status].en}${names.en}.${tail[status].en}`;
  }
  return payout ? { zh, en } : { zh: zh + notAGround.zh, en: `${en} ${notAGround.en}` };
}

const order: readonly Status[] = ['open', 'undetermined', 'blocked'];

const lead: Readonly<Record<Status, Text>> = {
  open: { zh: '可以办理：', en: 'You can have this done: ' },
  undetermined: { zh: '现在还不能确定：', en: 'It cannot be told yet: ' },
  blocked: { zh: '现在还不能办理：', en: 'This is not possible for now: ' },
};

const tail: Readonly<Record<Status, Text>> = {
  open: { zh: '按列出的材料申请就可以。', en: ' Apply with the listed papers.' },
  undetermined: { zh: '把列出的问题补充清楚就能知道。', en: ' Answering the listed questions will tell.' },
  blocked: {
    zh: '没有满足的条件和解决办法写在下面。',
    en: ' What is not met, and what to do about it, is listed.',
  },
};

const notAGround: Text = {
  zh: '停止工作、换工作、迁户口，或者只是想用这笔钱，都不是取出个人账户的理由。钱一直是您自己的：本金和利息会结转，也可以继承。可以取出的情形是：退休后长期异地就医或离境定居，退休前出境定居，外国人离境回国，丧失中国国籍，去世后由继承人领取，以及转移时转入地不接收余额或不提供收款账户。',
  en: 'Stopping work, changing jobs, moving household or simply wanting the money are not grounds for taking it out. It stays yours: principal and interest are carried forward and can be inherited. It can be paid out after retirement with long-term treatment elsewhere or after leaving the country, on settling abroad before retirement, to a foreigner who goes home, on losing Chinese nationality, to the successors after a death, and where the receiving agency of a transfer refuses the balance or gives no account for it.',
};

const nothingOffered: Text = Object.freeze({
  zh: `按您说的情况，现在没有可以办理的事项。${notAGround.zh}`,
  en: `On what you told us, there is nothing to be done now. ${notAGround.en}`,
});

function namesOf(decided: readonly DecidedOption<Facts>[], status: Status): Text | null {
  let zh = '';
  let en = '';
  for (const one of decided) {
    if (one.status !== status) continue;
    const { name } = one.option;
    zh += zh === '' ? name.zh : `；${name.zh}`;
    en += en === '' ? name.en : `; ${name.en}`;
  }
  return zh === '' ? null : { zh, en };
}
