import { isPlainDate, type PlainDate } from '#basics';

/** Grounds of whoever leaves the country. */
const leaving: ReadonlySet<string> = new Set([
  'settled-abroad-before-retirement',
  'foreigner-returning-home',
  'retired-left-country',
]);

/** Whether an application on this ground is about leaving the country. */
export function isOfLeaving(ground: string | undefined): boolean {
  return ground !== undefined && leaving.has(ground);
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
