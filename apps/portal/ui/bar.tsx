import type { MouseEvent } from 'react';
import { toggleBigType } from './big-type.ts';
import { Mark } from './icons.tsx';
import { languageTag, useLanguage, useSay } from './language.tsx';
import type { Language } from './languages.ts';
import { leavesFor } from './leaving-click.ts';
import { useSite } from './site.tsx';

/** The bar of every page: whose it is, the other language of the same page, big type. */
export function Bar({
  path,
  onOther,
}: {
  readonly path: string;
  /** Before the page is left for the other language. */
  readonly onOther?: (other: Language) => void;
}) {
  const language = useLanguage();
  const say = useSay();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <>
      <a className="skip" href="#main">
        {say({ zh: '跳到正文', en: 'Skip to the page' })}
      </a>
      <header className="bar">
        <a className="brand" href={`/${language}/`}>
          <Mark />
          <b>{say({ zh: '随行', en: 'Suixing' })}</b>
        </a>
        <div className="tools">
          <a
            className="tool"
            href={`/${other}/${path}`}
            lang={languageTag(other)}
            hrefLang={other}
            onClick={(event) => {
              keepAnswers(event);
              if (leavesFor(event, event.currentTarget, location.href) !== null) onOther?.(other);
            }}
          >
            {other === 'zh' ? '中文' : 'English'}
          </a>
          <button type="button" className="tool" data-does="big-type" onClick={toggleBigType}>
            <span className="when-usual">{say({ zh: '大字', en: 'Big type' })}</span>
            <span className="when-big">{say({ zh: '标准字', en: 'Usual type' })}</span>
          </button>
        </div>
      </header>
    </>
  );
}

/** What was answered stands behind the `#`, and goes along to the other language. */
function keepAnswers(event: MouseEvent<HTMLAnchorElement>): void {
  event.currentTarget.hash = location.hash;
}

/** Whose page it is, at its foot. */
export function Foot() {
  const say = useSay();
  const { demo } = useSite();
  if (!demo) return null;
  return (
    <footer className="foot-note">
      {say({
        zh: '演示系统，不是政府网站。人物和数据均为虚构。',
        en: 'A demonstration, not a government’s site. People and figures are fictional.',
      })}
    </footer>
  );
}
