import { approveAbandonment, requestAbandonment } from '#business/registry';
import { inTransaction } from '#platform/postgres';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';
import type { RegistryDesk } from './import.ts';

/** `suixing import abandon RUN --reason TEXT`. */
export async function abandonImport(
  frame: Frame,
  asked: RegistryDesk & { readonly runId: string; readonly reason: string },
): Promise<ExitCode> {
  const { agency: context, ...rest } = asked;
  const told = await inTransaction(context.database, (tx) => requestAbandonment(tx, { context, ...rest }));
  return conclude(frame, told, () =>
    say(frame, {
      zh: '已申请放弃，等待另一名复核人员同意。',
      en: 'Asked; it waits for another officer to agree.',
    }),
  );
}

/** `suixing import confirm-abandon RUN`. */
export async function confirmAbandonment(
  frame: Frame,
  asked: RegistryDesk & { readonly runId: string },
): Promise<ExitCode> {
  const { agency: context, ...rest } = asked;
  const told = await inTransaction(context.database, (tx) => approveAbandonment(tx, { context, ...rest }));
  return conclude(frame, told, ({ voided }) =>
    say(frame, {
      zh: `已放弃，作废 ${voided} 条；可以重新导入。`,
      en: `Given up; ${voided} rows are void, and the file may come again.`,
    }),
  );
}
