import { type PlainDate, shanghaiDate } from '#basics';

/** The day on which an instant is, where the agency is; a day stays the day that it is. */
export function shanghaiDay(told: string): PlainDate {
  return told.length === 10 ? (told as PlainDate) : shanghaiDate(new Date(told)); // ten characters are a day
}
