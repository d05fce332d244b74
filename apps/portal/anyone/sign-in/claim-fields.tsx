import type { Text } from '#basics';
import { type IdentityKind, identityKinds } from '#business/registry/public';
import { EntryField } from '../../ui/entry-field.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { useSay } from '../../ui/language.tsx';

/** Who somebody says they are, before a code proves it. */
export interface SaidIdentity {
  readonly kind: IdentityKind;
  readonly number: string;
  readonly issuer: string;
  readonly caseNumber: string;
}

const nothingSaid: SaidIdentity = { kind: 'citizen-id', number: '', issuer: '', caseNumber: '' };

/** What was filled in by the fields' ids, before the page was read in another language. */
export function saidBefore(typed: Readonly<Record<string, string>>): SaidIdentity {
  const kind = identityKinds.find((each) => each === typed.kind) ?? nothingSaid.kind;
  const { number = '', issuer = '', case: caseNumber = '' } = typed;
  return { kind, number, issuer, caseNumber };
}

/** As the API takes it. */
export function claimed({ kind, number, issuer, caseNumber }: SaidIdentity) {
  const of = kind === 'passport' ? { issuer: issuer.trim().toUpperCase() } : {};
  return { identity: { kind, number: number.trim(), ...of }, caseNumber: caseNumber.trim() };
}

/** What is missing; whether it fits anybody on record is told to nobody. */
export function claimProblems(claim: SaidIdentity, say: (text: Text) => string): readonly FieldProblem[] {
  const lacks = (field: string, text: Text) => ({ field, says: say(text) });
  const { kind, number, issuer, caseNumber } = claim;
  return [
    ...(number.trim() === ''
      ? [lacks('number', { zh: '请填证件号码', en: 'Enter the number of the document' })]
      : []),
    ...(kind === 'passport' && !/^[a-z]{3}$/i.test(issuer.trim())
      ? [lacks('issuer', { zh: '请填签发国的三个字母', en: 'Enter the three letters of the state' })]
      : []),
    ...(caseNumber.trim() === '' ? [lacks('case', { zh: '请填办理编号', en: 'Enter a case number' })] : []),
  ];
}

export function ClaimFields(fields: {
  readonly claim: SaidIdentity;
  readonly missing: readonly FieldProblem[];
  readonly onClaim: (claim: SaidIdentity) => void;
}) {
  const { claim, missing, onClaim } = fields;
  const say = useSay();
  const problemAt = (name: string) => missing.find(({ field }) => field === name)?.says ?? null;
  return (
    <>
      <KindField claim={claim} onClaim={onClaim} />
      <EntryField
        id="number"
        autoComplete="off"
        label={say({ zh: '证件号码', en: 'Number of the document' })}
        value={claim.number}
        problem={problemAt('number')}
        onValue={(number) => onClaim({ ...claim, number })}
      />
      {claim.kind === 'passport' && (
        <EntryField
          id="issuer"
          autoComplete="off"
          maxLength={3}
          label={say({ zh: '签发国（三个字母）', en: 'State that issued it, three letters' })}
          help={say({
            zh: '护照首页上的国家代码，例如 USA',
            en: 'As on the page with the photograph, such as USA',
          })}
          value={claim.issuer}
          problem={problemAt('issuer')}
          onValue={(issuer) => onClaim({ ...claim, issuer })}
        />
      )}
      <EntryField
        id="case"
        autoComplete="off"
        label={say({ zh: '办理编号', en: 'Case number' })}
        help={say({
          zh: '在受理回执上，例如 SZ-2026-7K3M9-QX2TB-04GHE。从没办理过的，请带证件到窗口拿码',
          en: 'On the receipt, such as SZ-2026-7K3M9-QX2TB-04GHE. If you never had a case, the window gives you a code',
        })}
        value={claim.caseNumber}
        problem={problemAt('case')}
        onValue={(caseNumber) => onClaim({ ...claim, caseNumber })}
      />
    </>
  );
}

function KindField(field: { readonly claim: SaidIdentity; readonly onClaim: (claim: SaidIdentity) => void }) {
  const { claim, onClaim } = field;
  const say = useSay();
  return (
    <div className="entry-field">
      <label htmlFor="kind">{say({ zh: '证件', en: 'Document' })}</label>
      <select
        id="kind"
        value={claim.kind}
        onChange={({ currentTarget }) =>
          onClaim({ ...claim, kind: identityKinds[currentTarget.selectedIndex] ?? 'citizen-id' })
        }
      >
        {identityKinds.map((kind) => (
          <option key={kind} value={kind}>
            {say(kindNames[kind])}
          </option>
        ))}
      </select>
    </div>
  );
}

const kindNames = {
  'citizen-id': { zh: '居民身份证', en: 'Resident identity card' },
  'residence-permit': { zh: '港澳台居民居住证', en: 'Residence permit (Hong Kong, Macao, Taiwan)' },
  'permanent-resident-card': { zh: '外国人永久居留身份证', en: 'Permanent resident card' },
  passport: { zh: '护照', en: 'Passport' },
} satisfies Readonly<Record<IdentityKind, Text>>;
