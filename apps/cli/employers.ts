import { findEmployers } from '#business/registry';
import { conclude, type ExitCode, type Frame, nextPage, say } from './frame.ts';
import type { RegistryDesk } from './import.ts';

/** `suixing employer find WORDS [--cursor CURSOR]`: by the credit code or a part of the name; a line each, its id first. */
export async function findEmployersOf(
  frame: Frame,
  asked: Pick<RegistryDesk, 'agency'> & { readonly words: string; readonly cursor: string | undefined },
): Promise<ExitCode> {
  const { agency, words, cursor } = asked;
  const found = await findEmployers(agency.database, { words, cursor, limit: 50 });
  return conclude(frame, found, ({ items, next }) =>
    items.length === 0
      ? say(frame, { zh: '没有找到单位。', en: 'No such employer is on record.' })
      : [
          ...items.map(({ employerId, creditCode, name }) => [employerId, creditCode, name].join('  ')),
          ...(next === null ? [] : [say(frame, nextPage(next))]),
        ].join('\n'),
  );
}
