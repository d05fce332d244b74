import { type FormEvent, type ReactNode, useState } from 'react';
import { Link, Navigate, useParams } from 'react-router';
import type { Text } from '#basics';
import type { Answer, Problem } from '../../ui/api.ts';
import { useAsk, useWrite } from '../../ui/asking.ts';
import { BackTo } from '../../ui/back-to.tsx';
import { EntryField } from '../../ui/entry-field.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { masked } from '../../ui/masked.ts';
import { usePerson } from '../../ui/person.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { useStep } from '../cases/use-step.ts';
import { asksAgain, ProveAgain } from '../security/prove-again.tsx';

type Field = 'phone' | 'email';
type Sent = Answer<'POST /people/{personId}/contact-code'>;

/** Another telephone number or e-mail on one's record: the new one, a code that is sent to it, done. */
export function ContactPage() {
  const { field = '' } = useParams();
  if (field !== 'phone' && field !== 'email') return <Navigate to={pageOf.record()} replace />;
  return <Changing key={field} field={field} />;
}

function Changing({ field }: { readonly field: Field }) {
  const say = useSay();
  const personId = usePerson();
  const [value, setValue] = useState('');
  const [sent, setSent] = useState<Sent | null>(null);
  const [done, setDone] = useState<string | null>(null);
  return (
    <main id="main" className="narrow contact-page">
      <BackTo to={pageOf.record()}>{say({ zh: '我的档案', en: 'My record' })}</BackTo>
      {/* Each step has its own, so that what comes is read out. */}
      <Heading>
        {say(done !== null ? words[field].done : sent === null ? words[field].title : enterCode)}
      </Heading>
      {done !== null ? (
        <Done on={done} />
      ) : sent === null ? (
        <NewContact {...{ field, personId, value }} onValue={setValue} onSent={setSent} />
      ) : (
        <Code {...{ field, personId, value, sent }} onOther={() => setSent(null)} onDone={setDone} />
      )}
    </main>
  );
}

function NewContact(asked: {
  readonly field: Field;
  readonly personId: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly onSent: (sent: Sent) => void;
}) {
  const { field, personId, value, onValue, onSent } = asked;
  const say = useSay();
  const params = { personId };
  const { data: card } = useAsk('GET /people/{personId}', { params });
  const [missing, setMissing] = useState(false);
  const ask = useWrite('POST /people/{personId}/contact-code', onSent);
  const { label, help } = words[field];
  const unfit = ask.problem?.problems?.find(({ path }) => path === 'value');
  const wrong = missing ? say(fillIn[field]) : unfit ? say(unfit.detail) : null;
  const again = ask.problem !== null && asksAgain.has(ask.problem.code);
  const before = card?.[field];
  if (again)
    return (
      <ProveAgain
        problem={ask.problem}
        busy={ask.busy}
        onProven={(proof) => ask.send({ params, body: { field, value, ...proof } })}
        onLeave={ask.reset}
      />
    );
  return (
    <Asking
      wrong={wrong === null ? null : { field: 'new-contact', says: wrong }}
      problem={unfit ? null : ask.problem}
      onward={say({ zh: '发验证码', en: 'Send the code' })}
      busy={ask.busy}
      onGo={() => {
        setMissing(value.trim() === '');
        if (value.trim() !== '') ask.send({ params, body: { field, value } });
      }}
    >
      {before && <p className="muted">{say(now, { what: masked(before) })}</p>}
      <EntryField
        id="new-contact"
        type={field === 'phone' ? 'tel' : 'email'}
        autoComplete={field === 'phone' ? 'tel' : 'email'}
        label={say(label)}
        help={say(help)}
        value={value}
        problem={wrong}
        onValue={onValue}
      />
      <p className="small muted">{say(field === 'phone' ? toldPhone : toldEmail)}</p>
    </Asking>
  );
}

