import { useSay } from '../../ui/language.tsx';
import { PageLink, Section } from '../../ui/plain-page.tsx';
import { topics } from './help-words.ts';

/** For whoever lost somebody: that there is no hurry, what is not needed, and what to do first. */
export function Death() {
  const say = useSay();
  return (
    <Section id="death" title={say(topics.death)}>
      <div className="card pad">
        <p>
          {say({
            zh: '这段时间不容易，可以慢慢来。账户里的钱留着，照样计息，不会过期，由继承人领取。',
            en: 'This is a hard time, and there is no hurry. The money stays, earns interest, does not lapse, and goes to the heirs.',
          })}
        </p>
        <p>
          {say({
            zh: '不需要逝者的手机、账号或密码。不知道有没有账户的，先证明去世的事实和亲属关系，我们核对后告诉您有没有、有多少。',
            en: 'You need neither the telephone nor the login of the person who died. If you do not know whether there is an account, prove the death and that you are related; once we have checked, we tell you whether there is one and what it holds.',
          })}
        </p>
        <h3>{say({ zh: '怎么办', en: 'What to do' })}</h3>
        <ol className="numbered">
          <li>
            {say({
              zh: '一位继承人提出申请，在网上或者到窗口都可以。',
              en: 'One of the heirs applies, online or at a window.',
            })}{' '}
            <PageLink to="heirs" text={{ zh: '从哪里开始', en: 'Where to begin' }} />
          </li>
          <li>
            {say({
              zh: '其他继承人各有一个自己的链接，在上面同意、放弃或者提出异议，不用都来。',
              en: 'Every other heir gets a link of their own, by which they agree, waive or object; not all need to come.',
            })}
          </li>
          <li>
            {say({
              zh: '没有遗嘱、协议或者判决另外规定的，各人份额相等；除不尽的几分钱，我们写明归谁。',
              en: 'Unless a will, an agreement or a court says otherwise, the shares are equal; we say who gets the fen left over.',
            })}
          </li>
          <li>
            {say({
              zh: '钱付到每位继承人自己的账户。有人提出异议的，只有有争议的那一份要等。',
              en: 'Each heir is paid to their own account. Where somebody objects, only the share in dispute waits.',
            })}
          </li>
        </ol>
        <p>
          {say({
            zh: '未成年的继承人由监护人代领。查办理进度用受理回执上的办理编号和查询码。',
            en: 'A guardian receives the share of a minor. To ask how it stands, use the number and tracking code on the receipt.',
          })}{' '}
          <PageLink to="status" text={{ zh: '查办理进度', en: 'Where is my application?' }} />
        </p>
      </div>
    </Section>
  );
}
