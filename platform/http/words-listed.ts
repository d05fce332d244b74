import { z } from 'zod';
import { told } from './told.ts';

/** Words of a closed list in a query, with commas between; one that is not of it is refused with the whole list. */
export function wordsListed(known: readonly string[]) {
  return z
    .string()
    .max(200)
    .refine(
      (given) => given.split(',').every((word) => known.includes(word)),
      told({
        zh: `只能是下列各项，用逗号分隔：${known.join('、')}。`,
        en: `These it may be, with commas between: ${known.join(', ')}.`,
      }),
    );
}
