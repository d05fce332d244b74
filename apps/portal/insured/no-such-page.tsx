import { Link } from 'react-router';
import type { Text } from '#basics';
import { regionPack } from '#law';
import { missingLead, missingTitle } from '../anyone/missing/missing.tsx';
import { type Capacity, homes, useActing } from '../ui/capacity.tsx';
import { Heading } from '../ui/heading.tsx';
import { useSay } from '../ui/language.tsx';
import { PageLink } from '../ui/plain-page.tsx';
import { useSite } from '../ui/site.tsx';

/** In the place of a page of the signed-in portal that is not there: said, and the ways on of whoever has signed in. */
export function NoSuchPage() {
  const say = useSay();
  const { kind } = useActing();
  const { region } = useSite();
  const { number } = regionPack(region).hotline;
  return (
    <main id="main" className="narrow">
      <Heading>{say(missingTitle)}</Heading>
      <p>{say(missingLead)}</p>
      <ul className="plain">
        <li>
          <Link to={homes[kind]()}>{say(toOwn[kind])}</Link>
        </li>
        <li>
          <PageLink to="help" text={{ zh: '怎么找人帮忙', en: 'How to get help' }} />
        </li>
        <li>
          {say({ zh: '打电话问：', en: 'Ask by telephone: ' })}
          <a className="nb" href={`tel:${number}`}>
            {number}
          </a>
        </li>
      </ul>
    </main>
  );
}

const toOwn: Readonly<Record<Capacity, Text>> = {
  insured: { zh: '到我的账户', en: 'To my account' },
  successor: { zh: '到继承办理', en: 'To the succession' },
  agent: { zh: '到我代办的人', en: 'To those I act for' },
  employer: { zh: '到职工名单', en: 'To our staff' },
};
