import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import type { Text } from '#basics';
import { useTypedAlong } from '../../ui/along.ts';
import type { Problem } from '../../ui/api.ts';
import { useWrite } from '../../ui/asking.ts';
import { ErrorSummary, type FieldProblem } from '../../ui/error-summary.tsx';
import { Heading } from '../../ui/heading.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import {
  type LoginField,
  LoginForm,
  type LoginTyped,
  nameField,
  passwordField,
} from '../../ui/login-form.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { useWanted } from '../../ui/wanted.ts';
import { ClaimFields, claimed, claimProblems, type SaidIdentity, saidBefore } from './claim-fields.tsx';
import { Done } from './done.tsx';

/** A login of one's own with a code that comes to the telephone or e-mail on record. */
export function ActivateBySentCode() {
  const [claim, setClaim] = useState<SaidIdentity | null>(null);
  const [done, setDone] = useState(false);
  const ask = useWrite('POST /logins/activation-code', () => undefined);
  const { send, busy, problem } = useWrite('POST /logins', () => setDone(true));
  if (done) return <Done title={{ zh: '开通好了', en: 'Your login is ready' }} />;
  return (
    <Steps
      {...{ claim, busy, problem }}
      title={{ zh: '开通网上服务', en: 'Activate your login' }}
      asking={{ busy: ask.busy, problem: ask.problem }}
      names
      onAsk={(told) => ask.send({ body: claimed(told) }, { onSuccess: () => setClaim(told) })}
      onSubmit={({ code, loginName, password }) =>
        claim && send({ body: { by: 'sent-code', ...claimed(claim), code, loginName, password } })
      }
    />
  );
}

/** A new password with a code that comes to the telephone or e-mail on record. */
export function RecoverBySentCode() {
  const say = useSay();
  const [claim, setClaim] = useState<SaidIdentity | null>(null);
  const [loginName, setLoginName] = useState<string | null>(null);
  const ask = useWrite('POST /logins/recovery-code', () => undefined);
  const { send, busy, problem } = useWrite('POST /logins/recovery', (answer) =>
    setLoginName(answer.loginName),
  );
  if (loginName !== null)
    return (
      <Done
        title={{ zh: '新密码已经生效', en: 'Your new password is set' }}
        name={`${say({ zh: '登录名', en: 'Login name' })} ${loginName}`}
      />
    );
  return (
    <Steps
      {...{ claim, busy, problem }}
      title={{ zh: '重设密码', en: 'Set a new password' }}
      asking={{ busy: ask.busy, problem: ask.problem }}
      names={false}
      onAsk={(told) => ask.send({ body: claimed(told) }, { onSuccess: () => setClaim(told) })}
      onSubmit={({ code, password }) =>
        claim && send({ body: { by: 'sent-code', ...claimed(claim), code, password } })
      }
    />
  );
}

interface StepsShown {
  readonly title: Text;
  /** Who somebody says they are; null until they asked for a code. */
  readonly claim: SaidIdentity | null;
  readonly names: boolean;
  readonly asking: { readonly busy: boolean; readonly problem: Problem | null };
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly onAsk: (claim: SaidIdentity) => void;
  readonly onSubmit: (typed: LoginTyped) => void;
}

function Steps(shown: StepsShown) {
  const say = useSay();
  const wanted = useWanted();
  const { title, claim, asking } = shown;
  return (
    <main id="main" className="narrow">
      <Heading>{say(title)}</Heading>
      {claim === null ? <Asking {...asking} onAsk={shown.onAsk} /> : <Entering {...shown} />}
      <p className="others">
        <Link to={shown.names ? pageOf.activate() : pageOf.recover()} state={{ wanted }}>
          {say({ zh: '我有窗口给的码', en: 'I have a code from the window' })}
        </Link>
      </p>
    </main>
  );
}

function Asking({
  busy,
  problem,
  onAsk,
}: StepsShown['asking'] & { readonly onAsk: (claim: SaidIdentity) => void }) {
  const say = useSay();
  const [claim, setClaim] = useState<SaidIdentity>(saidBefore(useTypedAlong()));
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  function submit(event: FormEvent): void {
    event.preventDefault();
    const lacks = claimProblems(claim, say);
    setMissing(lacks);
    if (lacks.length === 0 && !busy) onAsk(claim);
  }
  return (
    <>
      <p className="muted">
        {say({
          zh: '填证件号码和您任意一件的办理编号。与登记一致的，验证码会发到登记的手机或邮箱。',
          en: 'Enter your identity number and the case number of any case of yours. If they match our records, a code goes to the telephone or e-mail on record.',
        })}
      </p>
      <ErrorSummary problems={missing} />
      {missing.length === 0 && <ProblemBox problem={problem} />}
      <form onSubmit={submit} noValidate data-along>
        <ClaimFields claim={claim} missing={missing} onClaim={setClaim} />
        <button type="submit" className="btn primary wide" aria-disabled={busy}>
          {say({ zh: '发验证码', en: 'Send the code' })}
        </button>
      </form>
    </>
  );
}

function Entering({ names, busy, problem, onSubmit }: StepsShown) {
  const say = useSay();
  return (
    <>
      <p className="muted" role="status">
        {say({
          zh: '如果所填与登记一致，验证码已经发出，10 分钟内有效。没有收到的，可能填得不一致，或者没有登记手机和邮箱：请带证件到窗口，当场给您一个码。',
          en: 'If what you entered matches our records, a code is on its way; it is good for 10 minutes. If none arrives, something may not match, or no telephone or e-mail is on record: come to a window with your identity document, and you get a code there.',
        })}
      </p>
      <LoginForm
        {...{ busy, problem, onSubmit }}
        fields={names ? [codeField, nameField, passwordField] : [codeField, passwordField]}
        onward={{ zh: '确定', en: 'Confirm' }}
      />
    </>
  );
}

const codeField: LoginField = {
  part: 'code',
  label: { zh: '收到的验证码', en: 'The code that arrived' },
  help: { zh: '8 位数字', en: 'Eight digits' },
  needs: { zh: '请填收到的验证码', en: 'Enter the code that arrived' },
  of: { autoComplete: 'one-time-code', inputMode: 'numeric' },
};
