import type { ReactNode } from 'react';
import type { Text } from '#basics';
import { Bar, Foot } from './bar.tsx';
import { breaksWithin } from './breaks-within.ts';
import { Icon } from './icons.tsx';
import { useLanguage, useSay } from './language.tsx';

/** A page to read: the way back, what it is, and its sections. */
export function PlainPage(page: {
  readonly path: string;
  readonly title: Text;
  readonly lead: ReactNode;
  readonly children: ReactNode;
}) {
  const { path, title, lead, children } = page;
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <Bar path={path} />
      <main id="main">
        <header className="page-head">
          <a className="back" href={`/${language}/`}>
            <Icon name="back" />
            {say({ zh: '首页', en: 'Home' })}
          </a>
          <h1 className={breaksWithin(say(title))}>{say(title)}</h1>
          <p>{lead}</p>
        </header>
        {children}
      </main>
      <Foot />
    </>
  );
}

/** One section of it, which may be linked to. */
export function Section(section: {
  readonly id?: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const { id, title, children } = section;
  return (
    <section className="sec" id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** A link to another page of the portal, in the language of this one. */
export function PageLink({ to, text }: { readonly to: string; readonly text: Text }) {
  const say = useSay();
  const language = useLanguage();
  return <a href={`/${language}/${to}`}>{say(text)}</a>;
}
