import type { Text } from '#basics';
import { EntryField } from './entry-field.tsx';
import { useSay } from './language.tsx';

/** A commitment as the list of papers offers it, word for word. */
export interface CommitmentOffered {
  readonly version: string;
  readonly text: Text;
  /** Whether a paper goes with it. */
  readonly withPaper: boolean;
}

/** Who signs, as they write their name, and that they have read it. */
export interface Signature {
  readonly name: string;
  readonly agreed: boolean;
}

export const noSignature: Signature = { name: '', agreed: false };

/** What choosing it means, said beside the choice. */
export function commitmentHint({ withPaper }: CommitmentOffered): Text {
  return withPaper ? signWithPaper : signInstead;
}

/** The text to be read, word for word, and who signs it. */
export function CommitmentFields(of: {
  readonly commitment: CommitmentOffered;
  readonly signature: Signature;
  readonly onChange: (signature: Signature) => void;
  readonly at: (field: string) => string | null;
}) {
  const { commitment, signature, onChange, at } = of;
  const say = useSay();
  const problem = at('agreed');
  return (
    <section className="commitment">
      <p className="law">{say(commitment.text)}</p>
      <EntryField
        id="signer"
        label={say({ zh: '签名：您的全名', en: 'Signed: your full name' })}
        autoComplete="name"
        problem={at('signer')}
        value={signature.name}
        onValue={(name) => onChange({ ...signature, name })}
      />
      {problem && (
        <p className="problem" id="agreed-problem">
          {problem}
        </p>
      )}
      <label className={signature.agreed ? 'opt tick-box sel' : 'opt tick-box'}>
        <input
          type="checkbox"
          id="agreed"
          checked={signature.agreed}
          aria-invalid={problem !== null}
          aria-describedby={problem ? 'agreed-problem' : undefined}
          onChange={({ currentTarget }) => onChange({ ...signature, agreed: currentTarget.checked })}
        />
        <span className="r" />
        <b>{say({ zh: '我读过了，承诺属实', en: 'I have read it and declare that it is true' })}</b>
      </label>
    </section>
  );
}

/** What is still lacking of a signature. */
export function signatureLacks({
  name,
  agreed,
}: Signature): readonly { readonly field: string; readonly says: Text }[] {
  return [
    ...(name.trim() === ''
      ? [{ field: 'signer', says: { zh: '请写您的全名', en: 'Write your full name' } }]
      : []),
    ...(agreed
      ? []
      : [
          {
            field: 'agreed',
            says: { zh: '读过承诺书以后请勾选', en: 'Tick the box once you have read the commitment' },
          },
        ]),
  ];
}

const signInstead: Text = {
  zh: '拿不到证明的，签一份承诺书代替；不实的要承担责任',
  en: 'If you cannot get the proof, sign a commitment instead; you are liable if it is not true',
};
const signWithPaper: Text = {
  zh: '上传关系证明，再签一份承诺书；不实的要承担责任',
  en: 'Send the proof of kinship and sign a commitment with it; you are liable if it is not true',
};
