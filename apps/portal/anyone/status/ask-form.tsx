import { type SyntheticEvent, useRef, useState } from 'react';
import type { Text } from '#basics';
import type { Refused } from '../../ui/ask.ts';
import { EntryField } from '../../ui/entry-field.tsx';
import { ErrorSummary, type FieldProblem } from '../../ui/error-summary.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { type Filled, type Question, questionOf } from './asked.ts';
import { Factor, problemAt } from './factor.tsx';
import { statusTitle } from './status-words.ts';
import { NotTold, Tries } from './tries.tsx';

interface Asking {
  readonly filled: Filled;
  readonly onFill: (filled: Filled) => void;
  /** Answers null where the case is shown. */
  readonly onAsk: (question: Question) => Promise<Refused | null>;
}

/** The number, and what shows that somebody may ask. */
export function AskForm({ filled, onFill, onAsk }: Asking) {
  const say = useSay();
  const language = useLanguage();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [asking, setAsking] = useState(false);
  const running = useRef(false);
  async function go(event: SyntheticEvent) {
    event.preventDefault();
    if (running.current) return; // a second tap would count as a second try
    const read = questionOf(filled);
    setRefused(null);
    setProblems('wrong' in read ? read.wrong.map(({ field, says }) => ({ field, says: say(says) })) : []);
    if ('wrong' in read) return;
    running.current = true;
    setAsking(true);
    setRefused(await onAsk(read.question));
    running.current = false;
    setAsking(false);
  }
  return (
    <main id="main">
      <header className="page-head plain-head">
        <a className="back" href={`/${language}/`}>
          <Icon name="back" />
          {say({ zh: '首页', en: 'Home' })}
        </a>
        <h1>{say(statusTitle)}</h1>
        <p>{say(lead)}</p>
      </header>
      <ErrorSummary problems={problems} />
      <NotTold refused={refused} />
      {/* Until the program is there nothing is sent anywhere. */}
      <form className="sec" method="dialog" onSubmit={go} noValidate>
        <EntryField
          id="number"
          label={say({ zh: '办理编号', en: 'Case number' })}
          help={say({
            zh: '在受理回执上，像 SZ-2026-7K3M9-QX2TB-04GHE',
            en: 'On your receipt, like SZ-2026-7K3M9-QX2TB-04GHE',
          })}
          value={filled.number}
          maxLength={60}
          problem={problemAt('number', problems)}
          onValue={(number) => onFill({ ...filled, number })}
          autoComplete="off"
          autoCapitalize="characters"
        />
        <Factor filled={filled} problems={problems} onFill={onFill} />
        <button type="submit" className="btn primary wide" aria-disabled={asking}>
          {say(asking ? { zh: '正在查……', en: 'Looking it up …' } : { zh: '查询', en: 'Look it up' })}
        </button>
        <Tries />
      </form>
    </main>
  );
}

const lead: Text = {
  zh: '不用登录。现在到哪一步、在谁手里、哪天办完，填办理编号就能查。',
  en: 'No sign-in: which step it is at, who has it, and by which day it will be done.',
};
