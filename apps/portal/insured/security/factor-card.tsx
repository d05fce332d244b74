import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Answer } from '../../ui/api.ts';
import { useSession, useSigning, useWrite } from '../../ui/asking.ts';
import { EntryField } from '../../ui/entry-field.tsx';
import { ErrorSummary, type FieldProblem } from '../../ui/error-summary.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { ProofFields, proofProblems } from './proof-fields.tsx';

type Offer = Answer<'POST /sessions/current/second-factor'>;

/** A one-time code besides the password: shown to an app by a picture or a key, and it counts once the app has proved it. */
export function FactorCard() {
  const say = useSay();
  const { session } = useSession();
  const [offer, setOffer] = useState<Offer | null>(null);
  const isSet = session?.secondFactor === true;
  return (
    <section className="card pad" aria-live="polite">
      <h2>{say({ zh: '动态验证码', en: 'One-time code' })}</h2>
      <p>
        <span className={isSet ? 'tag ok' : 'tag'}>
          <Icon name={isSet ? 'tick' : 'lock'} />
          {say(isSet ? { zh: '已设置', en: 'Set up' } : { zh: '没有设置', en: 'Not set up' })}
        </span>
      </p>
      <p className="small muted">
        {say({
          zh: '登录时除了密码，还要填手机验证器应用上的六位数字。密码泄露了，别人也进不来。手机丢了，带证件到窗口，工作人员给您重设的码。',
          en: 'When you sign in you then enter six digits from an authenticator app as well as your password, so that a stolen password alone is of no use. If you lose your telephone, bring your identity document to a window and get a code to set it up again.',
        })}
      </p>
      {offer === null ? (
        <Asking {...{ isSet }} onOffer={setOffer} />
      ) : (
        <Proving offer={offer} onDone={() => setOffer(null)} />
      )}
    </section>
  );
}

function Asking({ isSet, onOffer }: { readonly isSet: boolean; readonly onOffer: (offer: Offer) => void }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState({ password: '', totp: '' });
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  const { send, busy, problem } = useWrite('POST /sessions/current/second-factor', onOffer);
  const begins = isSet
    ? { zh: '换一台手机', en: 'Use another telephone' }
    : { zh: '设置动态验证码', en: 'Set it up' };
  if (!open)
    return (
      <button type="button" className="btn" onClick={() => setOpen(true)}>
        {say(begins)}
      </button>
    );
  function submit(event: FormEvent): void {
    event.preventDefault();
    const lacks = proofProblems(typed, { withCode: isSet, say, prefix: 'factor-' });
    setMissing(lacks);
    if (lacks.length > 0 || busy) return;
    const { password, totp } = typed;
    send({ body: isSet ? { password, totp } : { password } });
  }
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary problems={missing} />
      {missing.length === 0 && <ProblemBox problem={problem} />}
      <ProofFields {...{ typed, missing }} withCode={isSet} prefix="factor-" onTyped={setTyped} />
      <button type="submit" className="btn" aria-disabled={busy}>
        {say({ zh: '下一步', en: 'Next' })}
      </button>
    </form>
  );
}

function Proving({ offer, onDone }: { readonly offer: Offer; readonly onDone: () => void }) {
  const say = useSay();
  const client = useQueryClient();
  const { signedIn } = useSigning();
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  const { send, busy, problem } = useWrite('POST /sessions/current/second-factor/confirmation', () => {
    signedIn();
    void client.invalidateQueries({ queryKey: ['GET /sessions'] });
    onDone();
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    const needs = { zh: '请填应用上的六位数字', en: 'Enter the six digits that the app shows' };
    const lacks = /^\d{6}$/.test(code) ? [] : [{ field: 'new-totp', says: say(needs) }];
    setMissing(lacks);
    if (lacks.length === 0 && !busy) send({ body: { totp: code } });
  }
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary problems={missing} />
      {missing.length === 0 && <ProblemBox problem={problem} />}
      <ol className="factor-steps">
        <li>
          {say({
            zh: '用验证器应用扫这个码，或者手工输入下面的密钥。',
            en: 'Scan this with an authenticator app, or type the key into it by hand.',
          })}
          <QrCode text={offer.uri} label={say({ zh: '给验证器应用扫的码', en: 'The code for the app' })} />
          <code className="typed-key">{offer.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </li>
        <li>
          <EntryField
            id="new-totp"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            label={say({ zh: '填应用上显示的六位数字', en: 'Enter the six digits that it shows' })}
            value={code}
            problem={missing[0]?.says ?? null}
            onValue={setCode}
          />
        </li>
      </ol>
      <button type="submit" className="btn primary" aria-disabled={busy}>
        {say({ zh: '确认，以后登录都要', en: 'Confirm, and ask for it from now on' })}
      </button>
    </form>
  );
}
