import type { ReactNode } from 'react';
import type { Text } from '#basics';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { Question } from '../../ui/question.tsx';
import { SavedLine } from '../../ui/saved-line.tsx';
import { useFilingDraft } from './filing-draft.tsx';

/** The questions of a filing in their order; each can be opened by its address. */
export const filingSteps = ['where', 'why', 'from', 'until', 'check'] as const;
export type FilingStep = (typeof filingSteps)[number];

/** One question of a filing: the way back to the one before it, and that it is saved. */
export function FilingQuestion(asked: {
  readonly step: FilingStep;
  readonly title: Text;
  readonly help?: Text;
  readonly problems: readonly FieldProblem[];
  readonly onGo: () => void;
  readonly children: ReactNode;
}) {
  const { step, title, help, problems, onGo, children } = asked;
  const say = useSay();
  const { autosave, state } = useFilingDraft();
  const before = filingSteps[filingSteps.indexOf(step) - 1];
  return (
    <Question
      title={say(title)}
      help={help && say(help)}
      back={
        before === undefined
          ? { to: pageOf.filings(), says: say({ zh: '异地就医备案', en: 'Treatment elsewhere' }) }
          : { to: pageOf.newFiling(before), says: say({ zh: '上一题', en: 'Back' }) }
      }
      problems={problems}
      onGo={onGo}
      after={<SavedLine of={autosave} state={state} />}
    >
      {children}
    </Question>
  );
}
