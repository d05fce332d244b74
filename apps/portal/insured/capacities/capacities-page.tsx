import { Link } from 'react-router';
import { type Capacity, capacityNames, homes, useActing, useChangeCapacity } from '../../ui/capacity.tsx';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { AcceptMandate, AddWithCode } from './with-a-code.tsx';

/** As what a login may act: one at a time, each with pages of its own; and how it comes to act for somebody more. */
export function CapacitiesPage() {
  const say = useSay();
  const { kind, capacities } = useActing();
  const { change, busy, problem } = useChangeCapacity();
  return (
    <main id="main" className="reading capacities">
      <Heading>{say({ zh: '以什么身份办事', en: 'Who you act as' })}</Heading>
      <p className="muted">
        {say({
          zh: '一次用一个身份，看到的和能办的只是这个身份的。换身份不用重新登录。',
          en: 'You act as one of these at a time, and see and do only what belongs to it. You need not sign in again to change.',
        })}
      </p>
      <ProblemBox problem={problem} />
      <ul className="case-list">
        {capacities.map((capacity) => (
          <li key={capacity} className="card">
            {capacity === kind ? (
              <Link to={homes[capacity]()}>
                <Words capacity={capacity} current />
              </Link>
            ) : (
              <button type="button" aria-disabled={busy} onClick={() => busy || change(capacity)}>
                <Words capacity={capacity} current={false} />
              </button>
            )}
          </li>
        ))}
      </ul>
      <AcceptMandate />
      <AddWithCode />
      <p className="small">
        <Link to={pageOf.security()}>
          {say({ zh: '密码和动态验证码', en: 'Password and one-time code' })}
        </Link>
      </p>
    </main>
  );
}

function Words({ capacity, current }: { readonly capacity: Capacity; readonly current: boolean }) {
  const say = useSay();
  return (
    <>
      <span className="case-top">
        <b>{say(capacityTitles[capacity])}</b>
        {current && (
          <span className="tag ok">
            <Icon name="tick" />
            {say({ zh: '现在的身份', en: 'Now' })}
          </span>
        )}
      </span>
      <span className="small muted">{say(whatFor[capacity])}</span>
      <Icon name="next" />
    </>
  );
}

const capacityTitles = {
  ...capacityNames,
  insured: { zh: '参保人本人', en: 'Yourself, the insured' },
  successor: { zh: '继承人', en: 'Heir' },
  agent: { zh: '代办人', en: 'Agent' },
  employer: { zh: '单位', en: 'Employer' },
};

const whatFor = {
  insured: { zh: '自己的账户、缴费记录和办理', en: 'Your own account, months paid and cases' },
  successor: { zh: '亲人去世后留下的个人账户', en: 'The personal account of somebody who died' },
  agent: { zh: '别人委托您办的事，限于委托写明的', en: 'What others have let you do for them, and no more' },
  employer: { zh: '本单位的职工名单和减员', en: 'Your staff, and taking them off the roster' },
};
