import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { shanghaiDate, type Text } from '#basics';
import { Bar, Foot } from '../../ui/bar.tsx';
import { useSay } from '../../ui/language.tsx';
import { useSite } from '../../ui/site.tsx';
import { mostToCome, nextQuestion, pathTaken } from './next-question.ts';
import { answered, fragmentOf, pageBefore, placeIn } from './place.ts';
import { QuestionPage } from './question-page.tsx';
import { type QuestionId, questions } from './questions.ts';

export const checkTitle: Text = {
  zh: '我能转移或领取吗？',
  en: 'Can I transfer or withdraw?',
};

/**
 * "Can I, with what, how long?" At most six questions, then the answer. What is answered stays behind the `#` of the address and is
 * weighed here, by the same rules that decide; no server hears of it.
 */
export function Check({ now }: { readonly now: () => Date }) {
  const fragment = useSyncExternalStore(onFragment, () => location.hash, noFragment);
  const moved = useRef(false);
  const { region } = useSite();
  const { answers, at } = placeIn(fragment);
  const asked = { answers, region, today: shanghaiDate(now()) };
  const shown = at ?? nextQuestion(asked);
  useTitle(shown);
  const ResultPage = useResultPage(fragment !== '');
  const go = useCallback((to: string) => {
    moved.current = true;
    location.hash = to;
  }, []);
  const before = pageBefore(asked, at);
  const onBack = before === null ? null : () => go(fragmentOf({ answers, at: before }));
  if (shown === null)
    return (
      <Page>
        {ResultPage ? (
          <ResultPage
            {...{ asked, moved: moved.current, onBack: onBack ?? (() => go('')) }}
            onAgain={(at) => go(fragmentOf({ answers, at }))}
          />
        ) : (
          <main id="main" aria-busy="true" />
        )}
      </Page>
    );
  const taken = pathTaken(asked);
  const step = at === null ? taken.length + 1 : taken.indexOf(at) + 1;
  const answeredBefore = Object.fromEntries(taken.slice(0, step - 1).map((id) => [id, answers[id]]));
  return (
    <Page>
      <QuestionPage
        key={shown}
        {...{ question: questions[shown], answers, step, moved: moved.current, onBack }}
        of={step - 1 + mostToCome({ ...asked, answers: answeredBefore })}
        onAnswer={(answer) => go(fragmentOf(answered(asked, { at: shown, answer })))}
      />
    </Page>
  );
}

function Page({ children }: { readonly children: React.ReactNode }) {
  return (
    <>
      <Bar path="check" />
      {children}
      <Foot />
    </>
  );
}

type TheResult = typeof import('./result-page.tsx').ResultPage;

/** Comes with the first answer, so that the first question need not wait for it. Held here, since React would hide a late one for a while. */
function useResultPage(wanted: boolean): TheResult | null {
  const [page, setPage] = useState<TheResult | null>(null);
  useEffect(() => {
    if (wanted) void import('./result-page.tsx').then(({ ResultPage }) => setPage(() => ResultPage));
  }, [wanted]);
  return page;
}

/** The page's title says where somebody is. */
function useTitle(shown: QuestionId | null): void {
  const say = useSay();
  const { city } = useSite();
  const heading = say(shown === null ? { zh: '查询结果', en: 'Your result' } : questions[shown].heading, {
    city: say(city),
  });
  const title = `${heading} · ${say(checkTitle)} · ${say({ zh: '随行', en: 'Suixing' })}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function onFragment(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}

const noFragment = () => '';
