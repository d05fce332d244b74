import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';
import { Heading } from './heading.tsx';
import { Icon } from './icons.tsx';
import { useLanguage, useSay } from './language.tsx';
import { statusOf } from './links.ts';
import { QrCode } from './qr-code.tsx';

interface Received {
  readonly title: string;
  /** What was applied for. */
  readonly about: string;
  readonly number: string;
  /** By which it is followed without a login, together with the number; null where it was told before. */
  readonly trackingCode: string | null;
  /** By when, in words; null where no day is promised. */
  readonly promised: ReactNode;
  readonly next: readonly { readonly title: string; readonly text: ReactNode }[];
  /** The same as a PDF. */
  readonly pdf: string | null;
  /** Without the mark of success, where somebody has died. */
  readonly quiet?: boolean;
  readonly children: ReactNode;
}

/** That it was received: under which number, how it is followed without a login, by when it is done, and what comes next. */
export function Receipt(received: Received) {
  const { title, about, next, quiet = false, children } = received;
  const say = useSay();
  return (
    <main id="main" className="reading receipt">
      <header className="received">
        {!quiet && <Icon name="tick" />}
        <Heading>{title}</Heading>
        <p>{about}</p>
      </header>
      <Particulars {...received} />
      <ToKeep {...received} />
      <section className="sec">
        <h2>{say({ zh: '接下来', en: 'What happens next' })}</h2>
        <ol className="steps-ahead card">
          {next.map(({ title: step, text }) => (
            <li key={step}>
              <b>{step}</b>
              <p className="small muted">{text}</p>
            </li>
          ))}
        </ol>
      </section>
      {children}
    </main>
  );
}

function Particulars({
  number,
  trackingCode,
  promised,
}: Pick<Received, 'number' | 'trackingCode' | 'promised'>) {
  const say = useSay();
  const language = useLanguage();
  return (
    <section className="card receipt-card">
      <dl>
        <dt>{say({ zh: '办理编号', en: 'Case number' })}</dt>
        <dd className="number">{number}</dd>
        {trackingCode && (
          <>
            <dt>{say({ zh: '查询码', en: 'Tracking code' })}</dt>
            <dd className="number">{trackingCode}</dd>
          </>
        )}
        {promised && (
          <>
            <dt>{say({ zh: '最晚办结', en: 'Done by' })}</dt>
            <dd>{promised}</dd>
          </>
        )}
      </dl>
      <figure>
        <QrCode text={`${location.origin}${statusOf(language, number)}`} label={say(qrLabel)} />
        <figcaption className="caption">{say(qrLabel)}</figcaption>
      </figure>
    </section>
  );
}

function ToKeep({ pdf, number }: Pick<Received, 'pdf' | 'number'>) {
  const say = useSay();
  return (
    <div className="receipt-does">
      {pdf && (
        <a className="btn wide" href={pdf} target="_blank" rel="noreferrer">
          <Icon name="document" />
          {say({ zh: '受理回执（PDF）', en: 'Receipt (PDF)' })}
        </a>
      )}
      <button type="button" className="btn wide" onClick={() => print()}>
        <Icon name="print" />
        {say({ zh: '打印', en: 'Print' })}
      </button>
      <CopyButton text={number} label={say({ zh: '复制办理编号', en: 'Copy the case number' })} />
    </div>
  );
}

const qrLabel = {
  zh: '扫码查办理进度，不用登录；里面没有个人信息',
  en: 'Scan to see where your case is, without signing in. The code holds nothing personal',
};
