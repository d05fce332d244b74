import type { Break } from './break.ts';

const webhooks = ['business/webhooks/webhooks.db.test.ts'];

/** Guards of webhooks: whom we call, and that each step is told once and signed. */
export const webhookBreaks: readonly Break[] = [
  {
    name: 'webhook-private-address',
    guard: 'A name with one private address among its public ones is not called',
    file: 'business/webhooks/check-target.ts',
    find: 'if (!found.every(',
    replace: 'if (!found.some(',
    tests: ['business/webhooks/check-target.test.ts'],
  },
  {
    name: 'webhook-checked-again',
    guard: 'An address is checked at each call, not only when it was subscribed',
    file: 'business/webhooks/deliver-webhooks.ts',
    find: 'if (!target.ok) return { fault: target.refusal.code };',
    replace:
      "if (!target.ok) return sendMessage({ url: new URL(seal.open(webhook.urlSealed)), address: '127.0.0.1', family: 4 }, signMessage({ ...step }, { eventId: '', at: now(), secrets: [] }));",
    tests: webhooks,
  },
  {
    name: 'webhook-claimed',
    guard: 'Of several workers one tells a step',
    file: 'business/webhooks/store.ts',
    find: "AND state = 'waiting' AND attempts = $5 RETURNING 1",
    replace: 'AND $5::int IS NOT NULL RETURNING 1',
    tests: webhooks,
  },
  {
    name: 'webhook-scope',
    guard: 'A key without the scope subscribes to nothing',
    file: 'migrations/0066-webhooks.sql',
    find: "AND 'webhooks' = ANY (scopes);",
    replace: ';',
    tests: webhooks,
  },
  {
    name: 'webhook-own',
    guard: 'Nobody replays or switches another integrator’s webhook',
    file: 'migrations/0066-webhooks.sql',
    find: "WHERE id = p_id AND state <> 'ended' AND (holder_id = v_holder OR p_token NOT LIKE 'sxk\\_%');\n  IF NOT FOUND THEN RETURN NULL;",
    replace: "WHERE id = p_id AND state <> 'ended';\n  IF NOT FOUND THEN RETURN NULL;",
    tests: webhooks,
  },
  {
    name: 'webhook-overlap',
    guard: 'After a rotation the secret before signs too for a while',
    file: 'migrations/0066-webhooks.sql',
    find: 'ELSE clock_timestamp() + p_overlap END',
    replace: 'ELSE clock_timestamp() END',
    tests: webhooks,
  },
  {
    name: 'webhook-closed',
    guard: 'The application cannot make a subscription or a delivery by hand',
    file: 'migrations/0066-webhooks.sql',
    find: 'GRANT SELECT ON webhook_subscription, webhook_delivery, webhook_horizon TO suixing_app;',
    replace:
      'GRANT SELECT, INSERT, UPDATE ON webhook_subscription, webhook_delivery, webhook_horizon TO suixing_app;',
    tests: webhooks,
  },
];
