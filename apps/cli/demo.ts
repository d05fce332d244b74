import type { Advance, Lived } from '#apps/demo';
import type { Refusal, Result } from '#basics';
import { regionName } from '#law';
import { conclude, type ExitCode, type Frame, refusalWords, say, toldRefusal } from './frame.ts';

/** Ends `suixing demo advance PERIOD`: what happened, and what an agency refused of its bank, as any command tells a refusal. */
export function concludeAdvance(frame: Frame, advance: Result<Advance, Refusal>): ExitCode {
  if (!advance.ok) return conclude(frame, advance, () => '');
  const { agencies, ...days } = advance.value;
  const told = agencies.map(({ refused, ...lived }) => ({
    ...lived,
    refused: refused.map(({ file, refusal }) => ({ file, refusal: toldRefusal(frame, refusal) })),
  }));
  conclude(frame, { ok: true, value: { ...days, agencies: told } }, () => livedWords(frame, advance.value));
  const refused = agencies.flatMap((lived) => lived.refused);
  if (refused.length === 0) return 0;
  if (!frame.json) frame.stderr.write(`${refusedWords(frame, refused)}\n`);
  return 1;
}

function livedWords(frame: Frame, { from, to, agencies }: Advance): string {
  const lines = agencies.map(({ region, settled, answered }) =>
    say(frame, {
      zh: `  ${regionName(region).zh} ${region}：结清 ${settled} 件，银行答复 ${answered} 批`,
      en: `  ${regionName(region).en} ${region}: ${settled} cases settled, ${answered} batches answered by the bank`,
    }),
  );
  return [`${from} → ${to}`, ...lines].join('\n');
}

/** Each refusal once with the files that it met: after a statement that is refused, all later ones leave a gap. */
function refusedWords(frame: Frame, refused: Lived['refused']): string {
  const groups = Map.groupBy(refused, ({ refusal }) => refusal.code);
  const told = [...groups.values()].flatMap((group) => [
    ...group.slice(0, 1).map(({ refusal }) => refusalWords(frame, refusal)),
    ...group.map(({ file }) => `  ${file}`),
  ]);
  return [say(frame, kept), ...told].join('\n');
}

const kept = {
  zh: '以下银行文件没有导入，已留存。处理好原因后，按日期先后逐个运行 suixing payments import 文件。',
  en: 'These files of the bank were not taken in and are kept. Once the reason is mended, run `suixing payments import FILE` for each, by date.',
};
