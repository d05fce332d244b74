import type { Break } from './break.ts';

const exchange = 'migrations/0086-exchange.sql';
const seeds = ['apps/gateway/simulator'];

/** Bugs that two agencies would notice only once messages are lost, doubled and mixed up: the simulator must find each. */
export const transferSeedBreaks: readonly Break[] = [
  {
    ...{ name: 'seeds-inbox-once', file: exchange, tests: seeds },
    guard: 'A message that comes a second time is not taken up a second time',
    find: "  outcome := CASE WHEN FOUND THEN 'again' ELSE 'contradicts' END;",
    replace: `  outcome := CASE WHEN FOUND THEN 'again' ELSE 'contradicts' END;
  UPDATE public.exchange_received SET state = 'kept', applied_at = NULL, effect = NULL, effect_owner_id = NULL, reason = NULL
   WHERE owner_id = p_transfer AND from_region = p_from AND message_id = p_message;`,
  },
  {
    ...{ name: 'seeds-receipt-of-this-message', file: 'engines/exchange/receipt.ts', tests: seeds },
    guard: 'A message is delivered once the receipt for it is here, and no other receipt',
    find: 'return fits && receivedAt <= until',
    replace: 'return (fits || true) && receivedAt <= until',
  },
  {
    ...{ name: 'seeds-hold', file: 'migrations/0088-transfers.sql', tests: seeds },
    guard: 'An accepted transfer holds the balance',
    find: '  IF v_open THEN PERFORM public.place_hold(p_owner, p_case, p_at); END IF;',
    replace: '',
  },
];
