import type { Text } from '#basics';
import { DayField } from '../../ui/day-field.tsx';
import { EntryField } from '../../ui/entry-field.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { useSay } from '../../ui/language.tsx';
import type { Filled } from './asked.ts';

interface Asked {
  readonly filled: Filled;
  readonly problems: readonly FieldProblem[];
  readonly onFill: (filled: Filled) => void;
}

const ways = [
  {
    by: 'code',
    label: { zh: '用查询码', en: 'With the tracking code' },
    hint: { zh: '8 位，在受理回执上', en: '8 characters, on your receipt' },
  },
  {
    by: 'document',
    label: { zh: '用参保人证件后 4 位和出生日期', en: 'With the insured person’s document and birthday' },
    hint: { zh: '没有回执时用；只能试很少几次', en: 'If you have no receipt; few tries are allowed' },
  },
] as const satisfies readonly { readonly by: Filled['by']; readonly label: Text; readonly hint: Text }[];

/** What shows, besides the number, that somebody may ask. */
export function Factor({ filled, problems, onFill }: Asked) {
  const say = useSay();
  return (
    <fieldset className="factor">
      <legend>{say({ zh: '用什么核对？', en: 'What do you have at hand?' })}</legend>
      {ways.map(({ by, label, hint }) => (
        <label key={by} className={filled.by === by ? 'opt sel' : 'opt'}>
          <input
            type="radio"
            name="by"
            value={by}
            checked={filled.by === by}
            onChange={() => onFill({ ...filled, by })}
          />
          <span className="r" />
          <span>
            <b>{say(label)}</b>
            <span>{say(hint)}</span>
          </span>
        </label>
      ))}
      {filled.by === 'code' ? (
        <EntryField
          id="code"
          label={say({ zh: '查询码', en: 'Tracking code' })}
          help={say({ zh: '像 7KQM-2FXT，不分大小写', en: 'Like 7KQM-2FXT; capitals do not matter' })}
          value={filled.code}
          maxLength={20}
          problem={problemAt('code', problems)}
          onValue={(code) => onFill({ ...filled, code })}
          autoComplete="off"
          autoCapitalize="characters"
        />
      ) : (
        <Document {...{ filled, problems, onFill }} />
      )}
    </fieldset>
  );
}

function Document({ filled, problems, onFill }: Asked) {
  const say = useSay();
  return (
    <>
      <EntryField
        id="last"
        label={say({ zh: '证件号码后 4 位', en: 'Last 4 characters of the document' })}
        help={say({
          zh: '参保人本人的证件，不是代办人的',
          en: 'The insured person’s, not that of whoever acts for them',
        })}
        value={filled.lastCharacters}
        maxLength={4}
        problem={problemAt('last', problems)}
        onValue={(lastCharacters) => onFill({ ...filled, lastCharacters })}
        autoComplete="off"
        autoCapitalize="characters"
      />
      <fieldset className="born">
        <legend>{say({ zh: '参保人的出生日期', en: 'The insured person’s day of birth' })}</legend>
        <DayField
          id="born"
          value={filled.born}
          problem={problemAt('born', problems)}
          onChange={(born) => onFill({ ...filled, born })}
        />
      </fieldset>
    </>
  );
}

export function problemAt(field: string, problems: readonly FieldProblem[]): string | null {
  return problems.find((each) => each.field === field)?.says ?? null;
}
