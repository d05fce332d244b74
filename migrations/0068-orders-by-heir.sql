-- compatible: yes
-- Several orders of one authority. An order is divided into others that fill it exactly: each takes a stretch of its amount,
-- begins where the one before it ends, and the last ends where the order ends. Foreign keys hold this, so that no function, a
-- later one included, can order more than was authorised. A disputed share is held: it goes into no batch until two officers
-- have divided it by what the court says.

ALTER TABLE payee
  ADD COLUMN party_id text COLLATE "C",
  ADD FOREIGN KEY (owner_id, party_id) REFERENCES successor (owner_id, id);
COMMENT ON COLUMN payee.party_id IS 'the successor whose account it is; null where the case has one payee';

ALTER TABLE payment_order
  ADD COLUMN party_id text COLLATE "C",
  ADD COLUMN of_order text COLLATE "C",
  ADD COLUMN of_fen bigint,
  ADD COLUMN division_id text COLLATE "C",
  -- Where its stretch begins in the order that was divided, where it ends, and which one it follows there.
  ADD COLUMN from_fen bigint NOT NULL DEFAULT 0 CHECK (from_fen >= 0),
  ADD COLUMN to_fen bigint GENERATED ALWAYS AS (from_fen + amount_fen) STORED,
  ADD COLUMN follows_fen bigint GENERATED ALWAYS AS (nullif(from_fen, 0)) STORED,
  DROP CONSTRAINT payment_order_standing_check,
  ADD CONSTRAINT payment_order_standing_check CHECK (standing IN ('open', 'held', 'divided', 'unclaimed', 'refunded', 'contested'));
-- What the authority itself is over, and what a divided order must be filled up to.
ALTER TABLE payment_order
  ADD COLUMN authorised_fen bigint GENERATED ALWAYS AS (CASE WHEN of_order IS NULL THEN amount_fen END) STORED,
  ADD COLUMN filled_fen bigint GENERATED ALWAYS AS (CASE standing WHEN 'divided' THEN amount_fen END) STORED,
  DROP CONSTRAINT payment_order_owner_id_authority_id_key,
  DROP CONSTRAINT payment_order_owner_id_authority_id_purpose_amount_fen_fkey,
  ADD CONSTRAINT order_is_authorised FOREIGN KEY (owner_id, authority_id, purpose, authorised_fen)
    REFERENCES authority (owner_id, id, purpose, amount_fen),
  ADD UNIQUE (owner_id, id, amount_fen, authority_id, case_id),
  ADD UNIQUE (owner_id, of_order, from_fen),
  ADD UNIQUE (owner_id, of_order, to_fen),
  ADD CONSTRAINT part_of_its_order FOREIGN KEY (owner_id, of_order, of_fen, authority_id, case_id)
    REFERENCES payment_order (owner_id, id, amount_fen, authority_id, case_id),
  ADD CONSTRAINT part_follows_part FOREIGN KEY (owner_id, of_order, follows_fen) REFERENCES payment_order (owner_id, of_order, to_fen),
  ADD CONSTRAINT divided_is_filled FOREIGN KEY (owner_id, id, filled_fen) REFERENCES payment_order (owner_id, of_order, to_fen),
  ADD CONSTRAINT part_within_its_order CHECK (of_order IS NULL OR to_fen <= of_fen),
  ADD CONSTRAINT part_has_its_heir CHECK ((of_order IS NULL) = (of_fen IS NULL) AND (of_order IS NULL) = (division_id IS NULL)
    AND (of_order IS NULL) = (party_id IS NULL)),
  ADD CONSTRAINT whole_begins_at_zero CHECK (of_order IS NOT NULL OR from_fen = 0),
  ADD FOREIGN KEY (owner_id, party_id) REFERENCES successor (owner_id, id),
  ADD FOREIGN KEY (owner_id, division_id) REFERENCES division (owner_id, id);
CREATE UNIQUE INDEX one_whole_order_per_authority ON payment_order (owner_id, authority_id) WHERE of_order IS NULL;
COMMENT ON TABLE payment_order IS 'distributed: what is to be paid; one order per authority, or the orders that it is divided into';

