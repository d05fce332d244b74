import type { Problem } from '../../ui/api.ts';

/** What is told where a step was refused and the case has moved on since it was shown; null where it has not. */
export function movedOn(
  refused: Problem,
  { before, now }: { readonly before: number; readonly now: number },
): Problem | null {
  if (now === before) return null;
  return {
    ...refused,
    detail: {
      zh: '这一件刚刚有了变化，您刚才按的没有生效。',
      en: 'The case has just changed, and what you pressed was not done.',
    },
    next: {
      zh: '页面已经换成现在的样子，请看过再决定。',
      en: 'The page now shows how things stand. Look at it before you go on.',
    },
    problems: [{ path: '', detail: refused.detail }],
  };
}
