import { type FormEvent, useState } from 'react';
import type { Text } from '#basics';
import { useTypedAlong } from './along.ts';
import type { Problem } from './api.ts';
import { EntryField } from './entry-field.tsx';
import { ErrorSummary, type FieldProblem } from './error-summary.tsx';
import { useSay } from './language.tsx';
import { ProblemBox } from './problem-box.tsx';

type Part = 'code' | 'loginName' | 'password';

/** One line of the form: what it asks, and what is said where it is empty. */
export interface LoginField {
  readonly part: Part;
  readonly label: Text;
  readonly help: Text;
  readonly needs: Text;
  readonly of: { readonly autoComplete: string; readonly type?: string; readonly inputMode?: 'numeric' };
}

/** What somebody filled in; empty where the form does not ask for it. */
export type LoginTyped = Readonly<Record<Part, string>>;

/** By which a login is set up or gets a new password: every field is needed, and what is missing is told at once. */
export function LoginForm(form: {
  readonly fields: readonly LoginField[];
  readonly onward: Text;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly onSubmit: (typed: LoginTyped) => void;
}) {
  const { fields, onward, busy, problem, onSubmit } = form;
  const say = useSay();
  const { loginName = '' } = useTypedAlong();
  const [typed, setTyped] = useState<LoginTyped>({ code: '', loginName, password: '' });
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  function submit(event: FormEvent): void {
    event.preventDefault();
    const lacks = fields.filter(({ part }) => typed[part].trim() === '');
    setMissing(lacks.map(({ part, needs }) => ({ field: part, says: say(needs) })));
    if (lacks.length === 0 && !busy)
      onSubmit({ ...typed, code: typed.code.trim(), loginName: typed.loginName.trim() });
  }
  return (
    <>
      <ErrorSummary problems={missing} />
      {missing.length === 0 && <ProblemBox problem={problem} />}
      <form method="dialog" onSubmit={submit} noValidate data-along>
        {fields.map(({ part, label, help, of }) => (
          <EntryField
            key={part}
            id={part}
            {...of}
            label={say(label)}
            help={say(help)}
            value={typed[part]}
            problem={missing.find(({ field }) => field === part)?.says ?? null}
            onValue={(value) => setTyped({ ...typed, [part]: value })}
          />
        ))}
        <button type="submit" className="btn primary wide" aria-disabled={busy}>
          {say(onward)}
        </button>
      </form>
    </>
  );
}

export const nameField: LoginField = {
  part: 'loginName',
  label: { zh: '登录名', en: 'Login name' },
  help: {
    zh: '以后用它登录；不要用证件号码',
    en: 'You sign in with it from now on. Do not use an identity number',
  },
  needs: { zh: '请起一个登录名', en: 'Choose a login name' },
  of: { autoComplete: 'username' },
};

export const passwordField: LoginField = {
  part: 'password',
  label: { zh: '新密码', en: 'New password' },
  help: {
    zh: '至少 15 个字符，一句好记的话就行',
    en: 'At least 15 characters; a sentence that is easy to remember is good',
  },
  needs: { zh: '请设一个密码', en: 'Choose a password' },
  of: { autoComplete: 'new-password', type: 'password' },
};
