import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Problem } from './api.ts';
import { useSay } from './language.tsx';
import { ProblemBox } from './problem-box.tsx';

/**
 * Something that cannot be taken back: the button asks once more in its own place, says what follows, and leaves the way out beside it.
 */
export function AskOnce(asked: {
  readonly button: string;
  /** What is asked, as the heading of what opens. */
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly onYes: () => void;
  /** What follows. */
  readonly children: ReactNode;
}) {
  const { button, question, yes, no, busy, problem, onYes, children } = asked;
  const [open, setOpen] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (open) heading.current?.focus();
  }, [open]);
  if (!open)
    return (
      <>
        <ProblemBox problem={problem} />
        <button type="button" className="btn wide" ref={opener} onClick={() => setOpen(true)}>
          {button}
        </button>
      </>
    );
  return (
    <section className="once" aria-labelledby={id}>
      <h3 id={id} tabIndex={-1} ref={heading}>
        {question}
      </h3>
      {children}
      <ProblemBox problem={problem} />
      <div className="two">
        <button type="button" className="btn stop" aria-disabled={busy} onClick={() => !busy && onYes()}>
          <Busy busy={busy}>{yes}</Busy>
        </button>
        <button
          type="button"
          className="btn"
          onClick={() => {
            setOpen(false);
            requestAnimationFrame(() => opener.current?.focus());
          }}
        >
          {no}
        </button>
      </div>
    </section>
  );
}

/** What a button says; while it is at work, that it is. */
export function Busy({ busy, children }: { readonly busy: boolean; readonly children: string }) {
  const say = useSay();
  return busy ? say({ zh: '正在提交……', en: 'Sending…' }) : children;
}
