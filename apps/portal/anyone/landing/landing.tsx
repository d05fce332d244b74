import type { Text } from '#basics';
import { Bar, Foot } from '../../ui/bar.tsx';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { homeOfMy } from '../../ui/links.ts';
import { useSite } from '../../ui/site.tsx';

export const landingTitle: Text = {
  zh: '医保个人账户转移与领取',
  en: 'Moving or withdrawing a medical insurance account',
};

/** The way in: the checker first, since most come to ask. */
export function Landing() {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <Bar path="" />
      <main id="main">
        <section className="hero">
          <h1>
            {say({ zh: '医保个人账户，', en: 'Your medical account ' })}
            <br />
            {say({ zh: '跟着您走', en: 'goes where you go' })}
          </h1>
          <p>
            {say({
              zh: '去别的城市，可以转走；符合规定的，可以一次领出。先答几道题，看看您属于哪一种。',
              en: 'It can move with you to another city, and in some situations be paid out in one sum. A few questions tell which is yours.',
            })}
          </p>
          <Route />
          <a className="btn wide" href={`/${language}/check`}>
            <span>{say({ zh: '我能转移或领取吗？', en: 'Can I transfer or withdraw?' })}</span>
            <Icon name="arrow" />
          </a>
          <ul className="hint">
            <Hint icon="clock" text={{ zh: '约 1 分钟', en: 'About a minute' }} />
            <Hint icon="lock" text={{ zh: '不用登录', en: 'No sign-in' }} />
            <Hint icon="list" text={{ zh: '最多 6 题', en: 'At most 6 questions' }} />
          </ul>
          <a className="mine" href={homeOfMy(language)}>
            {say({ zh: '登录，看我的账户和办理进度', en: 'Sign in to see my account and my cases' })}
          </a>
        </section>
        <Doors />
      </main>
      <Foot />
    </>
  );
}

const doors = [
  {
    to: 'status',
    icon: 'swap',
    title: { zh: '查办理进度', en: 'Where is my application?' },
    says: { zh: '现在到哪一步、在谁手里、哪天办完', en: 'Which step, who has it, and by which day' },
  },
  {
    to: 'rules',
    icon: 'list',
    title: { zh: '什么情况可以转、可以领', en: 'When it can move or be paid out' },
    says: {
      zh: '每种情形的条件、材料、天数和依据',
      en: 'Conditions, papers, days and clauses of each situation',
    },
  },
  {
    to: 'heirs',
    icon: 'people',
    title: { zh: '家人去世后，办理余额领取', en: 'When somebody in the family has died' },
    says: { zh: '不需要逝者的手机或密码', en: 'Their telephone or password is not needed' },
  },
  {
    to: 'help',
    icon: 'phone',
    title: { zh: '找人帮忙', en: 'Help' },
    says: { zh: '电话、窗口、家人代办', en: 'Telephone, windows, family acting for you' },
  },
] as const satisfies readonly {
  readonly to: string;
  readonly icon: IconName;
  readonly title: Text;
  readonly says: Text;
}[];

function Doors() {
  const say = useSay();
  const language = useLanguage();
  return (
    <nav className="doors" aria-label={say({ zh: '其他服务', en: 'Other services' })}>
      {doors.map(({ to, icon, title, says }) => (
        <a key={to} href={`/${language}/${to}`}>
          <Icon name={icon} />
          <span>
            <b>{say(title)}</b>
            <span>{say(says)}</span>
          </span>
          <Icon name="next" />
        </a>
      ))}
    </nav>
  );
}

function Hint({ icon, text }: { readonly icon: IconName; readonly text: Text }) {
  const say = useSay();
  return (
    <li>
      <Icon name={icon} />
      {say(text)}
    </li>
  );
}

/** Record and balance leave side by side; what the new city does not take goes to the person. */
function Route() {
  const say = useSay();
  const { city } = useSite();
  const label = {
    zh: '两条线从{city}出发并行：参保记录和账户余额一起转到新城市；新城市不收余额时，余额改为发给本人',
    en: 'Two lines leave {city} side by side: the record and the balance go to the new city together; a balance that it does not take is paid to you',
  };
  return (
    <svg className="route" viewBox="0 0 390 148" role="img" aria-label={say(label, { city: say(city) })}>
      <g className="lines">
        <path className="deep-record" d="M-10 84H108q6 0 10-4L158 44q4-4 10-4H290" />
        <path className="deep-balance" d="M-10 98H114q6 0 10-4L164 58q4-4 10-4H290" />
        <path className="deep-balance dotted" d="M206 62L240 100q5 6 12 6H282" />
      </g>
      <g className="stations">
        <circle cx="57" cy="91" r="17" />
        <circle cx="290" cy="47" r="17" />
        <circle className="small-one" cx="290" cy="106" r="10" />
      </g>
      <text x="57" y="130" textAnchor="middle">
        {say(city)}
      </text>
      <text x="317" y="52">
        {say({ zh: '新城市', en: 'New city' })}
      </text>
      <text x="311" y="111">
        {say({ zh: '发给本人', en: 'Paid to you' })}
      </text>
      <text className="s" x="172" y="29">
        {say({ zh: '参保记录', en: 'Record' })}
      </text>
      <text className="s" x="112" y="119">
        {say({ zh: '账户余额', en: 'Balance' })}
      </text>
    </svg>
  );
}