COMMENT ON COLUMN division.order_id IS 'no foreign key, since an order names its division; record_division locks the order, and verify compares';

-- An order that can be divided anew: held, or sent back by the bank; the lock keeps batches out.
CREATE FUNCTION order_to_divide(p_owner text, p_case text, p_order text) RETURNS public.payment_order
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_order public.payment_order;
BEGIN
  PERFORM public.sees_what_is_committed();
  SELECT * INTO v_order FROM public.payment_order WHERE owner_id = p_owner AND case_id = p_case AND id = p_order FOR UPDATE;
  IF v_order.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-order';
  END IF;
  PERFORM 1 FROM public.payment_attempt WHERE owner_id = p_owner AND order_id = p_order
  HAVING v_order.standing = 'held' OR (v_order.standing = 'open' AND count(*) FILTER (WHERE result IN ('returned', 'sent-back')) > 0
     AND bool_and(coalesce(result IN ('returned', 'sent-back', 'given-up'), false)));
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.not-to-divide';
  END IF;
  RETURN v_order;
END $$;

-- How the account is divided: before the approval as the applicant or a clerk says; after the settlement by a clerk, of an
-- order that is held or came back, for a second officer to decide.
CREATE FUNCTION record_division(p_token text, p_by text, p_owner text, p_id text, p_case text, p_order text, p_basis text,
    p_denominator bigint, p_successors text[], p_numerators bigint[], p_paper text, p_at timestamptz)
  RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_by text := public.estate_recorder(p_token, p_by);
  v_approved boolean;
  v_revision integer;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  v_approved := public.case_of_estate(p_owner, p_case);
  IF p_order IS NULL AND v_approved THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.approved';
  END IF;
  IF p_order IS NOT NULL THEN PERFORM public.order_to_divide(p_owner, p_case, p_order); END IF;
  IF (SELECT sum(n) FROM unnest(p_numerators) AS n) IS DISTINCT FROM p_denominator::numeric
     OR cardinality(p_numerators) IS DISTINCT FROM cardinality(p_successors) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.shares-not-one';
  END IF;
  PERFORM 1 FROM unnest(p_successors) AS named (id)
    LEFT JOIN public.successor s ON s.owner_id = p_owner AND s.case_id = p_case AND s.id = named.id WHERE s.id IS NULL;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.no-successor';
  END IF;
  SELECT coalesce(max(revision), 0) + 1 INTO v_revision FROM public.division WHERE owner_id = p_owner AND case_id = p_case;
  INSERT INTO public.division (owner_id, id, case_id, revision, order_id, basis, denominator, paper_reference, maker_id, recorded_at)
  VALUES (p_owner, p_id, p_case, v_revision, p_order, p_basis, p_denominator, p_paper, v_by, p_at);
  INSERT INTO public.division_share (owner_id, division_id, place, successor_id, numerator)
  SELECT p_owner, p_id, place, successor, numerator
    FROM unnest(p_successors, p_numerators) WITH ORDINALITY AS given (successor, numerator, place);
  PERFORM public.chain_record(p_owner, 'division', p_id, public.division_digest(p_owner, p_id), p_at);
  RETURN v_revision;
END $$;

