import { isPlainDate, type PlainDate } from '#basics';
import { grounds } from './grounds/all.ts';
import { left } from './grounds/circumstances.ts';

/** Whether an application on this ground is about leaving the country: as its rule looks at the day of leaving, and no other does. */
export function isOfLeaving(ground: string | undefined): boolean {
  return grounds.some(
    (each) => each.ground === ground && left.reads.every((fact) => each.trigger.reads.includes(fact)),
  );
}

/** The day of leaving that whoever applies has said, of an application that is about leaving; what is on record is another matter. */
export function saidLeftOn(said: {
  readonly ground?: string | undefined;
  readonly answers?: Readonly<Record<string, string>> | undefined;
}): PlainDate | null {
  const { ground, answers } = said;
  const day = answers?.left;
  return day !== undefined && isPlainDate(day) && isOfLeaving(ground) ? day : null;
}
