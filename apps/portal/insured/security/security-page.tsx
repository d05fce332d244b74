import { useQueryClient } from '@tanstack/react-query';
import { plainDate, shanghaiDate } from '#basics';
import type { Answer, Route } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAsk, useWrite } from '../../ui/asking.ts';
import { BackTo } from '../../ui/back-to.tsx';
import { useActing } from '../../ui/capacity.tsx';
import { showClock, showDay } from '../../ui/dates.ts';
import { Heading } from '../../ui/heading.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { useToday } from '../../ui/today.ts';
import { FactorCard } from './factor-card.tsx';
import { PasswordCard } from './password-card.tsx';

const asking = 'GET /sessions' satisfies Route;
type Session = Answer<typeof asking>['items'][number];

/** By what somebody signs in, and where they are signed in. */
export function SecurityPage() {
  const say = useSay();
  const { kind } = useActing();
  return (
    <main id="main" className="reading">
      {kind === 'insured' ? (
        <BackTo to={pageOf.record()}>{say({ zh: '我的档案', en: 'My record' })}</BackTo>
      ) : (
        <BackTo to={pageOf.capacities()}>{say({ zh: '我的身份', en: 'Who I act as' })}</BackTo>
      )}
      <Heading>{say({ zh: '密码和动态验证码', en: 'Password and one-time code' })}</Heading>
      <PasswordCard />
      <FactorCard />
      <Sessions />
    </main>
  );
}

function Sessions() {
  const say = useSay();
  const client = useQueryClient();
  const asked = useAsk(asking, {});
  const { send, busy, problem } = useWrite('DELETE /sessions/others', () => {
    void client.invalidateQueries({ queryKey: [asking] });
  });
  return (
    <section className="card pad">
      <h2>{say({ zh: '正在登录的设备', en: 'Where I am signed in' })}</h2>
      <ProblemBox problem={problem} />
      <Asked of={asked}>
        {({ items }) => (
          <>
            <ol className="log">
              {items.map((session) => (
                <Row key={session.openedAt} session={session} />
              ))}
            </ol>
            {items.length > 1 ? (
              <button type="button" className="btn" aria-disabled={busy} onClick={() => send({})}>
                {say({ zh: '退出别的设备', en: 'Sign out everywhere else' })}
              </button>
            ) : (
              <p className="small muted" role="status">
                {say({ zh: '没有别的设备在登录。', en: 'You are signed in nowhere else.' })}
              </p>
            )}
          </>
        )}
      </Asked>
    </section>
  );
}

function Row({ session: { openedAt, expiresAt, current } }: { readonly session: Session }) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const at = (text: string) => {
    const time = new Date(text);
    return `${showDay(plainDate(shanghaiDate(time)), language, today)} ${showClock(text)}`;
  };
  return (
    <li>
      <b>
        {current
          ? say({ zh: '这台设备', en: 'This device' })
          : say({ zh: '另一台设备', en: 'Another device' })}
      </b>
      <span>{say({ zh: '{at} 登录', en: 'Signed in {at}' }, { at: at(openedAt) })}</span>
      <em className="why">
        {say(
          { zh: '不操作的话，{at} 自动退出', en: 'Signs out at {at} if not used' },
          { at: showClock(expiresAt) },
        )}
      </em>
    </li>
  );
}
