import { memo, useState } from 'react';
import { createPortal } from 'react-dom';
import { type Place, seenAt } from './place.ts';
import { QuestionPage } from './question-page.tsx';
import { questions } from './questions.ts';
import type { Asked } from './request-of.ts';
import type { ResultPage } from './result-page.tsx';

/** Where the answer that somebody considers would lead. */
export interface Considered {
  readonly asked: Asked;
  readonly at: Place['at'];
}

/**
 * Draws what would come where nobody sees it: a browser reads and compiles a program as it is first used, and on a slow phone that is half
 * of the time between a press and what comes next.
 */
export const Ahead = memo(function Ahead({
  considered: { asked, at },
  Result,
}: {
  readonly considered: Considered;
  /** Null until its program is there. */
  readonly Result: typeof ResultPage | null;
}) {
  const [nowhere] = useState(() => document.createElement('div'));
  const { shown, step, of, counts } = seenAt(asked, at);
  return createPortal(
    shown !== null ? (
      <QuestionPage
        {...{ question: questions[shown], answers: asked.answers, step, of, moved: false }}
        {...{ onConsider: nothing, onAnswer: nothing, onBack: nothing }}
      />
    ) : (
      Result && (
        <Result asked={{ ...asked, answers: counts }} moved={false} onBack={nothing} onAgain={nothing} />
      )
    ),
    nowhere,
  );
});

/** It is not there to be pressed. */
function nothing(): void {}
