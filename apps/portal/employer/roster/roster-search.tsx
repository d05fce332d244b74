import { type FormEvent, useState } from 'react';
import { useSay } from '../../ui/language.tsx';

/** By a part of the name, sent when somebody asks for it; emptied, everybody is listed again. */
export function RosterSearch({ onSearch }: { readonly onSearch: (words: string) => void }) {
  const say = useSay();
  const [typed, setTyped] = useState('');
  function submit(event: FormEvent): void {
    event.preventDefault();
    onSearch(typed.trim());
  }
  return (
    <search>
      <form className="roster-search" onSubmit={submit}>
        <label htmlFor="roster-name">{say({ zh: '按姓名查找', en: 'Find by name' })}</label>
        <input
          id="roster-name"
          type="search"
          autoComplete="off"
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            if (currentTarget.value === '') onSearch('');
          }}
        />
        <button type="submit" className="btn">
          {say({ zh: '查找', en: 'Find' })}
        </button>
      </form>
    </search>
  );
}
