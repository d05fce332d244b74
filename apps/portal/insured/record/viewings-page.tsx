import { useState } from 'react';
import { plainDate, shanghaiDate, type Text } from '#basics';
import type { Answer } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAskPages } from '../../ui/asking.ts';
import { BackTo } from '../../ui/back-to.tsx';
import { showClock, showDate } from '../../ui/dates.ts';
import { Heading } from '../../ui/heading.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { usePerson } from '../../ui/person.tsx';

type Viewing = Answer<'GET /people/{personId}/viewings'>['items'][number];

/** Who looked at the record, when and what for; one's own looks only on demand. */
export function ViewingsPage() {
  const say = useSay();
  const personId = usePerson();
  const [own, setOwn] = useState(false);
  const { pages, asked, more } = useAskPages('GET /people/{personId}/viewings', {
    params: { personId },
    query: { limit: 100 },
  });
  const all = pages.flatMap(({ items }) => items);
  const shown = own ? all : all.filter(({ actorKind }) => actorKind !== 'insured');
  return (
    <main id="main" className="reading">
      <BackTo to={pageOf.account()}>{say({ zh: '我的账户', en: 'My account' })}</BackTo>
      <Heading>{say({ zh: '谁看过我的记录', en: 'Who looked at my record' })}</Heading>
      <p className="muted">
        {say({
          zh: '每次查看都会记下来，改不了，也删不掉。觉得不对，可以到窗口问。',
          en: 'Each time somebody looks at your record it is logged, and no entry can be changed or deleted. If one looks wrong, ask at a window.',
        })}
      </p>
      <label className="check-row">
        <input
          type="checkbox"
          checked={own}
          onChange={({ currentTarget }) => setOwn(currentTarget.checked)}
        />
        {say({ zh: '也列出我自己的查看', en: 'Also list when I looked myself' })}
      </label>
      <Asked of={asked}>
        {() => (
          <section className="card pad">
            {shown.length === 0 && (
              <p className="muted">
                {say({
                  zh: '列出的这一段里，没有别人看过。',
                  en: 'Nobody else looked in the time listed here.',
                })}
              </p>
            )}
            <ol className="log">
              {shown.map((viewing) => (
                <Row key={viewing.viewingId} viewing={viewing} />
              ))}
            </ol>
            {more && (
              <button type="button" className="btn wide" onClick={more}>
                {say({ zh: '再往前看', en: 'Show earlier ones' })}
              </button>
            )}
          </section>
        )}
      </Asked>
    </main>
  );
}

function Row({ viewing }: { readonly viewing: Viewing }) {
  const say = useSay();
  const language = useLanguage();
  const { at, actorKind, actorId, purpose, caseNumber } = viewing;
  return (
    <li>
      <b>
        {say(kinds[actorKind] ?? kinds.integrator)}
        {actorKind !== 'insured' && <span className="caption"> {actorId.slice(-6)}</span>}
      </b>
      <span>
        {showDate(plainDate(shanghaiDate(new Date(String(at)))), language)} {showClock(String(at))}
      </span>
      <em className="why">
        {say(purposes[purpose])}
        {caseNumber && ` · ${caseNumber}`}
      </em>
    </li>
  );
}

const kinds = {
  officer: { zh: '经办机构工作人员', en: 'An officer of the agency' },
  insured: { zh: '您', en: 'You' },
  successor: { zh: '继承人', en: 'An heir' },
  agent: { zh: '代办人', en: 'Your agent' },
  employer: { zh: '您的单位', en: 'Your employer' },
  integrator: { zh: '合作机构', en: 'A partner of the agency' },
} as Readonly<Record<string, Text>> & { readonly integrator: Text }; // the names above

const purposes = {
  'own-record': { zh: '查看自己的记录', en: 'Looking at their own record' },
  casework: { zh: '办理业务', en: 'Work on a case' },
  records: { zh: '维护登记', en: 'Updating the record' },
  card: { zh: '社保卡业务', en: 'A social-security card' },
  account: { zh: '账户业务', en: 'A personal account' },
  payments: { zh: '付款', en: 'A payment' },
  supervision: { zh: '核查', en: 'An investigation' },
  enquiry: { zh: '答复咨询', en: 'Answering a question' },
  complaint: { zh: '处理投诉', en: 'A complaint' },
  audit: { zh: '审计', en: 'An audit' },
} satisfies Readonly<Record<string, Text>>;
