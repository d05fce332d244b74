import { type PlainDate, plainDate, type Text } from '#basics';
import type { Grade } from './grades.ts';
import type { Provision } from './provisions.ts';

interface Told {
  readonly id: string;
  readonly instrument: Text;
  readonly article: number | Text;
  readonly from: string | null;
  readonly grade: Grade;
  readonly reference: string;
  readonly zh: string;
  readonly en: string;
}

/** A provision in short; an article that is a number is the instrument’s own. */
export function provisionOf({ id, instrument, article, from, grade, reference, zh, en }: Told): Provision {
  const validFrom: PlainDate | null = from === null ? null : plainDate(from);
  const place = typeof article === 'number' ? { zh: `第 ${article} 条`, en: `article ${article}` } : article;
  return { id, instrument, article: place, validFrom, validTo: null, grade, reference, says: { zh, en } };
}
