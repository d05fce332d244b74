import { type Process, reviewProcess } from '#engines/casework/public';
import { lifeEvents } from './events/all.ts';
import { type LifeEventKind, lifeEventKinds } from './life-event.ts';

/** The procedure of each kind of event: the same course, with its own applicants and its own words for the ends. */
export const lifeEventProcesses: Readonly<Record<LifeEventKind, Process>> = {
  'staff-reduction': processOf('staff-reduction'),
  'insurance-stop': processOf('insurance-stop'),
  'treatment-filing': processOf('treatment-filing'),
  retirement: processOf('retirement'),
  'death-notice': processOf('death-notice'),
};

export function isLifeEventKind(id: string): id is LifeEventKind {
  return lifeEventKinds.some((kind) => kind === id);
}

function processOf(kind: LifeEventKind): Process {
  const { name, applicants, ends } = lifeEvents[kind];
  return reviewProcess({ id: kind, version: '1', name, applicants, ends });
}
