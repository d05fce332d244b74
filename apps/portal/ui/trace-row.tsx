import type { ReactNode } from 'react';
import type { Text } from '#basics';
import { useSay } from './language.tsx';
import { sentence } from './sentence.ts';

export type Finding = 'met' | 'not-met' | 'undetermined';

const findingWords: Readonly<Record<Finding, Text>> = {
  met: { zh: '符合', en: 'Met' },
  'not-met': { zh: '不符合', en: 'Not met' },
  undetermined: { zh: '待核对', en: 'To be checked' },
};

/** One condition of a rule: its finding as a shape and in words, what it rests on, what would do, and the clause. */
export function TraceRow(row: {
  readonly finding: Finding;
  readonly text: string;
  readonly fact?: ReactNode;
  readonly source?: string;
  readonly remedy?: Text | null;
}) {
  const { finding, text, fact, source, remedy } = row;
  const say = useSay();
  return (
    <li>
      <span className="n">
        <Shape finding={finding} />
      </span>
      <b>{sentence(text)}</b> <span className={`finding ${finding}`}>{say(findingWords[finding])}</span>
      {fact && <p>{fact}</p>}
      {remedy && (
        <p className="fix">
          {say({ zh: '怎样才行：', en: 'How to meet it: ' })}
          {say(remedy)}
        </p>
      )}
      {source && <span className="src">{source}</span>}
    </li>
  );
}

/** Tick in a circle, cross in a square, question mark in a dashed circle: no state is told by colour alone. */
function Shape({ finding }: { readonly finding: Finding }) {
  if (finding === 'met')
    return (
      <svg viewBox="0 0 26 26" aria-hidden="true">
        <circle cx="13" cy="13" r="11" className="f-met" />
        <path className="f-tick" d="M8 13.3l3.5 3.5L18.3 10" />
      </svg>
    );
  if (finding === 'not-met')
    return (
      <svg viewBox="0 0 26 26" aria-hidden="true">
        <rect x="2" y="2" width="22" height="22" rx="4" className="f-not" />
        <path className="f-cross" d="M8.5 8.5l9 9M17.5 8.5l-9 9" />
      </svg>
    );
  return (
    <svg viewBox="0 0 26 26" aria-hidden="true">
      <circle cx="13" cy="13" r="11" className="f-und" />
      <path
        className="f-mark"
        d="M10.2 10.6c.2-1.7 1.4-2.6 2.9-2.6 1.6 0 2.8 1 2.8 2.5 0 2-2.8 2.2-2.8 4.2M13.1 17.7v.1"
      />
    </svg>
  );
}
