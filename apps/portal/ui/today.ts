import { type QueryClient, skipToken, useQuery } from '@tanstack/react-query';
import { isPlainDate, type PlainDate, shanghaiDate } from '#basics';

const key = ['today'] as const;

/** Which day it is where the agency is, as its last answer told; by this device's clock only until there was one. */
export function useToday(): PlainDate {
  const { data } = useQuery<PlainDate>({ queryKey: key, queryFn: skipToken });
  return data ?? shanghaiDate(new Date());
}

/** Learns the day from an answer. */
export function learnToday(client: QueryClient, headers: Pick<Headers, 'get'>): void {
  const day = dayTold(headers.get('suixing-today'));
  if (day !== null && day !== client.getQueryData(key)) client.setQueryData(key, day);
}

/** The day of the agency's clock, which a demo moves, as an answer tells it; null where it tells none. */
export function dayTold(said: string | null): PlainDate | null {
  return said !== null && isPlainDate(said) ? said : null;
}
