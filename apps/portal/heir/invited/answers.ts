import type { Text } from '#basics';

/** What an heir may answer by their link. */
export type Said = 'agree' | 'object' | 'waive';

interface Asked {
  readonly decided: boolean;
  readonly guardianSpeaks: boolean;
  /** What they said last. */
  readonly word: string | null;
}

/** Whether anything is asked: shares that are there, of somebody who has not waived, until all is over; the page of it may be opened by its address. */
export function isAsked({
  decided,
  word,
  shares,
  mayAnswer,
}: Pick<Asked, 'decided' | 'word'> & {
  readonly shares: readonly unknown[];
  readonly mayAnswer: boolean;
}): boolean {
  return mayAnswer && word !== 'waive' && (decided || shares.length > 0);
}

/** Whether something is still to come of what they objected to. */
export function isObjectionOpen(objection: Objected): boolean {
  return objection?.outcomes.some(({ outcome }) => pending.has(outcome)) === true;
}

type Objected = { readonly outcomes: readonly { readonly outcome: string }[] } | null;
const pending: ReadonlySet<string> = new Set(['open', 'kept-back', 'waits']);

/** Once it is decided only an objection counts; nobody waives for a minor. */
export function answersFor({ decided, guardianSpeaks }: Asked): readonly Said[] {
  if (decided) return ['object'];
  return guardianSpeaks ? ['agree', 'object'] : ['agree', 'object', 'waive'];
}

/** The one answer that is left is chosen already, unless they gave it. */
export function chosenFirst(asked: Asked): Said | null {
  const [only, ...more] = answersFor(asked);
  return only === undefined || more.length > 0 || only === asked.word ? null : only;
}

/** What can still be done after the decision, said before anything is offered; null until then. */
export function leftAfterDecision({
  decided,
  decidedAnew,
  word,
  objection,
}: Asked & { readonly decidedAnew: boolean; readonly objection: Objected }): Text | null {
  if (!decided) return null;
  if (decidedAnew) return onlyObjectionYet;
  if (word !== 'object') return onlyObjection;
  return isObjectionOpen(objection) ? settledAtWindow : anotherShare;
}

/** Who objects again before the decision reads that it comes on top; null where they have not, or read it with the rest after the decision. */
export function objectedBefore({ decided, word }: Pick<Asked, 'decided' | 'word'>): Text | null {
  return word === 'object' && !decided ? addsUp : null;
}

const addsUp: Text = {
  zh: '您前面提的异议仍然算数，这里选的是再加上的份额。都没有异议了，请选“同意”。',
  en: 'What you disputed before still counts; choose here which other share you dispute besides. If you dispute none any more, choose “I agree”.',
};
const onlyObjection: Text = {
  zh: '这件事已经有了决定，不用再表示同意。还有不同意的，仍可以提出：还没有交给银行的那一份会先留着；已经交给银行或者付了的，请到窗口说明。',
  en: 'It has been decided, and you need not agree any more. If you do not agree you may still object: a share that has not gone to the bank yet is kept back. Where it has gone there or is paid, come to a window.',
};
const onlyObjectionYet: Text = {
  zh: '批准以后情况有变，正在重新审核。现在只能提出异议，前面提过的仍然算数；审核开始以后，还可以改答复。',
  en: 'Something has changed since the approval, and it is being looked at again. For now you may only object, and what you disputed before still counts; once that has begun you may change your answer.',
};
const anotherShare: Text = {
  zh: '您的异议已经有了结果，见上一页。对别的、还没有交给银行的份额也有异议的，可以在下面提出。',
  en: 'The outcome of your objection is on the page before. If you dispute another share that has not gone to the bank yet, say so below.',
};
const settledAtWindow: Text = {
  zh: '您已经提出异议，不用再提一次。有争议、还没有付出的份额，在商量好或者法院作出裁判之前先留着。商量好了，请带大家签了字的协议到窗口；有法院文书的，带文书来。网上这时不能再改成同意。对别的份额也有异议的，可以在下面提出，前面提的仍然算数。',
  en: 'You have objected and need not do so again. A share in dispute that is not paid yet is kept back until you have settled it or a court has. Once you have, bring the agreement that everybody has signed to a window, or the court’s paper. It can no longer be changed to “I agree” online. If you dispute another share too, say so below; what you disputed before still counts.',
};

/** How an objection ends, true before and after the decision. */
export const howItEnds: Text = {
  zh: '商量好了：还没有决定的，回到这里改成同意；已经决定的，请带大家签了字的协议到窗口。有法院文书的，按文书办。',
  en: 'Once you have settled it: before the decision, come back here and agree; after it, bring the agreement that everybody has signed to a window. If a court has decided, its paper is followed.',
};
