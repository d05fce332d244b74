import { useEffect, useRef } from 'react';
import { breaksWithin } from './breaks-within.ts';
import { useSay } from './language.tsx';

/** The heading of a page: the title of the window says it, and it takes the focus when the page has changed under somebody. */
export function Heading({
  children,
  quiet = false,
}: {
  readonly children: string;
  readonly quiet?: boolean;
}) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  const name = say({ zh: '随行', en: 'Suixing' });
  useEffect(() => {
    document.title = `${children} · ${name}`;
    if (!quiet) heading.current?.focus();
  }, [children, name, quiet]);
  return (
    <h1 tabIndex={-1} ref={heading} className={breaksWithin(children)}>
      {children}
    </h1>
  );
}
