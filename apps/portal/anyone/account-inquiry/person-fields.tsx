import { EntryField } from '../../ui/entry-field.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { useSay } from '../../ui/language.tsx';
import type { TypedPerson } from './asked-form.ts';
import { identityNames } from './inquiry-words.ts';

/** Who somebody is: the name and one document. */
export function PersonFields(fields: {
  readonly who: 'deceased' | 'asker';
  readonly typed: TypedPerson;
  readonly problems: readonly FieldProblem[];
  readonly onType: (typed: TypedPerson) => void;
}) {
  const { who, typed, problems, onType } = fields;
  const say = useSay();
  const problemAt = (part: string) => problems.find(({ field }) => field === `${who}-${part}`)?.says ?? null;
  const passport = typed.kind === 'passport';
  return (
    <>
      <EntryField
        id={`${who}-name`}
        label={say({ zh: '姓名', en: 'Name' })}
        help={say({ zh: '和证件上一样', en: 'As the document has it' })}
        value={typed.name}
        maxLength={70}
        autoComplete={who === 'asker' ? 'name' : 'off'}
        problem={problemAt('name')}
        onValue={(name) => onType({ ...typed, name })}
      />
      <KindSelect {...{ who, typed, onType }} />
      {passport && (
        <EntryField
          id={`${who}-issuer`}
          label={say({ zh: '签发国', en: 'Issued by' })}
          help={say({
            zh: '护照资料页上的三个字母，例如 CAN',
            en: 'Three letters on its photo page, such as CAN',
          })}
          value={typed.issuer}
          maxLength={3}
          autoComplete="off"
          problem={null}
          onValue={(issuer) => onType({ ...typed, issuer })}
        />
      )}
      <EntryField
        id={`${who}-number`}
        label={say({ zh: '证件号码', en: 'Number of the document' })}
        value={typed.number}
        maxLength={64}
        autoComplete="off"
        problem={problemAt('number')}
        onValue={(number) => onType({ ...typed, number })}
      />
    </>
  );
}

function KindSelect({
  who,
  typed,
  onType,
}: {
  readonly who: string;
  readonly typed: TypedPerson;
  readonly onType: (typed: TypedPerson) => void;
}) {
  const say = useSay();
  return (
    <div className="entry-field">
      <label htmlFor={`${who}-kind`}>{say({ zh: '证件', en: 'Document' })}</label>
      <select
        id={`${who}-kind`}
        value={typed.kind}
        onChange={({ currentTarget }) => {
          const kind = identityNames.find((one) => one.kind === currentTarget.value)?.kind;
          if (kind) onType({ ...typed, kind });
        }}
      >
        {identityNames.map(({ kind, name }) => (
          <option key={kind} value={kind}>
            {say(name)}
          </option>
        ))}
      </select>
    </div>
  );
}