-- What each share of a division comes to. Everybody gets the whole fen of their share; the fen that are left go one each to
-- those whose cut-off fraction is the largest, the earlier place first.
CREATE FUNCTION shares_in_fen(p_owner text, p_division text, p_total bigint)
  RETURNS TABLE (place integer, successor_id text, amount_fen bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH cut AS (
    SELECT s.place, s.successor_id, div(p_total::numeric * s.numerator, d.denominator) AS whole,
           mod(p_total::numeric * s.numerator, d.denominator) AS rest
      FROM public.division d JOIN public.division_share s ON s.owner_id = d.owner_id AND s.division_id = d.id
     WHERE d.owner_id = p_owner AND d.id = p_division
  ), ranked AS (
    SELECT cut.*, row_number() OVER (ORDER BY rest DESC, cut.place) AS rank, p_total - sum(whole) OVER () AS left_over FROM cut
  )
  SELECT ranked.place, ranked.successor_id, (whole + CASE WHEN rank <= left_over THEN 1 ELSE 0 END)::bigint
    FROM ranked ORDER BY ranked.place
$$;

-- Divides an order. The amounts are the application's, compared here to the fen; a share of less than a fen makes no order.
CREATE FUNCTION divide_order(p_order public.payment_order, p_division text, p_ids text[], p_amounts bigint[], p_held text[], p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_share record;
  v_from bigint := 0;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  IF p_amounts IS DISTINCT FROM (SELECT array_agg(s.amount_fen ORDER BY s.place)
       FROM public.shares_in_fen(p_order.owner_id, p_division, p_order.amount_fen) s)
     OR cardinality(p_ids) IS DISTINCT FROM cardinality(p_amounts) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.division-differs';
  END IF;
  FOR v_share IN SELECT * FROM public.shares_in_fen(p_order.owner_id, p_division, p_order.amount_fen) s WHERE s.amount_fen > 0
    ORDER BY s.place LOOP
    INSERT INTO public.payment_order (owner_id, id, case_id, authority_id, purpose, amount_fen, made_at, standing, party_id, of_order,
      of_fen, division_id, from_fen)
    VALUES (p_order.owner_id, p_ids[v_share.place], p_order.case_id, p_order.authority_id, p_order.purpose, v_share.amount_fen, p_at,
      CASE WHEN v_share.successor_id = ANY (p_held) THEN 'held' ELSE 'open' END, v_share.successor_id, p_order.id,
      p_order.amount_fen, p_division, v_from);
    v_from := v_from + v_share.amount_fen;
  END LOOP;
  UPDATE public.payment_order SET standing = 'divided' WHERE owner_id = p_order.owner_id AND id = p_order.id;
END $$;

-- Divides what a settlement ordered, in the settlement's own transaction: by the division that the approved decision names,
-- disputed shares held.
CREATE FUNCTION divide_settled(p_owner text, p_case text, p_order text, p_division text, p_ids text[], p_amounts bigint[], p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_order public.payment_order;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.case_of_estate(p_owner, p_case);
  SELECT * INTO v_order FROM public.payment_order WHERE owner_id = p_owner AND case_id = p_case AND id = p_order FOR UPDATE;
  IF v_order.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-order';
  END IF;
  PERFORM 1 FROM public.payment_attempt WHERE owner_id = p_owner AND order_id = p_order;
  IF FOUND OR v_order.standing <> 'open' OR v_order.of_order IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.not-to-divide';
  END IF;
  PERFORM 1 FROM public.authority a JOIN public.decision_approval d ON d.owner_id = a.owner_id AND d.decision_id = a.basis_id
   WHERE a.owner_id = p_owner AND a.id = v_order.authority_id AND a.basis_kind = 'decision'
     AND d.facts #>> '{succession,divisionId}' = p_division;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.not-approved';
  END IF;
  PERFORM public.divide_order(v_order, p_division, p_ids, p_amounts, public.disputed_shares(p_owner, p_case), p_at);
END $$;

-- A second officer decides on a division anew; approved, its orders can be paid at once.
CREATE FUNCTION decide_division(p_token text, p_owner text, p_division text, p_approved boolean, p_reason text, p_ids text[],
    p_amounts bigint[], p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text := public.live_officer(p_token, 'reviewer');
  v_division public.division;
  v_order public.payment_order;
  v_decision public.division_decision;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  SELECT * INTO v_division FROM public.division WHERE owner_id = p_owner AND id = p_division AND order_id IS NOT NULL;
  IF v_division.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.no-division';
  END IF;
  PERFORM public.case_of_estate(p_owner, v_division.case_id);
  INSERT INTO public.division_decision (owner_id, division_id, maker_id, checker_id, approved, reason, decided_at)
  VALUES (p_owner, p_division, v_division.maker_id, v_checker, p_approved, p_reason, p_at)
  RETURNING * INTO v_decision;
  PERFORM public.chain_record(p_owner, 'division-decision', p_division, public.division_decision_digest(v_decision), p_at);
  IF p_approved THEN
    v_order := public.order_to_divide(p_owner, v_division.case_id, v_division.order_id);
    PERFORM public.divide_order(v_order, p_division, p_ids, p_amounts, '{}', p_at);
  END IF;
  RETURN v_checker;
END $$;

-- What an heir says: through their link, or at the window with a paper. After the approval only an objection counts; it holds
-- the disputed shares that no bank has been asked to pay. Answers how many orders it holds.
CREATE FUNCTION hear_successor(p_token text, p_secret text, p_owner text, p_case text, p_successor text, p_word text, p_disputes text[],
    p_division text, p_paper text, p_at timestamptz)
  RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_clerk text;
  v_link public.heir_link;
  v_row public.successor_word;
  v_held integer := 0;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  IF p_secret IS NULL THEN
    v_clerk := public.live_officer(p_token, 'clerk');
  ELSE
    v_link := public.heir_of_link(p_secret);
    IF v_link.owner_id <> p_owner OR v_link.case_id <> p_case OR v_link.successor_id <> p_successor
       OR p_word NOT IN ('agree', 'waive', 'object') THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.link-over';
    END IF;
  END IF;
  IF public.case_of_estate(p_owner, p_case) AND p_word <> 'object' THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.approved';
  END IF;
  INSERT INTO public.successor_word (owner_id, case_id, successor_id, seq, word, disputes, division_id, channel, paper_reference,
    recorded_by, recorded_at)
  SELECT p_owner, p_case, p_successor, coalesce(max(seq), 0) + 1, p_word, p_disputes, p_division,
    CASE WHEN p_secret IS NULL THEN 'window' ELSE 'link' END, p_paper, coalesce(v_clerk, p_successor), p_at
    FROM public.successor_word WHERE owner_id = p_owner AND successor_id = p_successor
  RETURNING * INTO v_row;
  PERFORM public.chain_record(p_owner, 'successor-word', p_successor || '/' || v_row.seq, public.successor_word_digest(v_row), p_at);
  IF p_word = 'object' THEN
    UPDATE public.payment_order o SET standing = 'held'
     WHERE o.owner_id = p_owner AND o.case_id = p_case AND o.standing = 'open' AND o.party_id = ANY (p_disputes)
       AND NOT EXISTS (SELECT FROM public.payment_attempt a WHERE a.owner_id = o.owner_id AND a.order_id = o.id
                          AND (a.result IS NULL OR a.result = 'paid'));
    GET DIAGNOSTICS v_held = ROW_COUNT;
  END IF;
  RETURN v_held;
END $$;

-- To which account an heir is paid. Before the approval as the heir, the applicant or a clerk says; after it a clerk takes in
-- the first account of an heir who had named none, or corrects one whose payment came back.
CREATE FUNCTION record_heir_payee(p_token text, p_secret text, p_by text, p_owner text, p_case text, p_successor text, p_name text,
    p_bank_code text, p_bank_name text, p_account_sealed bytea, p_account_tail text, p_at timestamptz, p_doubts text[] DEFAULT '{}',
    p_country text DEFAULT NULL, p_currency text DEFAULT NULL, p_charges text DEFAULT NULL, p_details_sealed bytea DEFAULT NULL)
  RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_link public.heir_link;
  v_by text;
  v_approved boolean;
  v_revision integer;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  IF p_secret IS NULL THEN
    v_by := public.estate_recorder(p_token, p_by);
  ELSE
    v_link := public.heir_of_link(p_secret);
    IF v_link.owner_id <> p_owner OR v_link.case_id <> p_case OR v_link.successor_id <> p_successor THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.link-over';
    END IF;
  END IF;
  v_approved := public.case_of_estate(p_owner, p_case);
  IF v_approved AND (p_token IS NULL OR p_secret IS NOT NULL) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.payee-approved';
  END IF;
  PERFORM 1 FROM public.successor WHERE owner_id = p_owner AND case_id = p_case AND id = p_successor;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.no-successor';
  END IF;
  IF v_approved THEN
    -- The locks keep batches out until the account is changed.
    PERFORM 1 FROM public.payment_order WHERE owner_id = p_owner AND case_id = p_case AND party_id = p_successor FOR UPDATE;
    PERFORM 1 FROM public.payee WHERE owner_id = p_owner AND case_id = p_case AND party_id = p_successor;
    IF FOUND THEN
      PERFORM 1 FROM public.payment_order o JOIN public.payment_attempt a ON a.owner_id = o.owner_id AND a.order_id = o.id
       WHERE o.owner_id = p_owner AND o.case_id = p_case AND o.party_id = p_successor AND o.standing = 'open'
       GROUP BY o.id
      HAVING count(*) FILTER (WHERE a.result IN ('returned', 'sent-back')) > 0
         AND bool_and(coalesce(a.result IN ('returned', 'sent-back', 'given-up'), false));
      IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.not-returned';
      END IF;
    END IF;
  END IF;
  SELECT coalesce(max(revision), 0) + 1 INTO v_revision FROM public.payee WHERE owner_id = p_owner AND case_id = p_case;
  INSERT INTO public.payee (owner_id, case_id, revision, kind, name, bank_code, bank_name, account_sealed, account_tail,
    corrected_by, recorded_at, party_id, doubts, country, currency, charges, details_sealed)
  VALUES (p_owner, p_case, v_revision, 'successor', p_name, p_bank_code, p_bank_name, p_account_sealed, p_account_tail,
    CASE WHEN v_approved THEN v_by END, p_at, p_successor, p_doubts, p_country, p_currency, p_charges, p_details_sealed);
  RETURN v_revision;
END $$;

-- An order goes to its own heir's account, and one of a case with heirs only once it is divided among them.
CREATE OR REPLACE FUNCTION add_to_batch(p_owner text, p_order text, p_attempt integer, p_batch text, p_line integer,
    p_payee_revision integer)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_order public.payment_order;
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.payment_batch WHERE id = p_batch FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-batch';
  END IF;
  -- Once somebody approved it, a batch takes nothing more.
  PERFORM 1 FROM public.payment_approval WHERE batch_id = p_batch
   UNION ALL SELECT 1 FROM public.payment_release WHERE batch_id = p_batch;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.batch-released';
  END IF;
  PERFORM 1 FROM public.payment_batch_given_up WHERE batch_id = p_batch;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.batch-given-up';
  END IF;
  SELECT * INTO v_order FROM public.payment_order WHERE owner_id = p_owner AND id = p_order FOR UPDATE;
  IF v_order.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-order';
  END IF;
  IF v_order.standing <> 'open' THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.order-elsewhere';
  END IF;
  IF p_payee_revision IS DISTINCT FROM (SELECT max(revision) FROM public.payee
       WHERE owner_id = p_owner AND case_id = v_order.case_id AND party_id IS NOT DISTINCT FROM v_order.party_id) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.payee-changed';
  END IF;
  -- To the account from which the money came back it does not go again.
  PERFORM 1 FROM public.payment_attempt WHERE owner_id = p_owner AND order_id = p_order
    AND result IN ('returned', 'sent-back') AND payee_revision >= p_payee_revision;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.payee-changed';
  END IF;
  PERFORM 1 FROM public.decision_approval d JOIN public.authority a ON a.owner_id = d.owner_id AND a.basis_id = d.decision_id
   WHERE a.owner_id = p_owner AND a.id = v_order.authority_id AND a.basis_kind = 'decision' AND v_order.of_order IS NULL
     AND d.facts #>> '{succession,divisionId}' IS NOT NULL;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.not-divided';
  END IF;
  INSERT INTO public.payment_attempt (owner_id, order_id, attempt, batch_id, line_no, amount_fen, payee_revision)
  VALUES (p_owner, p_order, p_attempt, p_batch, p_line, v_order.amount_fen, p_payee_revision);
END $$;

REVOKE ALL ON FUNCTION order_to_divide, record_division, shares_in_fen, divide_order, divide_settled, decide_division, hear_successor,
  record_heir_payee FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record_division, shares_in_fen, divide_settled, decide_division, hear_successor, record_heir_payee TO suixing_app;
