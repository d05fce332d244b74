import type { Text } from '#basics';
import type { Answer } from '../../ui/api.ts';

type Place = Answer<'GET /cases/{number}/place'>;

/**
 * Whether it is or was a case. What is being written is offered elsewhere, and a draft that came to nothing never was one; what
 * opened by itself was never handed in, and is a case all the same.
 */
export function isCase(
  { process, number, receivedOn, stateId }: Pick<Place, 'process' | 'number' | 'receivedOn' | 'stateId'>,
  drafts: readonly { readonly caseNumber: string | null }[],
): boolean {
  const ofDraft = drafts.some(({ caseNumber }) => caseNumber === number);
  return !ofDraft && !(process === 'withdrawal' && receivedOn === null && draftEnds.has(stateId));
}

const draftEnds: ReadonlySet<string> = new Set(['draft-ended', 'withdrawn-by-applicant']);

/** What the list of them is called to whoever reads it: an agent's are somebody else's. */
export function casesTitle(reader: string): Text {
  return reader === 'agent' ? { zh: '办理', en: 'Cases' } : { zh: '我的办理', en: 'My cases' };
}

/** What is asked, on the row of a case: with the papers by their names, since the row has no list below it. */
export function askedShort({ asked, papers }: Pick<Place, 'asked' | 'papers'>): Text | null {
  if (papers.length === 0) return asked;
  const names = (language: keyof Text, between: string) =>
    papers.map((paper) => paper[language]).join(between);
  return { zh: `请补交：${names('zh', '、')}`, en: `Please hand in: ${names('en', '; ')}` };
}

/** What a case is called on its page and in the list: a withdrawal as the buttons that lead to it; letters keep the name of the procedure. */
export function caseTitle({ process, procedure }: Pick<Place, 'process' | 'procedure'>): Text {
  return process === 'withdrawal' ? { zh: '领取个人账户余额', en: 'Having the balance paid out' } : procedure;
}
