import type { Answer } from '../../ui/api.ts';

/** An application as far as it is written. */
export type Content = Answer<'GET /withdrawal-drafts/{personId}/{draftId}'>['content'];
export type Entry = NonNullable<Content['papers']>[number];
export type Paper = Answer<'GET /cases/{number}/papers'>['papers'][number];

/** A paper as the list of tasks shows it. */
export interface PaperTask {
  readonly paper: Paper;
  /** What was chosen for it: itself or one of its alternatives; null where nothing was. */
  readonly entry: Entry | null;
  readonly is: 'on-record' | 'done' | 'later' | 'to-do';
}

/** The form that the guide asks for is what is being filled in on these pages, and no paper besides. */
export const filledInHere = 'application-form';
// Whoever fills in an account has shown it; nobody photographs the card as well.
const shownByAccount = 'payee-bank-account';

/** The papers that are asked for, in their order, each with what there is of it. */
export function paperTasks(content: Content, papers: readonly Paper[]): readonly PaperTask[] {
  return papers
    .filter(({ materialId }) => materialId !== shownByAccount && materialId !== filledInHere)
    .map((paper) => {
      const entry = entryFor(content, paper);
      return { paper, entry, is: howFar(paper, entry) };
    });
}

function howFar({ state }: Paper, entry: Entry | null): PaperTask['is'] {
  if (state === 'on-record') return 'on-record';
  if (entry?.later) return 'later';
  if (entry?.notApplying) return entry.notApplying.reason.trim() === '' ? 'to-do' : 'done';
  return (entry?.fileIds?.length ?? 0) > 0 ? 'done' : 'to-do';
}

export function entryFor({ papers = [] }: Content, paper: Paper): Entry | null {
  const names = namesOf(paper);
  return papers.find(({ materialId }) => names.includes(materialId)) ?? null;
}

/** The content with something else for one of its papers, or nothing. */
export function withEntry(content: Content, paper: Paper, entry: Entry | null): Content {
  const names = namesOf(paper);
  const others = (content.papers ?? []).filter(({ materialId }) => !names.includes(materialId));
  return { ...content, papers: entry === null ? others : [...others, entry] };
}

/**
 * What stays of the papers when another ground is chosen: what that ground asks for too. What it does not ask for would be
 * refused, and its pictures stay with the case.
 */
export function onlyAskedFor(content: Content, papers: readonly Paper[]): Content {
  const names = papers.flatMap(namesOf);
  const kept = (content.papers ?? []).filter(({ materialId }) => names.includes(materialId));
  return kept.length === (content.papers ?? []).length ? content : { ...content, papers: kept };
}

function namesOf({ materialId, alternatives }: Paper): readonly string[] {
  return [materialId, ...alternatives.map(({ id }) => id)];
}