function Code(asked: {
  readonly field: Field;
  readonly personId: string;
  readonly value: string;
  readonly sent: Sent;
  readonly onOther: () => void;
  readonly onDone: (on: string) => void;
}) {
  const { field, personId, value, sent, onOther, onDone } = asked;
  const say = useSay();
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const change = useStep('POST /people/{personId}/contact', ({ onRecord }) => onDone(onRecord));
  const wrong = missing ? say({ zh: '请填收到的验证码', en: 'Enter the code' }) : null;
  return (
    <>
      <Asking
        wrong={wrong === null ? null : { field: 'code', says: wrong }}
        problem={change.problem}
        onward={say({ zh: '确认更换', en: 'Change it' })}
        busy={change.busy}
        onGo={() => {
          setMissing(code.trim() === '');
          if (code.trim() !== '')
            change.take({ params: { personId }, body: { field, value, code: code.trim() } });
        }}
      >
        <p>{say(sentTo, { to: masked(sent.sentTo) })}</p>
        <EntryField
          id="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          label={say({ zh: '验证码', en: 'Code' })}
          help={say(goodFor, sent)}
          value={code}
          problem={wrong}
          onValue={setCode}
        />
      </Asking>
      <button type="button" className="btn wide" onClick={onOther}>
        {say({ zh: '没收到，或者填错了：重来', en: 'No code, or a typing mistake: start again' })}
      </button>
    </>
  );
}

function Asking(asking: {
  readonly wrong: { readonly field: string; readonly says: string } | null;
  readonly problem: Problem | null;
  readonly onward: string;
  readonly busy: boolean;
  readonly onGo: () => void;
  readonly children: ReactNode;
}) {
  const { wrong, problem, onward, busy, onGo, children } = asking;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!busy) onGo();
  }
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary problems={wrong === null ? [] : [wrong]} />
      {wrong === null && <ProblemBox problem={problem} />}
      {children}
      <button type="submit" className="btn primary wide" aria-disabled={busy}>
        {onward}
      </button>
    </form>
  );
}

function Done({ on }: { readonly on: string }) {
  const say = useSay();
  return (
    <>
      <p className="card pad">
        <Icon name="tick" /> {say(onRecord, { what: masked(on) })}
      </p>
      <Link className="btn primary wide" to={pageOf.record()}>
        {say({ zh: '回到我的档案', en: 'Back to my record' })}
      </Link>
    </>
  );
}

const words: Readonly<
  Record<Field, { readonly title: Text; readonly done: Text; readonly label: Text; readonly help: Text }>
> = {
  phone: {
    title: { zh: '更换手机号码', en: 'Change the telephone number' },
    done: { zh: '手机号码换好了', en: 'Your telephone number has been changed' },
    label: { zh: '新的手机号码', en: 'New telephone number' },
    help: {
      zh: '境外号码带国际区号，例如 +852',
      en: 'For a number abroad add the country code, such as +852',
    },
  },
  email: {
    title: { zh: '更换邮箱', en: 'Change the e-mail address' },
    done: { zh: '邮箱换好了', en: 'Your e-mail address has been changed' },
    label: { zh: '新的邮箱', en: 'New e-mail address' },
    help: { zh: '验证码发到这个邮箱', en: 'We send the code to this address' },
  },
};
const enterCode = { zh: '填写收到的验证码', en: 'Enter the code you received' };
const fillIn: Readonly<Record<Field, Text>> = {
  phone: { zh: '请填写新的手机号码', en: 'Enter the new telephone number' },
  email: { zh: '请填写新的邮箱', en: 'Enter the new e-mail address' },
};
const goodFor = { zh: '八位数字，{minutes} 分钟内有效', en: 'Eight digits, valid for {minutes} minutes' };
const now = { zh: '现在登记的是 {what}', en: 'On record now: {what}' };
const sentTo = { zh: '验证码已发到 {to}。', en: 'A code was sent to {to}.' };
const onRecord = {
  zh: '现在登记的是 {what}。原来登记的手机和邮箱会收到通知。',
  en: 'On record now: {what}. We also write to the telephone and e-mail that were on record before.',
};
const toldPhone = {
  zh: '验证码发到新的号码；原来登记的手机和邮箱会收到通知。换了以后，找回密码也用新的号码。',
  en: 'We send the code to the new number, and also write to the telephone and e-mail on record so far. After the change, codes to reset your password go to the new number too.',
};
const toldEmail = {
  zh: '验证码发到新的邮箱；原来登记的手机和邮箱会收到通知。',
  en: 'We send the code to the new address, and also write to the telephone and e-mail on record so far.',
};
