import { ok } from '#basics';
import { eraseDueFiles, listDueFiles, rescanFiles, sweepFiles } from '#business/materials';
import { conclude, type ExitCode, say } from './frame.ts';
import type { Desk, Shell } from './shell.ts';

/** `suixing papers due`: files whose time is over, and why some of them stay. */
export async function showDue(shell: Shell, { agency }: Desk): Promise<ExitCode> {
  const after = { ownerId: '', fileId: '' };
  const { items } = await listDueFiles(agency.database, { context: agency, after, limit: 500 });
  return conclude(shell, ok({ items }), () =>
    items
      .map(({ fileId, sinceOn, cases, kept }) => [fileId, sinceOn, cases.join(' '), kept ?? ''].join('  '))
      .join('\n'),
  );
}

/** `suixing papers erase`: erases what is due, as the worker does by itself. */
export async function eraseDue(shell: Shell, { agency }: Desk): Promise<ExitCode> {
  const erased = await eraseDueFiles(agency);
  return conclude(shell, ok({ erased }), () =>
    say(shell, { zh: `已删除 ${erased} 个文件的内容`, en: `erased the content of ${erased} files` }),
  );
}

/** `suixing papers scan`: shows the scanner what it has not judged yet. */
export async function scanAgain(shell: Shell, { agency }: Desk): Promise<ExitCode> {
  const told = await rescanFiles(agency);
  const { clean, infected, failed } = told;
  return conclude(shell, ok(told), () =>
    say(shell, {
      zh: `无毒 ${clean}，有毒 ${infected.length}，未能判断 ${failed}`,
      en: `${clean} clean, ${infected.length} infected, ${failed} not judged`,
    }),
  );
}

/** `suixing papers sweep`: removes what uploads that broke off left in the folder. */
export async function sweepAway(shell: Shell, { agency }: Desk): Promise<ExitCode> {
  const swept = await sweepFiles(agency);
  return conclude(shell, ok({ swept }), () =>
    say(shell, { zh: `已清理 ${swept} 个无主文件`, en: `removed ${swept} left-over files` }),
  );
}
