import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '../../ui/api.ts';
import { useAsk } from '../../ui/asking.ts';
import { useSay } from '../../ui/language.tsx';
import { useEmployer } from '../of-employer.tsx';

type Roster = Answer<'GET /employers/{employerId}/roster'>;

/** One page of the staff, and how to turn it. */
export interface RosterPages {
  readonly asked: UseQueryResult<Roster, Error>;
  /** Which page it is, from 1. */
  readonly at: number;
  readonly back: (() => void) | null;
  readonly on: (() => void) | null;
}

/**
 * Everybody, or those of a name, which stands in no address: a page at a time, however many they are. Whoever looks for a name in
 * between comes back to the page where they were.
 */
export function useRosterPages(search: string): RosterPages {
  const params = { employerId: useEmployer() };
  const [places, setPlaces] = useState<Readonly<Record<string, readonly string[]>>>({});
  const cursors = places[search] ?? [];
  const cursor = cursors.at(-1);
  const from = cursor === undefined ? {} : { cursor };
  const all = useAsk('GET /employers/{employerId}/roster', search === '' ? { params, query: from } : null);
  const named = useAsk(
    'POST /employers/{employerId}/roster/search',
    search === '' ? null : { params, body: { search, ...from } },
  );
  const asked = search === '' ? all : named;
  const next = asked.data?.next ?? null;
  const turn = (to: readonly string[]) => () => setPlaces((before) => ({ ...before, [search]: to }));
  return {
    ...{ asked, at: cursors.length + 1 },
    back: cursors.length === 0 ? null : turn(cursors.slice(0, -1)),
    on: next === null ? null : turn([...cursors, next]),
  };
}

/** Back and on; nothing where there is one page only. */
export function RosterTurn({ pages, onTurn }: { readonly pages: RosterPages; readonly onTurn: () => void }) {
  const say = useSay();
  const { at, back, on } = pages;
  if (back === null && on === null) return null;
  const press = (turn: (() => void) | null) => () => {
    turn?.();
    if (turn) onTurn();
  };
  return (
    <nav className="roster-turn" aria-label={say({ zh: '名单的各页', en: 'Pages of the staff' })}>
      <button type="button" className="btn" aria-disabled={back === null} onClick={press(back)}>
        {say({ zh: '上一页', en: 'Back' })}
      </button>
      <span>{say({ zh: '第 {at} 页', en: 'Page {at}' }, { at })}</span>
      <button type="button" className="btn" aria-disabled={on === null} onClick={press(on)}>
        {say({ zh: '下一页', en: 'Next' })}
      </button>
    </nav>
  );
}
