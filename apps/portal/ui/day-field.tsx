import { useSay } from './language.tsx';
import { dayParts, type TypedDay } from './typed-day.ts';

export { dayTyped, dayWrong, impossible, noDay, type TypedDay, typedDay } from './typed-day.ts';

/** Three fields in the order in which the day is said in Chinese; nobody has to hunt in a calendar. */
export function DayField(field: {
  readonly id: string;
  readonly value: TypedDay;
  readonly problem: string | null;
  readonly onChange: (value: TypedDay) => void;
}) {
  const { id, value, problem, onChange } = field;
  const say = useSay();
  return (
    <div className={problem === null ? 'day' : 'day wrong'}>
      {problem !== null && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <div className="day-parts">
        {dayParts.map(({ part, label, length }) => (
          <label key={part} className={`day-part ${part}`}>
            <input
              id={part === 'year' ? id : `${id}-${part}`}
              inputMode="numeric"
              autoComplete="off"
              maxLength={length}
              value={value[part]}
              aria-invalid={problem !== null}
              aria-describedby={problem === null ? undefined : `${id}-problem`}
              onChange={({ currentTarget }) => onChange({ ...value, [part]: currentTarget.value })}
            />
            <span>{say(label)}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
