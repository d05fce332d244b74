/** Several lines to fill in, in somebody's own words: what it is above, help between, what is wrong beside it. */
export function WordsField(field: {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly value: string;
  readonly longest: number;
  readonly problem: string | null;
  readonly onValue: (value: string) => void;
}) {
  const { id, label, help, value, longest, problem, onValue } = field;
  return (
    <div className={problem === null ? 'entry-field' : 'entry-field wrong'}>
      <label htmlFor={id}>{label}</label>
      <p className="help" id={`${id}-help`}>
        {help}
      </p>
      {problem !== null && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <textarea
        id={id}
        rows={6}
        value={value}
        maxLength={longest}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? `${id}-help` : `${id}-help ${id}-problem`}
        onChange={({ currentTarget }) => onValue(currentTarget.value)}
      />
    </div>
  );
}
