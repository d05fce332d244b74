import type { Text } from '#basics';

/**
 * A schema's own sentence in both languages, as the one text that zod takes:
 * `z.string().regex(/^W/, told({ zh: '…', en: '…' }))`.
 */
export function told({ zh, en }: Text): string {
  return `${zh}${between}${en}`;
}

/** The two languages again, where `told` had joined them. */
export function tellAgain(message: string): Text | null {
  const at = message.indexOf(between);
  return at < 0 ? null : { zh: message.slice(0, at), en: message.slice(at + between.length) };
}

const between = '\u241E'; // the sign for a record separator: no sentence has it
