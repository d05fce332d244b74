import type { PlainDate, Text } from '#basics';
import { lawsuitMonths, reconsiderationDays, regionPack, valueOn } from '#law';

/** What can be done against a decision of this agency, in one sentence (Social Insurance Law, article 83). */
export function remedyWords(region: string, on: PlainDate): Text {
  const { reconsideredBy, court } = regionPack(region);
  const days = valueOn(reconsiderationDays, on)?.value ?? 0;
  const months = valueOn(lawsuitMonths, on)?.value ?? 0;
  return {
    zh: `不服的，可以自知道之日起 ${days} 日内向${reconsideredBy.zh}申请行政复议，或者 ${months} 个月内向${court.zh}起诉。`,
    en: `If you do not agree, you may within ${days} days ask ${reconsideredBy.en} for reconsideration, or sue within ${months} months in ${court.en}.`,
  };
}
