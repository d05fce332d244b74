import { type Process, reviewProcess } from '#engines/casework/public';
import { lifeEvents } from './events/all.ts';
import { type LifeEventKind, lifeEventKinds } from './life-event.ts';

/** The procedure of each kind of event: the same course, with its own applicants and its own words for the ends. */
export const lifeEventProcesses: Readonly<Record<LifeEventKind, Process>> = {
  'staff-reduction': processOf('staff-reduction'),
  'insurance-stop': processOf('insurance-stop'),
  'treatment-filing': processOf('treatment-filing'),
  retirement: processOf('retirement'),
  'death-notice': recordedOtherwise(processOf('death-notice')),
};

export function isLifeEventKind(id: string): id is LifeEventKind {
  return lifeEventKinds.some((kind) => kind === id);
}

/** A notice of a death that came onto the record in another way meanwhile has nothing left to decide. */
function recordedOtherwise(process: Process): Process {
  return {
    ...process,
    states: {
      ...process.states,
      'recorded-otherwise': {
        name: { zh: '已另行登记', en: 'Recorded in another way' },
        heldBy: 'nobody',
        clock: 'over',
        final: true,
      },
    },
    actions: {
      ...process.actions,
      'recorded-otherwise': {
        name: {
          zh: '去世已另行登记，不用再办',
          en: 'The death was recorded in another way; nothing is left to do',
        },
        from: process.actions['told-of-death']?.from ?? [],
        to: 'recorded-otherwise',
        who: ['system'],
        automatic: true,
      },
    },
  };
}

function processOf(kind: LifeEventKind): Process {
  const { name, applicants, ends } = lifeEvents[kind];
  return reviewProcess({ id: kind, version: '1', name, applicants, ends });
}
