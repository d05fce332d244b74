import type { Text } from '#basics';
import { transferMessages } from '../messages/catalogue.ts';
import type { PartnerWord } from './partner-words.store.ts';

/**
 * What people call a message of the other agency: a certificate travels as a reminder of the contact letter, and so does what is
 * asked for the first time, though neither reminds of anything.
 */
export function wordName(
  { type, messageId }: Pick<PartnerWord, 'type' | 'messageId'>,
  done: readonly { readonly action: string; readonly data: Readonly<Record<string, unknown>> }[],
): Text {
  const by = type === 'reminder' ? done.find(({ data }) => data.messageId === messageId) : undefined;
  if (by?.action === 'announce') return announcement;
  return by?.action === 'reminded' && by.data.count === 1 ? firstRequest : transferMessages[type].name;
}

const announcement: Text = { zh: '参保凭证（告知转移）', en: 'Insurance certificate (announcement)' };
const firstRequest: Text = { zh: '来函索取所缺材料', en: 'Request for what is missing' };
