import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { plainDate, shanghaiDate, type Text } from '#basics';
import type { Answer } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAskPages, useWrite } from '../../ui/asking.ts';
import { daysInWords, showClock, showDay } from '../../ui/dates.ts';
import { Heading } from '../../ui/heading.tsx';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { languageTag, useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { masked } from '../../ui/masked.ts';
import { usePerson } from '../../ui/person.tsx';
import { useToday } from '../../ui/today.ts';
import { NoticeSettings } from './notice-settings.tsx';

type Notice = Answer<'GET /people/{personId}/notices'>['items'][number];

/** What the person was told, when, by which way and whether it left us; how they are told from now on. */
export function NoticesPage() {
  const say = useSay();
  const personId = usePerson();
  const { pages, asked, more } = useAskPages('GET /people/{personId}/notices', { params: { personId } });
  const items = pages.flatMap((page) => page.items);
  useReading(items);
  return (
    <main id="main" className="reading">
      <Heading>{say({ zh: '通知', en: 'Notices' })}</Heading>
      <p className="muted">
        {say({
          zh: '我们发给您的每一条，都留在这里五年，只有您看得到。短信和邮件里不写金额、姓名和理由；那些在办理页面和文书里。',
          en: 'Every notice we send you is kept here for five years, and only you can see it. Messages contain no amounts, names or reasons; those are in your case and its letters.',
        })}
      </p>
      <Asked of={asked}>
        {() => (
          <section className="card pad" aria-label={say({ zh: '发过的通知', en: 'Notices sent' })}>
            {items.length === 0 && (
              <p className="muted">
                {say({ zh: '还没有给您发过通知。', en: 'Nothing has been sent to you yet.' })}
              </p>
            )}
            <ol className="notices">
              {items.map((notice) => (
                <Row key={notice.id} notice={notice} />
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
      <NoticeSettings />
    </main>
  );
}

/** What is shown counts as read; on this page it stays marked as new until somebody comes back. */
function useReading(items: readonly Notice[]): void {
  const client = useQueryClient();
  const personId = usePerson();
  const noted = useRef(new Set<string>());
  const { send } = useWrite('POST /people/{personId}/notices/readings', () => {
    void client.invalidateQueries({ queryKey: ['GET /people/{personId}/unread-notices'] });
  });
  useEffect(() => {
    const ids = items.filter(({ id, unread }) => unread && !noted.current.has(id)).map(({ id }) => id);
    if (ids.length === 0) return;
    for (const id of ids) noted.current.add(id);
    send({ params: { personId }, body: { ids: ids.slice(0, 100) } });
  }, [items, personId, send]);
}

function Row({ notice }: { readonly notice: Notice }) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const { madeAt, unread, text, language: written, channel, to, state, caseNumber } = notice;
  const at = new Date(String(madeAt));
  const { kind, icon, words } = states[state];
  return (
    <li className={unread ? 'new' : ''}>
      <p className="notice-head">
        <b>
          {showDay(plainDate(shanghaiDate(at)), language, today)} {showClock(at.toISOString())}
        </b>
        {unread && <span className="tag info">{say({ zh: '新', en: 'New' })}</span>}
      </p>
      <p lang={languageTag(written)}>{daysInWords(text, written, today)}</p>
      <p className="notice-way">
        <span className={`tag ${kind}`}>
          <Icon name={icon} />
          {say(words)}
        </span>
        <span className="caption">
          {say(channels[channel])} {masked(to)}
        </span>
        {caseNumber !== null && (
          <Link to={pageOf.oneCase(caseNumber)}>
            {say({ zh: '看这件办理', en: 'See the case' })}
            <span className="vh"> {caseNumber}</span>
          </Link>
        )}
      </p>
    </li>
  );
}

const channels = {
  sms: { zh: '短信', en: 'Text message to' },
  email: { zh: '邮件', en: 'E-mail to' },
  letter: { zh: '信件', en: 'Letter to' },
} satisfies Readonly<Record<Notice['channel'], Text>>;

const states: Readonly<
  Record<Notice['state'], { readonly kind: string; readonly icon: IconName; readonly words: Text }>
> = {
  waiting: { kind: 'info', icon: 'clock', words: { zh: '正在发', en: 'On its way' } },
  sent: { kind: 'ok', icon: 'tick', words: { zh: '已发出', en: 'Sent' } },
  failed: { kind: 'wait', icon: 'warn', words: { zh: '没有发出去', en: 'Not delivered' } },
  expired: { kind: '', icon: 'clock', words: { zh: '过期未发', en: 'Not sent in time' } },
};
