import { lifeEventKinds, lifeEvents, statementSchema } from '#business/life-events/public';
import { grounds } from '#business/withdrawal/public';
import { type CaseFile, type ChainedAction, objectOf } from '#engines/casework';
import type { NamedMaterial } from './where-it-is.ts';

/** The papers that a case's procedure may ask for, as people call them; none where its procedure is not known here. */
export function materialsOf(
  file: Pick<CaseFile, 'process' | 'subject'>,
  actions: readonly ChainedAction[],
): readonly NamedMaterial[] {
  if (file.process === 'withdrawal') {
    return grounds.find(({ ground }) => ground === file.subject)?.toldMaterials ?? [];
  }
  const kind = lifeEventKinds.find((each) => each === file.process);
  const submitted = actions.find(({ action }) => action === 'submit');
  const statement = statementSchema.safeParse(objectOf(submitted?.data.facts).statement);
  if (!kind || !statement.success) return [];
  return lifeEvents[kind].materials(statement.data).map(({ material }) => material);
}
