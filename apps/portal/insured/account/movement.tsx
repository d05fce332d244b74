import { type PlainDate, plainDate, type Text } from '#basics';
import { showDate, showDay } from '../../ui/dates.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { change } from '../../ui/money.tsx';
import { sentence } from '../../ui/sentence.ts';

/** One thing that moved an account: what for, when, how much. */
export function Movement(shown: {
  readonly entry: { readonly purposeName: Text; readonly effectiveOn: string; readonly changeFen: string };
  /** Whose year need not be said; null where that is not known. */
  readonly today: PlainDate | null;
}) {
  const { entry, today } = shown;
  const say = useSay();
  const language = useLanguage();
  const on = plainDate(entry.effectiveOn);
  return (
    <li>
      <b>{sentence(say(entry.purposeName))}</b>
      <span>{today ? showDay(on, language, today) : showDate(on, language)}</span>
      <em className={BigInt(entry.changeFen) > 0n ? 'in' : ''}>{change(entry.changeFen)}</em>
    </li>
  );
}
