import type { Text } from '#basics';
import { useSay } from '../ui/language.tsx';

/** What a waiver means, and that it is meant: said before it, signed in as by a link. */
export function Waiver(waiver: {
  readonly byRelative: boolean;
  readonly understood: boolean;
  readonly problem: string | null;
  readonly onChange: (understood: boolean) => void;
}) {
  const { byRelative, understood, problem, onChange } = waiver;
  const say = useSay();
  return (
    <>
      <ul className="plain small">
        <li>{say({ zh: '放弃以后，您不再领这笔钱。', en: 'After that you receive none of this money.' })}</li>
        <li>{say(takenBack)}</li>
        <li>{say({ zh: '不用替逝者还债。', en: 'You need not pay debts of the person who died.' })}</li>
        {byRelative ? (
          <li>
            {say({
              zh: '这个链接是家人转给您的，所以我们会再向您本人核实一次，核实以后才算数。',
              en: 'A relative passed this link on to you, so we ask you once more in person; only then does it count.',
            })}
          </li>
        ) : (
          <li>{say({ zh: '说了马上就算数。', en: 'It counts as soon as you have said it.' })}</li>
        )}
      </ul>
      {problem !== null && (
        <p className="problem" id="understood-problem">
          {problem}
        </p>
      )}
      <label className="check-opt">
        <input
          id="understood"
          type="checkbox"
          checked={understood}
          aria-describedby={problem === null ? undefined : 'understood-problem'}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
        <span>{say({ zh: '我明白，是我自己的决定', en: 'I understand; it is my own decision' })}</span>
      </label>
    </>
  );
}

/** Until when somebody may change their mind, and where. */
export const takenBack: Text = {
  zh: '分配之前要反悔，请尽快到窗口；分配之后，只有法院可以改。',
  en: 'If you change your mind before it is divided, come to a window soon. Afterwards only a court can change it.',
};

export const waiverOffered = {
  label: { zh: '我放弃自己的一份', en: 'I waive my share' },
  hint: { zh: '那一份由其他继承人按法律分', en: 'The other heirs share it by law' },
  confirms: { zh: '放弃我的一份', en: 'Waive my share' },
  understand: { zh: '请确认您明白放弃的意思', en: 'Confirm that you understand' },
} as const;
