import type { Text } from '#basics';
import type { LetterContent } from '#business/letters';
import { type MissingThing, missingThings } from '../messages/missing-things.ts';
import type { TransferPerson } from '../messages/person.ts';
import type { Reminder } from '../messages/reminder.ts';
import { agencyOf, bareContent, bareForm, clausesOf, personRows, row, section } from './parts.ts';
import type { Between } from './write-contact-letter.ts';

interface Asked extends Between {
  readonly person: TransferPerson;
  /** Our own case, so that the answer names it. */
  readonly caseNumber: string;
  /** On paper the time runs from the day of posting; null where the day stands in the message. */
  readonly workingDays: number | null;
  /** What the other agency has to know besides. */
  readonly remark: Text | null;
}

/** 催办函: exactly what is missing, until when, and what follows. */
export function writeReminder(reminder: Reminder, asked: Asked): LetterContent {
  const { to, person, caseNumber, remark } = asked;
  const { missing, count } = reminder;
  return {
    ...bareContent,
    to: agencyOf(to),
    opening: {
      zh: `下列参保人员的转移接续，还缺你机构的下列材料，请尽快答复。${remark?.zh ?? ''}`,
      en: `For the transfer of the person below we still need the following from you.${remark ? ` ${remark.en}` : ''}`,
    },
    lists: [
      {
        title: { zh: '还缺', en: 'Still missing' },
        items: missing.map((thing) => ({ text: missingThings[thing], note: null })),
      },
    ],
    clauses: clausesOf(['TRANSFER-FLOW']),
    closing: closingOf(missing),
    form: bareForm({
      sections: [
        section({ zh: '参保人员', en: 'Person' }, personRows(person)),
        section(count <= 1 ? { zh: '要求', en: 'Request' } : { zh: '催办', en: 'Reminder' }, [
          row({ zh: '本机构办理编号', en: 'Our case' }, caseNumber, true),
          row({ zh: '第几次催办', en: 'Reminder number' }, whichOne(count)),
          row({ zh: '答复期限', en: 'Answer by' }, untilOf(reminder, asked)),
        ]),
      ],
    }),
  };
}

/** The message counts how often something was asked for, the first time as one; a person counts the reminders that came after it. */
function whichOne(count: number): Text {
  if (count <= 1) return { zh: '首次要求，尚未催办', en: 'asked for the first time, no reminder yet' };
  return {
    zh: `第 ${count - 1} 次（连同首次要求共 ${count} 次）`,
    en: `${count - 1} (asked ${count} times, the first request included)`,
  };
}

function untilOf({ answerBy }: Reminder, { workingDays }: Asked): Text | string {
  if (workingDays === null) return answerBy;
  return {
    zh: `寄出之日起 ${workingDays} 个工作日内`,
    en: `within ${workingDays} working days of posting`,
  };
}

function closingOf(missing: readonly MissingThing[]): Text {
  if (missing.includes('receiving-account'))
    return {
      zh: '不接收余额的，请书面说明。经催办到期仍未答复的，余额由本机构一次性支付给参保人。',
      en: 'If you do not take the balance, please state so in writing. Without an answer after a reminder and its time, we pay it out to the person.',
    };
  return {
    zh: '答复时请写明本机构办理编号；已经寄出的，请告知寄出日期。',
    en: 'Please name our case in your answer; if it is on its way, tell us when it was posted.',
  };
}
