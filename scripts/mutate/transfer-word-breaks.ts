import type { Break } from './break.ts';

const words = 'migrations/0088-transfers.sql';
const spoken = ['business/transfer/words/partner-words.db.test.ts'];
const byHand = ['business/transfer/balance-leg.db.test.ts'];
const story = ['business/transfer/both-legs.db.test.ts'];
const atOnce = ['business/transfer/one-wins.db.test.ts'];

/** Guards of what another agency says: whose word it is, about whom, and that nobody here makes it up. */
const wordBreaks: readonly Break[] = [
  {
    ...{ name: 'word-kept-first', file: words, tests: spoken },
    guard: 'Another agency’s word is a message that its gateway sent and ours kept',
    find: 'IF v_kept.message_id IS NULL OR NOT (v_kept.state = ',
    replace: 'IF v_kept.message_id IS NOT NULL AND NOT (v_kept.state = ',
  },
  {
    ...{ name: 'word-in-its-turn', file: words, tests: spoken },
    guard: 'A message counts after those that its sender sent before it',
    find: "(v_kept.state = 'kept' AND public.message_is_next(v_kept.owner_id, v_kept.from_region, v_kept.sequence, v_kept.released))",
    replace: "v_kept.state = 'kept'",
  },
  {
    ...{ name: 'word-of-the-person', file: words, tests: spoken },
    guard: 'A message counts for the person whose number it names',
    find: 'AND owner_id = p_word.owner_id)) THEN',
    replace: ')) THEN',
  },
  {
    ...{ name: 'word-of-the-transfer', file: words, tests: spoken },
    guard: 'A message in a person’s transfer is nobody else’s',
    find: 'IF v_transfer.owner_id <> p_word.owner_id',
    replace: 'IF false',
  },
  {
    ...{ name: 'word-names-somebody', file: words, tests: spoken },
    guard: 'Before there is a transfer a message must name its person',
    find: 'OR (v_transfer.owner_id IS NULL AND p_subject IS NULL)',
    replace: '',
  },
  {
    ...{ name: 'word-of-the-partner', file: words, tests: spoken },
    guard: 'Only the agency that a transfer is with speaks in it',
    find: `  IF v_transfer.partner <> p_word.from_region THEN`,
    replace: '  IF false THEN',
  },
  {
    ...{ name: 'word-not-by-the-application', file: words, tests: spoken },
    guard: 'The application does not write what another agency said',
    find: 'GRANT EXECUTE ON FUNCTION open_transfer, take_partner_word,',
    replace: 'GRANT EXECUTE ON FUNCTION keep_partner_word, open_transfer, take_partner_word,',
  },
  {
    ...{ name: 'word-table-closed', file: words, tests: spoken },
    guard: 'Nobody types a word into the table',
    find: 'GRANT SELECT ON transfer, transfer_locator, partner_word,',
    replace:
      'GRANT INSERT ON partner_word TO suixing_app;\nGRANT SELECT ON transfer, transfer_locator, partner_word,',
  },
  {
    ...{ name: 'paper-by-two', file: words, tests: spoken },
    guard: 'Who keyed a letter in does not confirm it',
    find: 'CHECK (checker_id <> maker_id)',
    replace: 'CHECK (true)',
  },
  {
    ...{ name: 'paper-reviewer', file: words, tests: spoken },
    guard: 'A reviewer confirms a letter on paper',
    find: "v_checker := public.live_officer(p_token, 'reviewer');",
    replace: 'SELECT officer_id INTO v_checker FROM public.officer_session LIMIT 1;',
  },
  {
    ...{ name: 'paper-as-seen', file: words, tests: spoken },
    guard: 'A reviewer confirms what they have seen',
    find: 'IF p_digest IS DISTINCT FROM v_paper.digest THEN',
    replace: 'IF false THEN',
  },
  {
    ...{ name: 'paper-of-the-partner', file: words, tests: spoken },
    guard: 'A letter on paper comes from the transfer’s partner',
    find: 'WHERE owner_id = p_owner AND transfer_id = p_transfer AND partner = p_from;',
    replace: 'WHERE owner_id = p_owner AND transfer_id = p_transfer;',
  },
  {
    ...{ name: 'paper-scanned', file: words, tests: spoken },
    guard: 'A letter on paper is recorded with its scan',
    find: 'PERFORM 1 FROM public.paper_file WHERE owner_id = p_owner AND id = p_file AND erased_at IS NULL;',
    replace: 'PERFORM 1;',
  },
  {
    ...{ name: 'transfer-with-oneself', file: words, tests: spoken },
    guard: 'A transfer is with another agency',
    find: 'PERFORM 1 FROM public.office WHERE region = p_partner;',
    replace: 'PERFORM 1 FROM public.office WHERE false;',
  },
];

/** Guards of the acceptance: on a letter that stands, once, and the account is held with it. */
const acceptanceBreaks: readonly Break[] = [
  {
    ...{ name: 'accept-on-a-letter', file: words, tests: byHand },
    guard: 'A transfer is accepted on a contact letter only',
    find: "PERFORM public.word_in_transfer(v_transfer, p_message, ARRAY['contact-letter']);",
    replace: '',
  },
  {
    ...{ name: 'accept-own-letter', file: words, tests: byHand },
    guard: 'What is said in one transfer does not count in another',
    find: 'AND w.message_id = p_message AND w.transfer_id = p_transfer.transfer_id',
    replace: 'AND w.message_id = p_message',
  },
  {
    ...{ name: 'accept-standing-letter', file: words, tests: byHand },
    guard: 'What was taken back does not count',
    find: "AND i.figures ->> 'invalidates' = w.message_id)",
    replace: 'AND false)',
  },
  {
    ...{ name: 'accept-once', file: words, tests: byHand },
    guard: 'One acceptance stands',
    find: 'CREATE UNIQUE INDEX one_acceptance_stands',
    replace: 'CREATE INDEX one_acceptance_stands',
  },
  {
    ...{ name: 'accept-holds', file: words, tests: atOnce },
    guard: 'An accepted transfer holds the account',
    find: '  IF v_open THEN PERFORM public.place_hold(p_owner, p_case, p_at); END IF;',
    replace: '',
  },
  {
    ...{ name: 'accept-hold-stays', file: words, tests: byHand },
    guard: 'The hold of an accepted transfer passes on only once the transfer is over',
    find: '  PERFORM public.transfer_lets_go(p_owner, v_parent);',
    replace: '',
  },
  {
    ...{ name: 'accept-step-on-a-word', file: words, tests: byHand },
    guard: 'A step in another agency’s name rests on its word about this person',
    find: "    PERFORM public.partner_said(p_owner, p_actor, p_data ->> 'messageId');",
    replace: '    NULL;',
  },
  {
    ...{ name: 'accept-withdrawn-by-its-word', file: words, tests: story },
    guard: 'An acceptance is taken back on the message that takes its letter back',
    find: "v_word := public.word_in_transfer(v_transfer, p_message, ARRAY['invalidate']);",
    replace:
      "SELECT * INTO v_word FROM public.partner_word WHERE owner_id = p_owner AND message_id = p_message;\n  v_word.figures := jsonb_build_object('invalidates', v_acceptance.message_id);",
  },
  {
    ...{ name: 'accept-ends-once', file: words, tests: story },
    guard: 'Each letter ends the relationship once',
    find: 'CREATE UNIQUE INDEX one_relationship_per_message',
    replace: 'CREATE INDEX one_relationship_per_message',
  },
];

export const transferWordBreaks: readonly Break[] = [...wordBreaks, ...acceptanceBreaks];
