import type { Tampering } from './tampering-books.testing.store.ts';

/** Ways to bend payments, the register, cards, measures and chains. */
export const tamperingWithRecords: readonly Tampering[] = [
  [
    'a letter was made one of another kind',
    'letters.as-issued',
    [`UPDATE letter SET kind = 'decision'`],
    'psn_b/cas_b/1',
  ],
  [
    'a letter was given other words than were signed',
    'letters.as-issued',
    [`UPDATE letter SET data_hash = sha256('y')`],
    'psn_b/cas_b/1',
  ],
  [
    'money that was paid back was left out of the books',
    'supervision.recovered-once',
    [`DELETE FROM posting WHERE purpose = 'recovery-receipt'`],
    'psn_b/rcp_1',
  ],
  [
    'more is demanded by an order than was booked',
    'supervision.recovered-once',
    [`UPDATE supervision_step SET amount_fen = 900 WHERE id = 'msr_3'`],
    'psn_b/msr_3',
  ],
  [
    'an account holds less than its payments by card',
    'card.held-for-payments',
    [`UPDATE personal_account SET held_fen = 0 WHERE owner_id = 'psn_a'`],
    'psn_a',
  ],
  [
    'a merchant’s reference leads nowhere',
    'card.paid-once',
    ['DELETE FROM card_payment_locator'],
    'psn_a/cpy_1',
  ],
  [
    'a card number leads to another person',
    'card.numbers-agree',
    [`UPDATE card_locator SET owner_id = 'psn_b'`],
    'psn_a/crd_1',
  ],
  [
    'a card that was locked is in use again, with no event',
    'card.as-its-events',
    [
      `SELECT step_card('token-clerk', 'psn_a', 'crd_1', 'lock', 'FUND-17', '核实', NULL, now(), now())`,
      `UPDATE card SET state = 'active'`,
    ],
    'psn_a/crd_1',
  ],
  [
    'an investigation was given another reason',
    'audit.records-chained',
    [`UPDATE supervision_step SET reason = '别的' WHERE id = 'msr_1'`],
    'psn_a/measure-step/msr_1',
  ],
  [
    'an order was called unclaimed that is not',
    'adjustment.orders-stand-as-moved',
    [`UPDATE payment_order SET standing = 'unclaimed' WHERE id = 'ord_cas_c'`],
    'psn_c/ord_cas_c',
  ],
  [
    'an adjustment was approved for another sum',
    'audit.records-chained',
    [`UPDATE adjustment SET amount_fen = 5 WHERE id = 'adj_2'`],
    'psn_d/adjustment/adj_2',
  ],
  [
    'an investigation was lifted that had never been confirmed',
    'supervision.lifted-once',
    [`DELETE FROM supervision_decision WHERE step_id = 'msr_1'`],
    'psn_a/msr_2',
  ],
  [
    'an order’s payment lost its entry',
    'payments.payable-is-open-orders',
    [`DELETE FROM posting WHERE journal_id = 'jnl_pay'`],
    'payable',
  ],
  [
    'a paid order was called open again',
    'payments.payable-is-open-orders',
    [`DELETE FROM payment_attempt WHERE order_id = 'ord_cas_b'`],
    'payable',
  ],
  [
    'an order was paid twice',
    'payments.nothing-paid-twice',
    [
      `DROP INDEX one_standing_attempt`,
      `INSERT INTO payment_attempt SELECT owner_id, order_id, 2, batch_id, 2, amount_fen, payee_revision, result, reason, answered_at, file_sha256, 'jnl_2' FROM payment_attempt`,
    ],
    'psn_b/ord_cas_b',
  ],
  [
    'a payment was booked for another sum',
    'payments.nothing-paid-twice',
    [`UPDATE posting SET amount_fen = 5 WHERE journal_id = 'jnl_pay'`],
    'psn_b/ord_cas_b/1',
  ],
  [
    'a payment was booked that no bank confirmed',
    'payments.nothing-paid-twice',
    [`UPDATE payment_attempt SET result = 'returned', journal_id = NULL`],
    'psn_b/jnl_pay',
  ],
  [
    'the bank’s file was taken away',
    'payments.nothing-paid-twice',
    [`DELETE FROM bank_file`],
    'psn_b/ord_cas_b/1',
  ],
  [
    'an order was moved to another case',
    'payments.orders-stand-on-authorities',
    [`UPDATE payment_order SET case_id = 'cas_c' WHERE id = 'ord_cas_b'`],
    'psn_b/ord_cas_b',
  ],
  [
    'an order was raised',
    'payments.orders-stand-on-authorities',
    [`UPDATE payment_order SET amount_fen = 999999 WHERE id = 'ord_cas_b'`],
    'psn_b/ord_cas_b',
  ],
  [
    'a batch’s line was given to another payee',
    'payments.batches-are-their-lines',
    [`UPDATE payment_attempt SET payee_revision = 2`],
    'bat_1',
  ],
  [
    'a batch’s sum was changed',
    'payments.batches-are-their-lines',
    [`UPDATE payment_batch SET total_fen = 1`],
    'bat_1',
  ],
  [
    'a batch was released by its maker',
    'payments.batches-are-their-lines',
    [
      `ALTER TABLE payment_release DROP CONSTRAINT batch_maker_is_not_checker`,
      `UPDATE payment_release SET checker_id = maker_id`,
    ],
    'bat_1',
  ],
  [
    'an identity number leads to somebody else',
    'registry.identities-agree',
    [`UPDATE identity_locator SET owner_id = 'psn_b'`],
    'psn_a',
  ],
  [
    'an identity document is not found any more',
    'registry.identities-agree',
    [`DELETE FROM identity_locator`],
    'psn_a',
  ],
  ['a credit code leads to no employer', 'registry.employers-agree', [`DELETE FROM employer`], 'emp_1'],
];
