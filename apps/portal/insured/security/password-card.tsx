import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useSession, useWrite } from '../../ui/asking.ts';
import { EntryField } from '../../ui/entry-field.tsx';
import { ErrorSummary, type FieldProblem } from '../../ui/error-summary.tsx';
import { useSay } from '../../ui/language.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { ProofFields, proofProblems } from './proof-fields.tsx';

const changed = {
  zh: '改好了。别的设备都已退出，要用新密码再登录。',
  en: 'Your password has been changed. You were signed out everywhere else; sign in there with the new password.',
};
const nothing = { password: '', totp: '', fresh: '' };

/** Another password, after the present one. */
export function PasswordCard() {
  const say = useSay();
  const client = useQueryClient();
  const { session } = useSession();
  const [typed, setTyped] = useState(nothing);
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  const [done, setDone] = useState(false);
  const withCode = session?.secondFactor === true;
  const { send, busy, problem } = useWrite('POST /sessions/current/password', () => {
    setTyped(nothing);
    setDone(true);
    void client.invalidateQueries({ queryKey: ['GET /sessions'] });
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    const noFresh = { field: 'new-password', says: say({ zh: '请填新密码', en: 'Enter a new password' }) };
    const lacks = [...proofProblems(typed, { withCode, say }), ...(typed.fresh === '' ? [noFresh] : [])];
    setMissing(lacks);
    if (lacks.length > 0 || busy) return;
    const { password, totp, fresh: newPassword } = typed;
    send({ body: { password, newPassword, ...(withCode ? { totp } : {}) } });
  }
  return (
    <section className="card pad">
      <h2>{say({ zh: '改密码', en: 'Change the password' })}</h2>
      <ErrorSummary problems={missing} />
      {missing.length === 0 && <ProblemBox problem={problem} />}
      <form onSubmit={submit} noValidate>
        <ProofFields {...{ typed, withCode, missing }} onTyped={(proof) => change({ ...typed, ...proof })} />
        <EntryField
          id="new-password"
          type="password"
          autoComplete="new-password"
          label={say({ zh: '新密码', en: 'New password' })}
          help={say({
            zh: '至少 15 个字符，一句好记的话就行；设了动态验证码的可以短一些',
            en: 'At least 15 characters; a sentence that is easy to remember is good. It may be shorter with a one-time code',
          })}
          value={typed.fresh}
          problem={missing.find(({ field }) => field === 'new-password')?.says ?? null}
          onValue={(fresh) => change({ ...typed, fresh })}
        />
        <button type="submit" className="btn" aria-disabled={busy}>
          {say({ zh: '改密码', en: 'Change it' })}
        </button>
        <p className="small" role="status">
          {done && say(changed)}
        </p>
      </form>
    </section>
  );

  function change(next: typeof nothing): void {
    setDone(false);
    setTyped(next);
  }
}
