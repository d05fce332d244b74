import { startTransition, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { shanghaiDate, type Text } from '#basics';
import { afterPaint } from '../../ui/after-paint.ts';
import { Bar, Foot } from '../../ui/bar.tsx';
import { type QuestionId, questions } from '../../ui/checker-questions.ts';
import { useSay } from '../../ui/language.tsx';
import { useSite } from '../../ui/site.tsx';
import { whenIdle } from '../../ui/when-idle.ts';
import { nothingKnown } from './known.ts';
import { answered, fragmentOf, type Place, placeIn, type Seen, seenAt } from './place.ts';
import { QuestionPage } from './question-page.tsx';
import type { Asked } from './request-of.ts';

export const checkTitle: Text = {
  zh: '我能转移或领取吗？',
  en: 'Can I transfer or withdraw?',
};

interface Opened {
  readonly now: () => Date;
  /** How many questions the page that was sent says can come: what has been counted there is not counted again. */
  readonly atMost?: number | undefined;
}

/**
 * "Can I, with what, how long?" At most six questions, then the answer. What is answered stays behind the `#` of the address and is
 * weighed here, by the same rules that decide; no server hears of it.
 */
export function Check({ now, atMost }: Opened) {
  const { fragment, moved, go } = useFragment();
  const { region } = useSite();
  const today = shanghaiDate(now());
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known holds in a region on a day
  const known = useMemo(() => nothingKnown(atMost), [region, today, atMost]);
  const here = placeIn(fragment);
  const asked = { answers: here.answers, region, today, known };
  useTitle(seenAt(asked, here.at).shown);
  const [result, loadResult] = useResultPage(fragment !== '');
  const [considered, consider] = useConsidered(fragment);
  const drawn = [{ ...here, ahead: false }, ...(considered === null ? [] : [{ ...considered, ahead: true }])];
  return (
    <>
      {bar}
      {drawn.map(({ answers, at, ahead }) => {
        const seen = seenAt({ ...asked, answers }, at);
        return (
          <Step
            key={seen.shown ?? 'answer'}
            {...{ asked: { ...asked, answers }, seen, result, loadResult, go, ahead }}
            moved={moved && !ahead}
            onConsider={(next) => {
              void loadResult();
              whenIdle(() => startTransition(() => consider(next)));
            }}
          />
        );
      })}
      {foot}
    </>
  );
}

/**
 * Where the answer that is chosen, and not yet given, would lead: it is drawn while nobody waits for it, unseen, and a press only
 * shows it. It holds for the place at which it was chosen.
 */
function useConsidered(place: string): readonly [Place | null, (next: Place) => void] {
  const [considered, setConsidered] = useState<{ readonly place: string; readonly next: Place } | null>(null);
  const consider = (next: Place) => setConsidered({ place, next });
  return [considered?.place === place ? considered.next : null, consider];
}

interface StepShown {
  readonly asked: Asked;
  readonly seen: Seen;
  readonly result: TheResult | 'failed' | null;
  readonly loadResult: Load;
  readonly go: (to: string) => void;
  /** Whether it is drawn for later, and not seen. */
  readonly ahead: boolean;
  readonly moved: boolean;
  readonly onConsider: (next: Place) => void;
}

/** A question or the answer. */
function Step({ asked, seen, result, loadResult, go, ahead, moved, onConsider }: StepShown) {
  const { answers } = asked;
  const { shown, before, step, of, counts } = seen;
  const onBack = before === null ? null : () => go(fragmentOf({ answers, at: before }));
  if (shown !== null) {
    const after = (answer: string) => answered(asked, { at: shown, answer });
    return (
      <QuestionPage
        {...{ question: questions[shown], answers, step, of, ahead, moved, onBack }}
        onConsider={(answer) => onConsider(after(answer))}
        onAnswer={(answer) => go(fragmentOf(after(answer)))}
      />
    );
  }
  if (result === 'failed') return !ahead && <NotThere onAgain={() => void loadResult().then(reloadUnless)} />;
  if (result === null) return !ahead && <main id="main" aria-busy="true" />;
  return (
    <result.ResultPage
      asked={{ ...asked, answers: counts }}
      {...{ ahead, moved, onBack: onBack ?? (() => go('')) }}
      onAgain={(at) => go(fragmentOf({ answers, at }))}
    />
  );
}

// The same each time, so that it is not drawn again with every question.
const bar = <Bar path="check" />;
const foot = <Foot />;

type TheResult = Pick<typeof import('./result-page.tsx'), 'ResultPage'>;
type Load = () => Promise<boolean>;

/**
 * Comes with the first choice, so that the first question need not wait for it and the answer need not either. Held here, since
 * React would hide a late one for a while.
 */
function useResultPage(wanted: boolean): readonly [TheResult | 'failed' | null, Load] {
  const [page, setPage] = useState<TheResult | 'failed' | null>(null);
  const load = useCallback(async () => {
    const loaded = await import('./result-page.tsx').catch(() => null);
    startTransition(() => setPage(loaded ?? 'failed'));
    return loaded !== null;
  }, []);
  useEffect(() => {
    if (wanted) void load();
  }, [wanted, load]);
  return [page, load];
}

/** Some browsers keep that a file did not come, and a newer version has files of other names: then the page comes anew, answers and all. */
async function reloadUnless(loaded: boolean): Promise<void> {
  const answers = loaded || (await fetch(location.pathname, { cache: 'no-store' }).catch(() => null));
  if (answers !== true && answers?.ok) location.reload();
}

/** In the place of a result whose program did not come. */
function NotThere({ onAgain }: { readonly onAgain: () => void }) {
  const say = useSay();
  return (
    <main id="main">
      <div className="errors" role="alert">
        <h1>{say({ zh: '结果没有打开', en: 'Your result did not load' })}</h1>
        <p>
          {say({
            zh: '请检查网络后再试。您的回答都还在。',
            en: 'Check your connection and try again. Your answers are all there.',
          })}
        </p>
      </div>
      <button type="button" className="btn primary wide" onClick={onAgain}>
        {say({ zh: '再试一次', en: 'Try again' })}
      </button>
    </main>
  );
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

interface Fragment {
  readonly fragment: string;
  /** Whether somebody has made a step: then what comes is read out. */
  readonly moved: boolean;
  readonly go: (to: string) => void;
}

/** A step is drawn first and stands in the address a moment later: to change it takes as long as to draw it. */
function useFragment(): Fragment {
  const inAddress = useSyncExternalStore(onFragment, () => location.hash.slice(1), noFragment);
  const [step, setStep] = useState<string | null>(null);
  const [moved, setMoved] = useState(false);
  useEffect(() => {
    if (step === null) return;
    return afterPaint(() => {
      location.hash = step;
      setStep(null);
    });
  }, [step]);
  const go = useCallback((to: string) => {
    setMoved(true);
    setStep(to);
  }, []);
  return { fragment: step ?? inAddress, moved, go };
}

function onFragment(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}

const noFragment = () => '';
