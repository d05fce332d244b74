import { ok } from '#basics';
import type { Caller } from '#business/access/public';
import {
  confirmMandate,
  endMandate,
  giveMandate,
  listMandates,
  type MandateContext,
  type NewMandate,
} from '#business/mandate';
import { inTransaction } from '#platform/postgres';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';

/** The agency as mandates need it, and who is at the keyboard. */
export interface MandateDesk {
  readonly agency: MandateContext;
  readonly caller: Caller;
}

/** `suixing mandate record OWNER --agent NAME --scope IDS --paper REFERENCE`: what a clerk saw on paper. */
export async function recordMandate(
  frame: Frame,
  { agency, caller, mandate }: MandateDesk & { readonly mandate: NewMandate },
): Promise<ExitCode> {
  const given = await giveMandate({ context: agency, caller, mandate });
  return conclude(frame, given, ({ ownerId, mandateId, code }) =>
    say(frame, {
      zh: `已登记 ${mandateId}。复核：suixing mandate confirm ${ownerId} ${mandateId}\n交给代办人的委托码（只显示这一次）：${code}`,
      en: `Recorded as ${mandateId}. A reviewer runs: suixing mandate confirm ${ownerId} ${mandateId}\nThe code for whoever is to act (shown this once): ${code}`,
    }),
  );
}

/** `suixing mandate confirm|end OWNER ID`. */
export async function stepMandate(
  frame: Frame,
  asked: MandateDesk & {
    readonly ownerId: string;
    readonly mandateId: string;
    readonly step: 'confirm' | 'end';
  },
): Promise<ExitCode> {
  const { agency: context, caller, ownerId, mandateId, step } = asked;
  const work = step === 'confirm' ? confirmMandate : endMandate;
  const done = await inTransaction(context.database, (tx) =>
    work(tx, { context, caller, ownerId, mandateId }),
  );
  const told = done.ok ? ok({ ownerId, mandateId }) : done;
  return conclude(frame, told, () =>
    step === 'confirm'
      ? say(frame, { zh: '已复核，代办人可以接受。', en: 'Confirmed; whoever is to act can accept it.' })
      : say(frame, { zh: '已终止。', en: 'Ended.' }),
  );
}

/** `suixing mandate list OWNER`. */
export async function listMandatesOnCli(
  frame: Frame,
  { agency: context, caller, ownerId }: MandateDesk & { readonly ownerId: string },
): Promise<ExitCode> {
  const listed = await listMandates(context.database, { context, caller, ownerId });
  if (listed.ok) frame.shown?.add(ownerId);
  const told = listed.ok ? ok({ items: listed.value }) : listed;
  return conclude(frame, told, ({ items }) =>
    items.length === 0
      ? say(frame, { zh: '没有委托', en: 'no mandates' })
      : items
          .map(({ mandateId, agentName, scope, caseNumber, untilOn, statusName }) =>
            [
              mandateId,
              agentName,
              scope.map(({ name }) => say(frame, name)).join(', '),
              caseNumber ?? '',
              untilOn ?? '',
              say(frame, statusName),
            ]
              .filter(Boolean)
              .join('  '),
          )
          .join('\n'),
  );
}
