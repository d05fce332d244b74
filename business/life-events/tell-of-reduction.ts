import type { Text } from '#basics';
import { queueNotice } from '#business/notices';
import { personToTell } from '#business/registry';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { LifeEventContext } from './context.ts';

/** What has become of a report of an employer about somebody. */
export type Said = 'reported' | 'approved' | 'refused' | 'taken-back';

/**
 * Tells somebody whom their employer reported, in the transaction of the step: they did not apply and would not know. It names
 * the case and nothing else of the person. Nobody writes to the telephone of the dead.
 */
export async function tellOfReduction(
  tx: Tx,
  {
    context,
    file,
    said,
  }: {
    readonly context: Pick<LifeEventContext, 'clock' | 'seal'>;
    readonly file: CaseFile;
    readonly said: Said;
  },
): Promise<void> {
  if (file.process !== 'staff-reduction') return;
  const found = await personToTell(tx, file.ownerId);
  if (!found || found.died) return;
  const { zh, en } = words[said];
  await queueNotice(tx, {
    ...{ context, ownerId: file.ownerId, caseId: file.id, kind: `reduction-${said}`, contact: found.person },
    id: `${file.id}.${file.actionCount}`,
    text: { zh: zh.replace('{number}', file.number), en: en.replace('{number}', file.number) },
  });
}

const words: Readonly<Record<Said, Text>> = {
  reported: {
    zh: '您的单位申报了减员，办理编号 {number}。登录可以看到内容；有误请尽快告诉单位或我们。',
    en: 'Your employer reported that you left it, case {number}. Sign in to read it; if it is wrong, tell your employer or us soon.',
  },
  approved: {
    zh: '减员已办好，办理编号 {number}。停保后可以申请转移；符合条件的，也可以申请领取个人账户余额。',
    en: 'You are off your employer’s roster, case {number}. Once your insurance has stopped you can apply to transfer it or, where you qualify, to withdraw the balance.',
  },
  refused: {
    zh: '单位申报的减员没有同意，办理编号 {number}，您的参保没有变化。',
    en: 'Your employer’s report that you left it was not approved, case {number}. Your insurance has not changed.',
  },
  'taken-back': {
    zh: '单位撤回了减员申报，办理编号 {number}，您的参保没有变化。',
    en: 'Your employer took back its report that you left it, case {number}. Your insurance has not changed.',
  },
};
