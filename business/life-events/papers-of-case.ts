import { ok, refuse } from '#basics';
import type { PaperProcedure } from '#business/materials';
import { takenUp, takeStep } from '#engines/casework';
import type { LifeEventContext } from './context.ts';
import { lifeEvents } from './events/all.ts';
import { reviewingOf, weighLifeEvent } from './procedure.ts';
import { isLifeEventKind } from './processes.ts';
import { provideEventPaper } from './steps.ts';

/** What the room of papers needs of life events. */
export function lifeEventPapers(context: LifeEventContext): PaperProcedure {
  return {
    async papersOf(reader, file) {
      if (!isLifeEventKind(file.process)) return refuse({ code: 'casework.no-case' });
      const { process: kind } = file;
      const weighed = await weighLifeEvent(reader, { context, file, kind });
      if (!weighed.ok) return weighed;
      const { facts, findings } = weighed.value;
      const materials = lifeEvents[kind].materials(facts.statement).map(({ material }) => material);
      return ok({ materials, papers: findings.papers });
    },
    provide: (tx, asked) => provideEventPaper(tx, { ...asked, context }),
    async judge(tx, asked) {
      const reviewing = await reviewingOf(tx, { ...asked, context });
      if (!reviewing.ok) return reviewing;
      const taken = await takenUp(tx, reviewing.value);
      if (!taken.ok) return taken;
      const { procedure, actor } = reviewing.value;
      return takeStep(tx, { procedure, actor, file: taken.value, action: 'judge-paper', data: asked.data });
    },
  };
}
