import { DayField } from '../../ui/day-field.tsx';
import { EntryField } from '../../ui/entry-field.tsx';
import { useSay } from '../../ui/language.tsx';
import type { EstateSeen } from './estate.tsx';
import type { TypedHeir } from './typed-heir.ts';

interface Fields {
  readonly typed: TypedHeir;
  readonly problemAt: (field: string) => string | null;
  readonly type: (change: Partial<TypedHeir>) => void;
}

/** What not everybody has: a document’s number, a place that is taken, a death before, a will. */
export function MoreAbout({
  seen,
  self,
  ...fields
}: Fields & { readonly seen: EstateSeen; readonly self: boolean }) {
  const { typed, problemAt, type } = fields;
  const say = useSay();
  return (
    <>
      {typed.relation === 'descendant' && <InWhosePlace {...fields} seen={seen} />}
      <EntryField
        id="heir-number"
        label={say(self ? ownNumber : theirNumber)}
        value={typed.number}
        maxLength={64}
        autoComplete="off"
        problem={problemAt('heir-number')}
        onValue={(number) => type({ number })}
      />
      <div className="entry-field">
        <label htmlFor="basis">{say({ zh: '凭什么继承', en: 'By what right' })}</label>
        <select
          id="basis"
          value={typed.basis}
          onChange={({ currentTarget }) => type({ basis: basisOf(currentTarget.value) })}
        >
          {bases.map(({ id, name }) => (
            <option key={id} value={id}>
              {say(name)}
            </option>
          ))}
        </select>
      </div>
      {!self && <DiedBefore {...fields} />}
    </>
  );
}

const ownNumber = { zh: '身份证号码', en: 'Identity number' };
const theirNumber = { zh: '身份证号码（知道就填）', en: 'Identity number (if you know it)' };

function InWhosePlace({ seen, typed, problemAt, type }: Fields & { readonly seen: EstateSeen }) {
  const say = useSay();
  const before = seen.heirs.heirs.filter(
    ({ predeceasedOn, word }) => predeceasedOn !== null && word !== 'struck',
  );
  const problem = problemAt('represents');
  return (
    <div className={problem === null ? 'entry-field' : 'entry-field wrong'}>
      <label htmlFor="represents">{say({ zh: '代谁继承', en: 'Whose place they take' })}</label>
      {before.length === 0 && (
        <p className="help">
          {say({
            zh: '请先写下那位先去世的子女，再写他的子女。',
            en: 'Write down the child who died before first, then that child’s children.',
          })}
        </p>
      )}
      {problem !== null && <p className="problem">{problem}</p>}
      <select
        id="represents"
        value={typed.represents}
        onChange={({ currentTarget }) => type({ represents: currentTarget.value })}
      >
        <option value="">{say({ zh: '请选择', en: 'Choose' })}</option>
        {before.map(({ successorId, name }) => (
          <option key={successorId} value={successorId}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function DiedBefore({ typed, problemAt, type }: Fields) {
  const say = useSay();
  return (
    <>
      <label className="check-opt">
        <input
          type="checkbox"
          id="died-before"
          checked={typed.diedBefore}
          onChange={({ currentTarget }) => type({ diedBefore: currentTarget.checked })}
        />
        <span>
          {say({ zh: '这一位在参保人之前已经去世', en: 'This person died before the insured person' })}
        </span>
      </label>
      {typed.diedBefore && (
        <fieldset className="inner">
          <legend>{say({ zh: '去世的日期', en: 'Date of their death' })}</legend>
          <DayField
            id="predeceased"
            value={typed.predeceased}
            problem={problemAt('predeceased')}
            onChange={(predeceased) => type({ predeceased })}
          />
        </fieldset>
      )}
    </>
  );
}

/** Who receives for a minor, with their document and the paper. */
export function GuardianFields({ typed, problemAt, type }: Fields) {
  const say = useSay();
  return (
    <fieldset className="inner guardian">
      <legend>{say({ zh: '监护人', en: 'The guardian' })}</legend>
      <p className="help">
        {say({
          zh: '孩子的一份付到孩子或者监护人的账户。监护人可以同意、可以提出异议，不能代为放弃。',
          en: 'The child’s share is paid to the child’s or the guardian’s account. The guardian may agree or object, but cannot waive.',
        })}
      </p>
      <EntryField
        id="guardian-name"
        label={say({ zh: '监护人姓名', en: 'Name of the guardian' })}
        value={typed.guardianName}
        maxLength={70}
        problem={problemAt('guardian-name')}
        onValue={(guardianName) => type({ guardianName })}
      />
      <EntryField
        id="guardian-number"
        label={say({ zh: '监护人身份证号码（必填）', en: 'Identity number of the guardian (required)' })}
        value={typed.guardianNumber}
        maxLength={64}
        autoComplete="off"
        problem={problemAt('guardian-number')}
        onValue={(guardianNumber) => type({ guardianNumber })}
      />
      <ProofField
        id="guardian-proof"
        label={say({ zh: '用什么证明监护关系', en: 'What shows the guardianship' })}
        value={typed.guardianProof}
        problem={problemAt('guardian-proof')}
        onValue={(guardianProof) => type({ guardianProof })}
      />
    </fieldset>
  );
}

/** Which paper it is, in words; the usual ones are offered. The paper itself is seen at a window. */
export function ProofField(field: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly problem: string | null;
  readonly onValue: (value: string) => void;
  /** Its pictures go in with the proof of the relation, while that is asked for. */
  readonly withRelation?: boolean;
}) {
  const { withRelation = false, ...entry } = field;
  const { id } = entry;
  const say = useSay();
  return (
    <>
      <EntryField
        {...entry}
        list={`${id}-usual`}
        maxLength={120}
        autoComplete="off"
        help={say(
          {
            zh: '例如户口簿、结婚证、出生医学证明；不要写号码。{where}',
            en: 'Such as household booklet, marriage or birth certificate; no numbers. {where}',
          },
          { where: say(withRelation ? underRelation : atWindow) },
        )}
      />
      <datalist id={`${id}-usual`}>
        {usual.map((text) => (
          <option key={text.en} value={say(text)} />
        ))}
      </datalist>
    </>
  );
}

const underRelation = {
  zh: '照片在“亲属关系”里一起传',
  en: 'Its picture goes in under “The relation”',
};
const atWindow = {
  zh: '原件请带到任一窗口，工作人员核对',
  en: 'Please bring the paper itself to any window, where it is checked',
};
const usual = [
  { zh: '户口簿', en: 'Household booklet' },
  { zh: '结婚证', en: 'Marriage certificate' },
  { zh: '出生医学证明', en: 'Birth certificate' },
  { zh: '继承公证书', en: 'Notarised certificate of succession' },
  { zh: '亲属关系证明', en: 'Certificate of kinship' },
] as const;

const bases = [
  { id: 'legal', name: { zh: '法律规定的继承人', en: 'By the law' } },
  { id: 'will', name: { zh: '遗嘱', en: 'A will' } },
  { id: 'legacy', name: { zh: '遗赠', en: 'A legacy' } },
  { id: 'agreement', name: { zh: '遗赠扶养协议', en: 'An agreement on support' } },
] as const;

function basisOf(id: string): TypedHeir['basis'] {
  return bases.find((one) => one.id === id)?.id ?? 'legal';
}
