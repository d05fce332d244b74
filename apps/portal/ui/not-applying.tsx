import type { Text } from '#basics';
import type { Offered } from './choices.tsx';
import type { Say } from './language.tsx';
import { WordsField } from './words-field.tsx';

/** Chosen in the place of a paper that is asked of some people only. */
export const notApplying = 'not-applying';

/** The choice, where the rule asks the paper of some people only, with the reason that is written below it; none where everybody needs it. */
export function notApplyingChoice(
  asked: {
    /** Of whom alone it is asked; null where everybody needs it. */
    readonly onlyFor: Text | null;
    readonly reason: string;
    readonly problem: string | null;
    readonly onReason: (reason: string) => void;
  },
  say: Say,
): readonly Offered[] {
  const { onlyFor, reason, problem, onReason } = asked;
  if (onlyFor === null) return [];
  return [
    {
      ...{ id: notApplying, label: say({ zh: '这一项对我不适用', en: 'It does not apply to me' }) },
      hint: say(
        {
          zh: '只有这些人要交：{who}。写明原因就行，经办人员会核对',
          en: 'Only needed from {who}. Say why it does not apply to you; an officer will check',
        },
        { who: say(onlyFor) },
      ),
      more: (
        <WordsField
          id="why-not"
          label={say({ zh: '为什么不适用', en: 'Why it does not apply' })}
          help={say({
            zh: '例如：从来没有在本市落过户。不要写证件号码',
            en: 'Such as: I was never registered in this city. Leave out identity numbers',
          })}
          value={reason}
          longest={500}
          {...{ problem }}
          onValue={onReason}
        />
      ),
    },
  ];
}

/** What is said where the reason is lacking. */
export const whyNotLacks: Text = { zh: '请写为什么不适用', en: 'Say why it does not apply' };
