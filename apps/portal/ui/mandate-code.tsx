import { Link } from 'react-router';
import { CopyButton } from './copy-button.tsx';
import { Heading } from './heading.tsx';
import { useSay } from './language.tsx';
import type { MandatePlaces } from './mandate-step.ts';

/** The code of a mandate, told this once, and what to do with it. */
export function CodeOfMandate({
  code,
  agentName,
  at,
}: {
  readonly code: string;
  readonly agentName: string;
  readonly at: MandatePlaces;
}) {
  const say = useSay();
  return (
    <main id="main" className="narrow">
      <Heading>
        {say({ zh: '把委托码交给{name}', en: 'Hand the code to {name}' }, { name: agentName })}
      </Heading>
      <section className="card pad told-once">
        <p className="caption">{say({ zh: '委托码', en: 'Code' })}</p>
        <p className="number">{code}</p>
        <CopyButton text={code} label={say({ zh: '复制委托码', en: 'Copy the code' })} />
      </section>
      <p>
        {say({
          zh: '只显示这一次，请现在抄下或复制，当面或用您信得过的方式给对方，不要给别人。',
          en: 'It is shown only once. Copy it now and give it to them in person or in a way you trust, and to nobody else.',
        })}
      </p>
      <p className="muted">
        {say(
          {
            zh: '{name}用自己的账号登录，在“以什么身份办事”里填上它，委托就生效。给错了，可以在“{list}”里终止。',
            en: '{name} signs in with a login of their own and enters it under “Who you act as”. If it reaches the wrong person, end the mandate under “{list}”.',
          },
          { name: agentName, list: say(at.listName) },
        )}
      </p>
      <Link className="btn wide" to={at.list}>
        {say({ zh: '好了，已经抄下', en: 'Done, I have the code' })}
      </Link>
    </main>
  );
}
