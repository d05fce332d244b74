import { NavLink, useLocation } from 'react-router';
import type { Text } from '#basics';
import { toggleBigType } from './big-type.ts';
import { Mark } from './icons.tsx';
import { languageTag, useLanguage, useSay } from './language.tsx';
import { checkerIn, homeOfMy, pageOf } from './links.ts';
import { MyIcon } from './my-icons.tsx';
import { NoticesLink } from './notices-link.tsx';

/** The bar of the signed-in pages: where somebody can go, the other language of this very page, big type, the way out. */
export function MyBar({ onSignOut }: { readonly onSignOut: (() => void) | null }) {
  const language = useLanguage();
  const say = useSay();
  const { pathname } = useLocation();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <>
      <a className="skip" href="#main">
        {say({ zh: '跳到正文', en: 'Skip to the page' })}
      </a>
      <header className="bar my-bar">
        <a className="brand" href={`/${language}/`}>
          <Mark />
          <b>{say({ zh: '随行', en: 'Suixing' })}</b>
        </a>
        {onSignOut && <Places />}
        <div className="tools">
          <a
            className="tool"
            href={`${homeOfMy(other)}${pathname}`}
            lang={languageTag(other)}
            hrefLang={other}
          >
            {other === 'zh' ? '中文' : 'English'}
          </a>
          <button type="button" className="tool" onClick={toggleBigType}>
            {say({ zh: '大字', en: 'Big type' })}
          </button>
          {onSignOut && (
            <button type="button" className="tool" onClick={onSignOut}>
              <MyIcon name="leave" />
              {say({ zh: '退出', en: 'Sign out' })}
            </button>
          )}
        </div>
      </header>
    </>
  );
}

function Places() {
  const say = useSay();
  const language = useLanguage();
  return (
    <nav className="places" aria-label={say({ zh: '主导航', en: 'Main' })}>
      {places.slice(0, 2).map(({ to, name }) => (
        <NavLink key={to} to={to}>
          {say(name)}
        </NavLink>
      ))}
      <NoticesLink />
      {places.slice(2).map(({ to, name }) => (
        <NavLink key={to} to={to}>
          {say(name)}
        </NavLink>
      ))}
      <a href={checkerIn(language)}>{say({ zh: '转移或领取', en: 'Transfer or withdraw' })}</a>
    </nav>
  );
}

const places: readonly { readonly to: string; readonly name: Text }[] = [
  { to: pageOf.account(), name: { zh: '我的账户', en: 'My account' } },
  { to: pageOf.cases(), name: { zh: '我的办理', en: 'My cases' } },
  { to: pageOf.record(), name: { zh: '我的档案', en: 'My record' } },
  { to: pageOf.months(), name: { zh: '缴费记录', en: 'Months paid' } },
];
