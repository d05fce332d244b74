import { regionPack } from '#law';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { homeOfMy } from '../../ui/links.ts';
import { PageLink, PlainPage, Section } from '../../ui/plain-page.tsx';
import { useSite } from '../../ui/site.tsx';
import { disagreement, heirsTitle, proofs, whoMayApply } from './heirs-words.ts';

/** For whoever lost somebody: that there is no hurry, the ways in, what proves it, who may apply, and what if they disagree. */
export function Heirs() {
  const say = useSay();
  return (
    <PlainPage
      path="heirs"
      title={heirsTitle}
      lead={say({
        zh: '这段时间不容易，可以慢慢来。账户里的钱留着，照样计息，不会过期。办的时候，不需要逝者的手机、账号或密码。',
        en: 'This is a hard time, and there is no hurry. The money stays, earns interest and does not lapse. You need neither the telephone nor the login of the person who died.',
      })}
    >
      <WaysIn />
      <Section id="proof" title={say({ zh: '用什么证明', en: 'What proves it' })}>
        <div className="card pad">
          <dl className="proofs">
            {proofs.map(({ what, how }) => (
              <div key={what.en}>
                <dt>{say(what)}</dt>
                <dd>{say(how)}</dd>
              </div>
            ))}
          </dl>
          <p>
            <PageLink to="rules#death" text={{ zh: '看依据的条款', en: 'The provisions behind this' }} />
          </p>
        </div>
      </Section>
      <WhoMayApply />
      <Section id="disagree" title={say({ zh: '有人不同意怎么办', en: 'What if we disagree' })}>
        <div className="card pad">
          <ul className="plain">
            {disagreement.map((text) => (
              <li key={text.en}>{say(text)}</li>
            ))}
          </ul>
        </div>
      </Section>
      <ByTelephone />
    </PlainPage>
  );
}

function WhoMayApply() {
  const say = useSay();
  return (
    <Section id="who" title={say({ zh: '谁可以申请，怎么分', en: 'Who may apply, and the shares' })}>
      <div className="card pad">
        <p>
          {say({
            zh: '一位继承人申请就行，其他人不用都来：每人收到一个自己的链接，在上面同意、放弃或者提出异议。',
            en: 'One heir applies; not all need to come. Every other one gets a link of their own, by which they agree, waive or object.',
          })}
        </p>
        <ul className="plain">
          {whoMayApply.map((text) => (
            <li key={text.en}>{say(text)}</li>
          ))}
        </ul>
        <p>
          {say({
            zh: '钱付到每个人自己的账户，不经别人的手。除不尽的几分钱归谁，写在份额旁边。未成年的，由监护人代领。',
            en: 'Each heir is paid to their own account; the money goes through nobody else’s hands. Who gets a fen left over is shown beside the shares. A guardian receives the share of a minor.',
          })}
        </p>
      </div>
    </Section>
  );
}

function WaysIn() {
  const say = useSay();
  const language = useLanguage();
  const to = (path: string) => `/${language}/${path}`;
  return (
    <nav className="sec" aria-label={say({ zh: '从哪里开始', en: 'Where to begin' })}>
      <ul className="card contents">
        <Way
          to={to('account-inquiry')}
          icon="list"
          title={say({
            zh: '第一次来：先问有没有账户',
            en: 'First time here: ask whether there was an account',
          })}
          says={say({
            zh: '填几项，带材料核对一次；核对过就能给自己开通登录名',
            en: 'A few lines, and your papers are checked once; then you open a login of your own',
          })}
        />
        <Way
          to={to('account-inquiry#answer')}
          icon="document"
          title={say({ zh: '问过了：看答复', en: 'I have asked: read the answer' })}
          says={say({ zh: '用编号和口令', en: 'With the number and the secret' })}
        />
        <Way
          to={`${homeOfMy(language)}/heir`}
          icon="people"
          title={say({ zh: '有登录名或激活码：接着办', en: 'I have a login or a code: go on' })}
          says={say({ zh: '申请、邀请其他继承人、看进度', en: 'Apply, invite the others, follow the case' })}
        />
      </ul>
      <p className="small muted after-list">
        {say({
          zh: '家人发给您一个链接的，直接打开它就行，不用登录。',
          en: 'If a relative sent you a link, just open it. You need no login.',
        })}
      </p>
    </nav>
  );
}

function Way(way: {
  readonly to: string;
  readonly icon: IconName;
  readonly title: string;
  readonly says: string;
}) {
  return (
    <li>
      <a href={way.to}>
        <Icon name={way.icon} />
        <span>
          <b>{way.title}</b>
          <span className="small muted">{way.says}</span>
        </span>
      </a>
    </li>
  );
}

function ByTelephone() {
  const say = useSay();
  const { region } = useSite();
  const { number } = regionPack(region).hotline;
  return (
    <Section id="helped" title={say({ zh: '想有人陪着办', en: 'If you would rather have help' })}>
      <a className="card call" href={`tel:${number}`}>
        <Icon name="phone" />
        <span>
          <b>{number}</b>
          <span>
            {say({
              zh: '网页上能办的，窗口都能办，结果一样',
              en: 'A window can do everything these pages do, with the same result',
            })}
          </span>
        </span>
      </a>
    </Section>
  );
}
