export type { Reach, WebhooksContext } from './context.ts';
export { deliverWebhooks, type WebhookRound } from './deliver-webhooks.ts';
export {
  listDeliveries,
  listWebhooks,
  type MadeWebhook,
  type NewWebhook,
  replay,
  rotateSecret,
  subscribe,
  switchWebhook,
} from './manage-webhooks.ts';
export { webhooksRefusals } from './refusals.ts';
export { webhooksOperations } from './routes.ts';
