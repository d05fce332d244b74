import type { Text } from '#basics';
import type { ToldRule } from './told-rules.ts';

export function within(moves: boolean): Text {
  return moves
    ? { zh: '转出地受理后 {n} 个工作日内转出。', en: 'Sent on within {n} working days of acceptance.' }
    : {
        zh: '材料齐全、受理后 {n} 个工作日内到账。',
        en: 'Paid within {n} working days of a complete application.',
      };
}

/** Who gets the money; never anybody else. */
export function paidTo({ payee, moves }: Pick<ToldRule, 'payee' | 'moves'>): Text {
  if (moves)
    return {
      zh: '余额转给新参保地的经办机构，记入您在那里的个人账户。',
      en: 'To the agency of the new place, for your account there.',
    };
  if (payee === 'successors')
    return {
      zh: '按份额付给各位继承人本人的银行账户。',
      en: 'To each heir’s own bank account, by their shares.',
    };
  return {
    zh: '全部余额，连同利息，一次付到您本人的银行账户。',
    en: 'The whole balance with its interest, in one sum, to your own bank account.',
  };
}

/** What becomes of the insurance here. */
export function followsOf({ relationship, moves }: Pick<ToldRule, 'relationship' | 'moves'>): Text {
  if (moves)
    return {
      zh: '转出受理后，您在{city}的医保关系结束；新地方不收余额的，余额可以发给您本人。',
      en: 'Once the transfer is accepted, your cover in {city} ends. A balance that the new place does not take can be paid to you.',
    };
  if (relationship === 'continues')
    return { zh: '在{city}的医保关系不变。', en: 'The cover in {city} stays as it is.' };
  if (relationship === 'ends') return { zh: '在{city}的医保关系结束。', en: 'The cover in {city} ends.' };
  return { zh: '医保关系已经转走，不受影响。', en: 'The cover has moved already; nothing changes.' };
}

/** Names of grounds begin small, as they stand in sentences. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
