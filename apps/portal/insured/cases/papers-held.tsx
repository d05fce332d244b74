import { useState } from 'react';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { PapersAsked } from './papers-asked.tsx';

/** What was handed in and what became of it; asked for once it is opened. */
export function PapersHeld({ number, open: mayGive }: { readonly number: string; readonly open: boolean }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <details className="card pad why" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <Icon name="down" />
        {say({ zh: '交过的材料', en: 'Papers handed in' })}
      </summary>
      {open && (
        <>
          <PapersAsked number={number} open={mayGive} only="there" />
          <p className="small muted">
            {say({
              zh: '这里没有的，还没有交或者不用交。',
              en: 'What is not listed has not been handed in, or is not needed.',
            })}
          </p>
        </>
      )}
    </details>
  );
}
