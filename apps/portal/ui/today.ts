import { type QueryClient, skipToken, useQuery } from '@tanstack/react-query';
import { type PlainDate, shanghaiDate } from '#basics';

const key = ['today'] as const;

/** Which day it is where the agency is, as its last answer told; by this device's clock only until there was one. */
export function useToday(): PlainDate {
  const { data } = useQuery<PlainDate>({ queryKey: key, queryFn: skipToken });
  return data ?? shanghaiDate(new Date());
}

/** Learns the day from the `Date` of an answer. */
export function learnToday(client: QueryClient, headers: Pick<Headers, 'get'>): void {
  const day = dayTold(headers.get('date'));
  if (day !== null && day !== client.getQueryData(key)) client.setQueryData(key, day);
}

/** The agency's day at the instant that an answer tells; null where it tells none. */
export function dayTold(date: string | null): PlainDate | null {
  const at = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(at) ? null : shanghaiDate(new Date(at));
}
