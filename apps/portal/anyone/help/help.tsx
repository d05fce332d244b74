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
      <Windows number={number} />
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
                en: '“Big type” is at the top of every page. One tap enlarges them all, and this device remembers it.',
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

/** Addresses are listed nowhere that we could rely on, and a wrong one costs somebody a day. */
function Windows({ number }: { readonly number: string }) {
  const say = useSay();
  return (
    <Section id="window" title={say(topics.window)}>
      <div className="card pad">
        <p>
          {say({
            zh: '这里不列窗口地址：我们手里没有核对过的地址表，写错了会让您白跑一趟。',
            en: 'We give no addresses here: we hold no list that was checked, and a wrong address would cost you a journey.',
          })}
        </p>
        <ul className="plain">
          <li>
            {say(
              {
                zh: '拨 {number}，说住在哪里、办什么，会告诉您最近的窗口、开门时间和要带什么。',
                en: 'Call {number} and say where you live and what it is about: you are told the nearest window, its hours and what to bring.',
              },
              { number },
            )}
          </li>
          <li>
            {say({
              zh: '已经在办的，回执和我们发的信最上面写着承办的经办机构，就找它的窗口。',
              en: 'If a case is under way, its receipt and our letters name the office at their head: go to a window of that office.',
            })}
          </li>
        </ul>
      </div>
    </Section>
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
