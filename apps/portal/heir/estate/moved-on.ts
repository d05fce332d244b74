import type { Text } from '#basics';
import type { Problem } from '../../ui/api.ts';

/**
 * What is told where a step was refused and the case has moved on since it was shown; null where it has not. Where no answer came, or
 * none that says what became of it, the step itself may have moved it.
 */
export function movedOn(
  refused: Problem,
  { before, now }: { readonly before: number; readonly now: number },
): Problem | null {
  if (now === before) return null;
  return {
    ...refused,
    detail: isUncertain(refused) ? mayBeDone : notDone,
    next: {
      zh: '页面已经换成现在的样子，请看过再决定。',
      en: 'The page now shows how things stand. Look at it before you go on.',
    },
    problems: [{ path: '', detail: refused.detail }],
  };
}

/** Whether the agency may have done what was asked though it did not say so. */
function isUncertain({ code }: Problem): boolean {
  return /^portal\.|^http\.(fault|unavailable|broken-off)$/.test(code);
}

const notDone: Text = {
  zh: '这一件刚刚有了变化，您刚才按的没有生效。',
  en: 'The case has just changed, and what you pressed was not done.',
};
const mayBeDone: Text = {
  zh: '没有收到答复，这一件却有了变化：您刚才按的可能已经生效。',
  en: 'No answer came, but the case has changed: what you pressed may have been done.',
};
