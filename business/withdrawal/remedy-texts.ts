import { addDays, addMonths, type PlainDate, type Text } from '#basics';
import { lawsuitMonths, objectionDays, reconsiderationDays, regionPack, valueOn } from '#law';

/** What can be done against a decision, in words: the same in the case as in the letter. */

/** The last day for an objection to a decision that is told on a day. */
export function lastDayToObject(on: PlainDate): PlainDate {
  return addDays(on, valueOn(objectionDays, on)?.value ?? 0);
}

/** The agency's own second look, by two other officers. */
export function objectionUntil(until: PlainDate): Text {
  return {
    zh: `可以在 ${until} 以前凭办理编号向本机构提出异议（登录后办理，或者到窗口），由另外两名工作人员重新审查。`,
    en: `You may object to this agency by ${until}, giving the case number, online or at the window; two other officers then decide again.`,
  };
}

/** The same of an approval that is not settled yet. */
export function objectionOnceSettled(on: PlainDate): Text {
  const { zh, en } = objectionTimes(valueOn(objectionDays, on)?.value ?? 0).payment;
  return {
    zh: `要向本机构提出异议的，${zh}；届时告知最后一天。`,
    en: `You may object to this agency ${en}; you are then told the last day.`,
  };
}

/**
 * Until when an objection to this agency is taken, by what is objected to: as letters, the page of a case and the page of help say
 * it. A payment has its days from the settlement, when its amount is known.
 */
export function objectionTimes(days: number): Readonly<Record<'refusal' | 'payment' | 'share', Text>> {
  return {
    refusal: { zh: `收到决定书之日起 ${days} 天内提出`, en: `within ${days} days of receiving the decision` },
    payment: {
      zh: `账户结清之日起 ${days} 天内提出，结清以前还不能提`,
      en: `within ${days} days from the day on which the account is settled, and not before that day`,
    },
    share: shareObjection,
  };
}

/** Each heir objects to shares, and not to the payment as a whole. */
export const shareObjection: Text = {
  zh: '决定前后都可以提出，到这一份的款项交给银行为止',
  en: 'before the decision or after it, until the money of that share is handed to the bank',
};

/**
 * SI Law art. 83 and Handling Regulations art. 52, with the times that the procedural laws leave and whom the region names. A
 * letter says "today"; what is read on a later day names the day on which the decision was told.
 */
export function remediesFrom(on: PlainDate, region: string, read: 'that-day' | 'later' = 'that-day'): Text[] {
  const { reconsideredBy, court } = regionPack(region);
  const days = valueOn(reconsiderationDays, on)?.value ?? 0;
  const months = valueOn(lawsuitMonths, on)?.value ?? 0;
  const [reconsidered, sued] = [addDays(on, days), addMonths(on, months)];
  // A letter is the decision itself; a page speaks of the letter.
  const ofDecision =
    read === 'that-day' ? { zh: '本决定', en: 'this decision' } : { zh: '决定书', en: 'the decision letter' };
  const received =
    read === 'that-day'
      ? { zh: '今天收到的', en: 'Received today' }
      : { zh: `${on} 收到的`, en: `Received on ${on}` };
  return [
    {
      zh: `自收到${ofDecision.zh}之日起 ${days} 日内，可以向${reconsideredBy.zh}申请行政复议。${received.zh}，到 ${reconsidered} 为止。`,
      en: `Within ${days} days of receiving ${ofDecision.en} you may ask ${reconsideredBy.en} for administrative reconsideration. ${received.en}, that is until ${reconsidered}.`,
    },
    {
      zh: `也可以自收到之日起 ${months} 个月内，直接向${court.zh}提起行政诉讼。${received.zh}，到 ${sued} 为止。`,
      en: `Or within ${months} months of receiving it you may sue in ${court.en}. ${received.en}, that is until ${sued}.`,
    },
  ];
}
