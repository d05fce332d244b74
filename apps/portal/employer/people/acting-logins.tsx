import { plainDate } from '#basics';
import type { Answer } from '../../ui/api.ts';
import { showDate } from '../../ui/dates.ts';
import { EndMandate } from '../../ui/end-mandate.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { masked } from '../../ui/masked.ts';
import { useEmployer } from '../of-employer.tsx';

export type ActingLogin = Answer<'GET /employers/{employerId}/logins'>['items'][number];

/** Every login that acts for the employer now, however it was given; what the employer gave is ended here, the rest where it says. */
export function ActingLogins(shown: { readonly logins: readonly ActingLogin[]; readonly again: () => void }) {
  const say = useSay();
  const { logins, again } = shown;
  return (
    <section className="group">
      <h2>{say({ zh: '现在能替单位办事的账号', en: 'Logins that act for us now' })}</h2>
      <ul className="report-lines">
        {logins.map((login) => (
          <Row key={login.mandateId ?? login.loginId} {...{ login, again }} />
        ))}
      </ul>
    </section>
  );
}

function Row({ login, again }: { readonly login: ActingLogin; readonly again: () => void }) {
  const say = useSay();
  const ownerId = useEmployer();
  const { loginName, agentName, holderName, mandateId, own } = login;
  return (
    <li className="card pad report-line">
      <span className="case-top">
        <b>{agentName ?? masked(loginName)}</b>
        {own && (
          <span className="tag ok">
            <Icon name="tick" />
            {say({ zh: '您正在用的账号', en: 'The one you use now' })}
          </span>
        )}
      </span>
      <p className="small">
        <Terms login={login} />
      </p>
      {holderName !== null && (
        <p className="small late">
          {say(
            {
              zh: '接受委托的是{holder}的账号，和您填的姓名不同。不是您要委托的人，请终止。',
              en: 'It was accepted with the login of {holder}, which is not the name that you gave. If that is not whom you meant, end it.',
            },
            { holder: holderName },
          )}
        </p>
      )}
      {mandateId === null || agentName === null ? (
        <p className="small muted">
          {say({ zh: '要停用，请到窗口办理。', en: 'To end it, come to a window.' })}
        </p>
      ) : (
        <EndMandate mandate={{ mandateId, ownerId, agentName }} again={again} />
      )}
    </li>
  );
}

/** By whom it was let in and on what paper, since when, until when. */
function Terms({ login }: { readonly login: ActingLogin }) {
  const say = useSay();
  const language = useLanguage();
  const { given, agentName, loginName, paperReference, sinceOn, untilOn } = login;
  const day = (on: string) => ({ day: showDate(plainDate(on), language) });
  const parts = [
    say(
      given === 'window'
        ? { zh: '窗口开通', en: 'Set up at a window' }
        : { zh: '单位委托', en: 'By our mandate' },
    ),
    ...(agentName === null
      ? []
      : [say({ zh: '账号 {name}', en: 'login {name}' }, { name: masked(loginName) })]),
    ...(paperReference === null
      ? []
      : [say({ zh: '凭“{paper}”', en: 'on “{paper}”' }, { paper: paperReference })]),
    say({ zh: '{day}起', en: 'since {day}' }, day(sinceOn)),
    untilOn === null
      ? say({ zh: '没有期限', en: 'no end date' })
      : say({ zh: '到{day}为止', en: 'until {day}' }, day(untilOn)),
  ];
  return parts.join(' · ');
}
