import { ok } from '#basics';
import {
  listDeliveries,
  listWebhooks,
  type NewWebhook,
  replay,
  rotateSecret,
  subscribe,
  switchWebhook,
} from '#business/webhooks';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';
import type { Desk } from './shell.ts';

/** `suixing webhooks list`: everybody's subscriptions. */
export async function listWebhooksOf(frame: Frame, { agency: context, caller }: Desk): Promise<ExitCode> {
  const items = await listWebhooks(context.database, { context, caller }, { after: '', limit: 1_000 });
  return conclude(frame, ok({ items }), () =>
    items
      .map(({ id, holderId, url, events, state, lastSequence }) =>
        [id, holderId, state, `${lastSequence}`, events.join(','), url].join('  '),
      )
      .join('\n'),
  );
}

/** `suixing webhooks create URL --events LIST`: prints the secret, this once. */
export async function createWebhookOf(
  frame: Frame,
  { agency: context, caller, wish }: Desk & { readonly wish: NewWebhook },
): Promise<ExitCode> {
  return conclude(frame, await subscribe({ context, caller }, wish), (made) => secretWords(frame, made));
}

/** `suixing webhooks rotate ID`: another secret; the one before signs too for a day. */
export async function rotateWebhookOf(
  frame: Frame,
  { agency: context, caller, id }: OneWebhook,
): Promise<ExitCode> {
  return conclude(frame, await rotateSecret({ context, caller }, id), (made) => secretWords(frame, made));
}

/** `suixing webhooks enable|end ID`. */
export async function switchWebhookOf(
  frame: Frame,
  { agency: context, caller, id, state }: OneWebhook & { readonly state: 'active' | 'ended' },
): Promise<ExitCode> {
  return conclude(frame, await switchWebhook({ context, caller }, id, state), () => `${id}  ${state}`);
}

/** `suixing webhooks deliveries ID`: what was told, the latest first. */
export async function listDeliveriesOf(frame: Frame, { agency, caller, id }: OneWebhook): Promise<ExitCode> {
  const asked = { id, state: null, before: null, limit: 100 };
  const listed = await listDeliveries(agency.database, caller, asked);
  return conclude(frame, listed.ok ? ok({ items: listed.value }) : listed, ({ items }) =>
    items
      .map(({ sequence, type, state, attempts, result, eventId }) =>
        [`${sequence}`, type, state, attempts, result ?? '', eventId].join('  '),
      )
      .join('\n'),
  );
}

/** `suixing webhooks replay ID --from NUMBER [--to NUMBER]`. */
export async function replayWebhookOf(
  frame: Frame,
  {
    agency: context,
    caller,
    id,
    from,
    to,
  }: OneWebhook & { readonly from: bigint; readonly to: bigint | null },
): Promise<ExitCode> {
  return conclude(frame, await replay({ context, caller }, { id, from, to }), ({ again }) =>
    say(frame, { zh: `重发 ${again} 条。`, en: `${again} are told again.` }),
  );
}

interface OneWebhook extends Desk {
  readonly id: string;
}

function secretWords(frame: Frame, { id, secret }: { readonly id: string; readonly secret: string }): string {
  return say(frame, {
    zh: `${id}\n签名密钥（只显示这一次）：${secret}`,
    en: `${id}\nSecret (shown this once): ${secret}`,
  });
}
