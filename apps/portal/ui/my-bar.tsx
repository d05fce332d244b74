import { Fragment, type RefObject, useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import type { Text } from '#basics';
import { putAlong, typedHere } from './along.ts';
import { toggleBigType } from './big-type.ts';
import type { Acting, Capacity } from './capacity.tsx';
import { Mark } from './icons.tsx';
import { languageTag, useLanguage, useSay } from './language.tsx';
import { leavesFor } from './leaving-click.ts';
import { checkerIn, homeOfMy, pageOf } from './links.ts';
import { MyIcon } from './my-icons.tsx';
import { NoticesLink } from './notices-link.tsx';

/** The bar of the signed-in pages: where somebody can go, the other language of this very page, big type, the way out. */
export function MyBar({
  acting = null,
  onSignOut,
}: {
  readonly acting?: Acting | null;
  readonly onSignOut: (() => void) | null;
}) {
  const language = useLanguage();
  const say = useSay();
  const { pathname, hash, state } = useLocation();
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
        {acting && <Places kind={acting.kind} />}
        <div className="tools">
          <a
            className="tool"
            href={`${homeOfMy(other)}${pathname}${hash}`}
            lang={languageTag(other)}
            hrefLang={other}
            onClick={(event) => {
              // Another window or tab has no word kept for it here, and this page stays as it is.
              if (leavesFor(event, event.currentTarget, location.href) === null) return;
              putAlong(`${homeOfMy(other)}${pathname}`, { state, typed: typedHere() });
            }}
          >
            {other === 'zh' ? '中文' : 'English'}
          </a>
          <button type="button" className="tool" onClick={toggleBigType}>
            <span className="when-usual">{say({ zh: '大字', en: 'Big type' })}</span>
            <span className="when-big">{say({ zh: '标准字', en: 'Usual type' })}</span>
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

function Places({ kind }: { readonly kind: Capacity }) {
  const say = useSay();
  const language = useLanguage();
  const nav = useRef<HTMLElement>(null);
  useCurrentInSight(nav);
  return (
    <nav ref={nav} className="places" aria-label={say({ zh: '主导航', en: 'Main' })}>
      {placesOf[kind].map(({ to, name, end = false }) => (
        <Fragment key={to}>
          {to === pageOf.record() && <NoticesLink />}
          <NavLink {...{ to, end }}>{say(name)}</NavLink>
        </Fragment>
      ))}
      {kind === 'insured' && (
        <a href={checkerIn(language)}>{say({ zh: '转移或领取', en: 'Transfer or withdraw' })}</a>
      )}
    </nav>
  );
}

/** On a phone not all ways fit: the one to this page is scrolled to. */
function useCurrentInSight(nav: RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another is current with every page
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>('[aria-current]');
    if (!nav.current || !current) return;
    nav.current.scrollLeft = current.offsetLeft + current.offsetWidth / 2 - nav.current.clientWidth / 2;
  }, [pathname]);
}

interface BarPlace {
  readonly to: string;
  readonly name: Text;
  /** Current on its own page only, not on those below its address. */
  readonly end?: boolean;
}

/** Where each can go from everywhere. */
const placesOf: Readonly<Record<Capacity, readonly BarPlace[]>> = {
  insured: [
    { to: pageOf.account(), name: { zh: '我的账户', en: 'My account' } },
    { to: pageOf.cases(), name: { zh: '我的办理', en: 'My cases' } },
    { to: pageOf.record(), name: { zh: '我的档案', en: 'My record' } },
    { to: pageOf.months(), name: { zh: '缴费记录', en: 'Months paid' } },
    { to: pageOf.mandates(), name: { zh: '委托代办', en: 'Who acts for me' } },
  ],
  successor: [{ to: pageOf.heir(), name: { zh: '继承', en: 'Succession' } }],
  agent: [{ to: pageOf.actingFor(), name: { zh: '我代办的人', en: 'Whom I act for' } }],
  employer: [
    { to: pageOf.employer(), name: { zh: '职工名单', en: 'Our staff' }, end: true },
    { to: pageOf.staffReports(), name: { zh: '减员申报', en: 'Staff reported' } },
    { to: pageOf.staffAgents(), name: { zh: '经办人', en: 'Who acts for us' } },
  ],
};
