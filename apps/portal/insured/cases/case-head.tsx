import type { ReactNode } from 'react';
import { Heading } from '../../ui/heading.tsx';
import { useSay } from '../../ui/language.tsx';
import type { Place } from './cases-page.tsx';
import { StateTag } from './state-tag.tsx';

/** What it is, its number and whose, in which state it is. */
export function CaseHead(shown: {
  readonly place: Place;
  readonly title: string;
  readonly name: string;
  readonly children?: ReactNode;
}) {
  const { place, title, name, children } = shown;
  const say = useSay();
  return (
    <section className="case-head">
      <Heading>{title}</Heading>
      <p className="small muted">
        {say({ zh: '办理编号', en: 'Case number' })} <span className="nb">{place.number}</span> · {name}
      </p>
      <p className="state-row">
        <StateTag place={place} />
      </p>
      {children}
    </section>
  );
}
