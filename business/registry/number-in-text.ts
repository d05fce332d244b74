import type { Problem } from '#basics';
import { checkCharacter } from './check-character.ts';

/**
 * What is wrong with a free text (a paper's reference, a reason) in which somebody wrote an identity number: such texts lie
 * unsealed and are shown to everybody who sees the case.
 */
export function numberInText(path: string, text: string | null): readonly Problem[] {
  const written = text?.normalize('NFKC').toUpperCase() ?? '';
  const runs = written.match(/(?<!\d)\d{17}[\dX](?!\d)/g) ?? [];
  if (!runs.some((run) => checkCharacter(run.slice(0, 17)) === run.at(17))) return [];
  const detail = {
    zh: '这里不要写证件号码；写材料的名称和编号即可。',
    en: 'Do not write an identity number here; the name and number of the paper will do.',
  };
  return [{ path, detail }];
}
