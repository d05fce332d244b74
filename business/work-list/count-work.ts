import type { PlainDate, Text } from '#basics';
import type { Reader } from '#platform/postgres';
import { type Asked, today } from './context.ts';
import { reminderAnswers } from './reminders.ts';
import { betweenAgencies, openPlaces, type Place, placesOf, type View, viewed, views } from './views.ts';
import { countPlaces, type PlaceCount } from './work-list.store.ts';

export interface WorkCounts {
  readonly onDate: PlainDate;
  readonly views: readonly { readonly view: View; readonly name: Text; readonly cases: number }[];
}

/** How many cases each view holds, from one pass over the open ones. */
export async function countWork(
  reader: Reader,
  { context, caller, officeId }: Asked & { readonly officeId: string | null },
): Promise<WorkCounts> {
  const processes = Object.values(context.processes);
  const open = openPlaces(processes).map(({ process, state }) => ({ process: process.id, state }));
  const between = [...betweenAgencies].flatMap((view) => placesOf(view, processes));
  const places = [...open, ...between].filter((place, at, all) => !includes(all.slice(0, at), place));
  const sentBackTo = [...new Set(placesOf('sent-back', processes).map(({ state }) => state))];
  const onDate = today(context);
  const counted = await countPlaces(reader, {
    ...{ places, officerId: caller.id, today: onDate, officeId, sentBackTo, answers: reminderAnswers },
    remindedIn: [...new Set(between.map(({ process }) => process))],
  });
  return {
    onDate,
    views: views.map((view) => {
      const there = counted.filter((count) => includes(placesOf(view, processes), count));
      return { view, name: viewed[view].name, cases: sum(there, view) };
    }),
  };
}

function includes(places: readonly Place[], { process, state }: Place): boolean {
  return places.some((place) => place.process === process && place.state === state);
}

const figures: Readonly<Record<string, (count: PlaceCount) => number>> = {
  'due-today': ({ dueToday }) => dueToday,
  overdue: ({ overdue }) => overdue,
  mine: ({ mine }) => mine,
  unassigned: ({ unassigned }) => unassigned,
  'sent-back': ({ sentBack }) => sentBack,
  reminded: ({ reminded }) => reminded,
  unanswered: ({ unanswered }) => unanswered,
};

function sum(counts: readonly PlaceCount[], view: View): number {
  const { narrowing } = viewed[view];
  const figure = narrowing === null ? ({ cases }: PlaceCount) => cases : figures[narrowing];
  if (!figure) throw new Error(`the view ${view} is not counted`);
  return counts.reduce((total, count) => total + figure(count), 0);
}
