import { Link } from 'react-router';
import { forCount, type Text } from '#basics';
import { regionPack } from '#law';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { useSayDays } from '../../ui/say-days.ts';
import { sentence } from '../../ui/sentence.ts';
import { useSite } from '../../ui/site.tsx';
import type { Check } from './check-page.tsx';
import { employerMessages } from './employer-message.ts';

type Reason = Check['reasons'][number];

/** Everything that stands in the way, each with who has to do what, and what to write to them. */
export function Reasons(of: { readonly check: Check; readonly busy: boolean; readonly onAgain: () => void }) {
  const { check, busy, onAgain } = of;
  const say = useSay();
  const { region } = useSite();
  const { reasons } = check;
  const { number } = regionPack(region).hotline;
  return (
    <>
      <p className="lead">
        {say(
          forCount(
            reasons.length,
            { zh: '只差一件事：', en: 'One thing stands in the way.' },
            {
              zh: '一共 {n} 件事，都列在这里，办完不会再有别的：',
              en: '{n} things stand in the way. This is the whole list.',
            },
          ),
          { n: reasons.length },
        )}
      </p>
      <ol className="obstacles">
        {reasons.map((reason) => (
          <li key={reason.code} className="card pad">
            <Obstacle reason={reason} />
          </li>
        ))}
      </ol>
      <button type="button" className="btn primary wide" aria-disabled={busy} onClick={onAgain}>
        {busy
          ? say({ zh: '正在查……', en: 'Checking…' })
          : say({ zh: '办好了，再查一次', en: 'It is done: check again' })}
      </button>
      <a className="btn wide" href={`tel:${number}`}>
        <Icon name="phone" />
        {say({ zh: '打电话问 {number}', en: 'Call {number}' }, { number })}
      </a>
    </>
  );
}

function Obstacle({ reason }: { readonly reason: Reason }) {
  const say = useSay();
  const sayDays = useSayDays();
  const language = useLanguage();
  const { code, certain, text, remedy, legalBasis, by } = reason;
  const message = by === 'employer' ? employerMessages[code] : undefined;
  return (
    <>
      <p className={certain ? 'tag wait' : 'tag info'}>
        <Icon name={by === 'person' ? 'warn' : 'clock'} />
        {say(whoActs[by])}
      </p>
      <h2>
        <WithCases text={sentence(sayDays(text))} />
      </h2>
      <p>
        <WithCases text={sentence(sayDays(remedy))} />
      </p>
      {message && (
        <>
          <div className="say">
            <p lang="zh-CN">{message.toSend}</p>
            {language === 'en' && <p className="muted">“{message.meaning}”</p>}
          </div>
          <CopyButton
            text={message.toSend}
            label={say({ zh: '复制这段话，发给单位', en: 'Copy this and send it' })}
          />
        </>
      )}
      <p className="caption song">{say(legalBasis)}</p>
    </>
  );
}

const whoActs: Readonly<Record<Reason['by'], Text>> = {
  person: { zh: '要您办', en: 'Yours to do' },
  employer: { zh: '要单位办', en: 'Your employer’s to do' },
  'this-agency': { zh: '要我们办', en: 'Ours to do' },
  'other-agency': { zh: '要对方办', en: 'The other agency’s to do' },
};

/** A sentence in which the numbers of the person's own cases lead there. */
function WithCases({ text }: { readonly text: string }) {
  return text.split(/([A-Z]{2}-\d{4}(?:-[0-9A-Z]{5}){3})/).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <Link key={part} to={pageOf.oneCase(part)}>
        {part}
      </Link>
    ),
  );
}
