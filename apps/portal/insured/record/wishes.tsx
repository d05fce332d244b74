import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { plainDate, shanghaiDate, type Text } from '#basics';
import type { Answer, Route } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAskPages, useWrite } from '../../ui/asking.ts';
import { showDay } from '../../ui/dates.ts';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { usePerson } from '../../ui/person.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { useToday } from '../../ui/today.ts';

const asking = 'GET /people/{personId}/correction-wishes' satisfies Route;
type Wish = Answer<typeof asking>['items'][number];

/** What somebody finds wrong on their record: to say it, and what became of what they said. */
export function Wishes() {
  const say = useSay();
  const personId = usePerson();
  const { pages, asked, more } = useAskPages(asking, { params: { personId } });
  const items = pages.flatMap((page) => page.items);
  return (
    <section className="card pad" id="wrong">
      <h2>{say({ zh: '有一项不对', en: 'Something is wrong' })}</h2>
      <p className="small muted">
        {say({
          zh: '写下哪一项不对、应该是什么。工作人员会核对，改动要两个人同意，改前改后都留着。不要写证件号码。',
          en: 'Say what is wrong and what it should be. An officer checks it; a change takes two officers, and the earlier entry is kept. Do not write identity numbers.',
        })}
      </p>
      <WishForm />
      <Asked of={asked}>
        {() => (
          <ol className="log answers">
            {items.map((wish) => (
              <Row key={wish.wishId} wish={wish} />
            ))}
          </ol>
        )}
      </Asked>
      {more && (
        <button type="button" className="btn wide" onClick={more}>
          {say({ zh: '再往前看', en: 'Show earlier ones' })}
        </button>
      )}
    </section>
  );
}

function WishForm() {
  const say = useSay();
  const client = useQueryClient();
  const personId = usePerson();
  const [says, setSays] = useState('');
  const [sent, setSent] = useState(false);
  const [lacks, setLacks] = useState(false);
  const { send, busy, problem } = useWrite('POST /people/{personId}/correction-wishes', () => {
    setSays('');
    setSent(true);
    void client.invalidateQueries({ queryKey: [asking] });
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    setLacks(says.trim() === '');
    if (says.trim() !== '' && !busy) send({ params: { personId }, body: { says: says.trim() } });
  }
  return (
    <form className="wish-form" onSubmit={submit} noValidate>
      <ProblemBox problem={problem} />
      <div className={lacks ? 'entry-field wrong' : 'entry-field'}>
        <label htmlFor="says">{say({ zh: '哪里不对', en: 'What is wrong' })}</label>
        {lacks && (
          <p className="problem" id="says-problem">
            {say({ zh: '请写下哪里不对', en: 'Write what is wrong' })}
          </p>
        )}
        <textarea
          id="says"
          rows={3}
          maxLength={500}
          value={says}
          aria-invalid={lacks}
          aria-describedby={lacks ? 'says-problem' : undefined}
          onChange={({ currentTarget }) => {
            setSent(false);
            setSays(currentTarget.value);
          }}
        />
      </div>
      <button type="submit" className="btn" aria-disabled={busy}>
        {say({ zh: '提交', en: 'Send it' })}
      </button>
      <p className="small" role="status">
        {sent && say({ zh: '收到了。答复会出现在下面。', en: 'We have it. The answer will appear below.' })}
      </p>
    </form>
  );
}

function Row({ wish }: { readonly wish: Wish }) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const { says, askedAt, refusedReason, corrections } = wish;
  const state: State = refusedReason !== null ? 'refused' : corrections > 0 ? 'corrected' : 'waiting';
  const { kind, icon, words } = states[state];
  const on = plainDate(shanghaiDate(new Date(askedAt)));
  return (
    <li>
      <b>{says}</b>
      <span>{showDay(on, language, today)}</span>
      <em className="why">
        <span className={`tag ${kind}`}>
          <Icon name={icon} />
          {say(words)}
        </span>
      </em>
      {refusedReason !== null && <p className="answer">{refusedReason}</p>}
    </li>
  );
}

type State = 'waiting' | 'corrected' | 'refused';

const states: Readonly<
  Record<State, { readonly kind: string; readonly icon: IconName; readonly words: Text }>
> = {
  waiting: { kind: 'info', icon: 'clock', words: { zh: '等待核对', en: 'Being checked' } },
  corrected: { kind: 'ok', icon: 'tick', words: { zh: '已申请更正', en: 'Correction requested' } },
  refused: { kind: '', icon: 'cross', words: { zh: '不予更正', en: 'Not changed' } },
};
