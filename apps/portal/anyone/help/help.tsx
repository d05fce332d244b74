import { regionPack } from '#law';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { PageLink, PlainPage, Section } from '../../ui/plain-page.tsx';
import { useSite } from '../../ui/site.tsx';
import { Death } from './death.tsx';
import { Disagree } from './disagree.tsx';
import { ForSomebody } from './for-somebody.tsx';
import { helpTitle, topics } from './help-words.ts';
import { WhatToBring } from './what-to-bring.tsx';

/** Whom to ask and what to bring, for whoever would rather be helped. */
export function Help() {
  const say = useSay();
  const { region } = useSite();
  const { number } = regionPack(region).hotline;
  return (
    <PlainPage
      path="help"
      title={helpTitle}
      lead={say({
        zh: '不会用、不想用网页都没关系。网页上能办的，窗口都能办，结果一样。',
        en: 'You need not use these pages. Whatever they do, a window does as well, with the same result.',
      })}
    >
      <section className="sec">
        <a className="card call" href={`tel:${number}`}>
          <Icon name="phone" />
          <span>
            <b>{number}</b>
            <span>
              {say({ zh: '医保服务热线，点一下就拨', en: 'The medical-insurance line; tap to call' })}
            </span>
          </span>
        </a>
      </section>
      <Contents />
      <WhatToBring />
      <ForSomebody />
      <Death />
      <Disagree />
      <Section id="reading" title={say(topics.reading)}>
        <div className="card pad">
          <ul className="plain">
            <li>
              {say({
                zh: '每页右上角有“大字”，点一下全站变大，这台设备会记住。',
                en: '“Big type” stands at the top of every page; one tap enlarges them all, and this device remembers it.',
              })}
            </li>
            <li>
              {say({
                zh: '只用键盘、用读屏软件都可以；做过哪些检查、还有哪些不足，写在无障碍说明里。',
                en: 'A keyboard or a screen reader will do. What was tested and what is lacking is in the accessibility statement.',
              })}{' '}
              <PageLink to="accessibility" text={{ zh: '看无障碍说明', en: 'Accessibility' }} />
            </li>
          </ul>
        </div>
      </Section>
    </PlainPage>
  );
}

function Contents() {
  const say = useSay();
  return (
    <nav className="sec" aria-label={say({ zh: '本页目录', en: 'On this page' })}>
      <ul className="card contents">
        {Object.entries(topics).map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>
              <Icon name="down" />
              {say(title)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
