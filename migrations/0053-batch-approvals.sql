-- compatible: no
-- Two finance officers approve a batch before it leaves, neither of whom built it; a batch that did not leave can be given up,
-- and its orders are due again.

CREATE TABLE payment_approval (
  batch_id text COLLATE "C" NOT NULL,
  place smallint NOT NULL CHECK (place IN (1, 2)),
  maker_id text COLLATE "C" NOT NULL,
  officer_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  -- What the officer approved.
  total_fen bigint NOT NULL,
  digest bytea NOT NULL,
  approved_at timestamptz NOT NULL,
  PRIMARY KEY (batch_id, place),
  CONSTRAINT one_approval_per_officer UNIQUE (batch_id, officer_id),
  FOREIGN KEY (batch_id, maker_id) REFERENCES payment_batch (id, maker_id),
  CONSTRAINT approver_is_not_maker CHECK (officer_id <> maker_id)
);
COMMENT ON TABLE payment_approval IS 'reference: approvals of batches, append-only; the second lets a batch go';

CREATE TABLE payment_batch_given_up (
  batch_id text COLLATE "C" PRIMARY KEY REFERENCES payment_batch (id),
  officer_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  given_up_at timestamptz NOT NULL
);
COMMENT ON TABLE payment_batch_given_up IS 'reference: batches that were given up before they left';

-- How many approvals a release rests on; those before this rested on one.
ALTER TABLE payment_release ADD COLUMN approvals smallint NOT NULL DEFAULT 1 CHECK (approvals IN (1, 2));
ALTER TABLE payment_release ALTER COLUMN approvals DROP DEFAULT;

-- How an attempt ended: paid, returned without having been paid, sent back after it had been, or given up with its batch.
ALTER TABLE payment_attempt
  DROP CONSTRAINT payment_attempt_result_check,
  ADD CONSTRAINT payment_attempt_result_check CHECK (result IN ('paid', 'returned', 'sent-back', 'given-up')),
  DROP CONSTRAINT payment_attempt_check1,
  ADD CONSTRAINT answer_names_its_file CHECK ((result IS NULL OR result = 'given-up') = (file_sha256 IS NULL)),
  DROP CONSTRAINT payment_attempt_check2,
  ADD CONSTRAINT paid_names_its_journal CHECK (coalesce(result IN ('paid', 'sent-back'), false) = (journal_id IS NOT NULL)),
  ADD COLUMN return_journal_id text COLLATE "C",
  ADD COLUMN return_journal_line smallint NOT NULL DEFAULT 1 CHECK (return_journal_line = 1),
  ADD FOREIGN KEY (owner_id, return_journal_id, return_journal_line) REFERENCES posting (owner_id, journal_id, line_no),
  ADD CONSTRAINT sent_back_names_its_journal CHECK (coalesce(result = 'sent-back', false) = (return_journal_id IS NOT NULL));
DROP INDEX one_standing_attempt;
CREATE UNIQUE INDEX one_standing_attempt ON payment_attempt (owner_id, order_id) WHERE result IS NULL OR result = 'paid';

-- The lines are, to the fen and the payee, those that the maker froze, or nothing more happens to the batch.
CREATE FUNCTION batch_as_frozen(p_batch text) RETURNS public.payment_batch
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_batch public.payment_batch;
  v_lines bigint;
  v_total numeric;
BEGIN
  SELECT * INTO v_batch FROM public.payment_batch WHERE id = p_batch FOR UPDATE;
  IF v_batch.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-batch';
  END IF;
  PERFORM 1 FROM public.payment_release WHERE batch_id = p_batch;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.batch-released';
  END IF;
  PERFORM 1 FROM public.payment_batch_given_up WHERE batch_id = p_batch;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.batch-given-up';
  END IF;
  SELECT count(*), coalesce(sum(amount_fen), 0) INTO v_lines, v_total FROM public.payment_attempt WHERE batch_id = p_batch;
  IF v_lines <> v_batch.line_count OR v_total <> v_batch.total_fen OR public.batch_digest(p_batch) <> v_batch.digest THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.batch-differs';
  END IF;
  RETURN v_batch;
END $$;

-- Approves a batch as it was shown, by its digest; the second approval lets it go. Answers which approval this is. The
-- batch's lock keeps add_to_batch, give_up_batch and the other approver out until it is decided.
CREATE FUNCTION approve_batch(p_token text, p_batch text, p_digest bytea, p_at timestamptz)
  RETURNS smallint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text := public.live_officer(p_token, 'finance');
  v_batch public.payment_batch;
  v_place smallint;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  v_batch := public.batch_as_frozen(p_batch);
  IF p_digest IS DISTINCT FROM v_batch.digest THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.another-digest';
  END IF;
  SELECT count(*) + 1 INTO v_place FROM public.payment_approval WHERE batch_id = p_batch;
  INSERT INTO public.payment_approval (batch_id, place, maker_id, officer_id, total_fen, digest, approved_at)
  VALUES (p_batch, v_place, v_batch.maker_id, v_officer, v_batch.total_fen, v_batch.digest, p_at);
  IF v_place = 2 THEN
    INSERT INTO public.payment_release (batch_id, maker_id, checker_id, released_at, approvals)
    VALUES (p_batch, v_batch.maker_id, v_officer, p_at, 2);
  END IF;
  RETURN v_place;
END $$;

DROP FUNCTION release_batch(text, text, timestamptz);

-- Gives up a batch that has not left: its attempts end, its orders are due again. Any finance officer may.
CREATE FUNCTION give_up_batch(p_token text, p_batch text, p_reason text, p_at timestamptz)
  RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text := public.live_officer(p_token, 'finance');
  v_freed bigint;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM 1 FROM public.payment_batch WHERE id = p_batch FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-batch';
  END IF;
  PERFORM 1 FROM public.payment_release WHERE batch_id = p_batch;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.batch-released';
  END IF;
  INSERT INTO public.payment_batch_given_up (batch_id, officer_id, reason, given_up_at)
  VALUES (p_batch, v_officer, p_reason, p_at) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.batch-given-up';
  END IF;
  UPDATE public.payment_attempt SET result = 'given-up', answered_at = p_at WHERE batch_id = p_batch AND result IS NULL;
  GET DIAGNOSTICS v_freed = ROW_COUNT;
  RETURN v_freed;
END $$;

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
       WHERE owner_id = p_owner AND case_id = v_order.case_id) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.payee-changed';
  END IF;
  -- To the account from which the money came back it does not go again.
  PERFORM 1 FROM public.payment_attempt WHERE owner_id = p_owner AND order_id = p_order
    AND result IN ('returned', 'sent-back') AND payee_revision >= p_payee_revision;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.payee-changed';
  END IF;
  INSERT INTO public.payment_attempt (owner_id, order_id, attempt, batch_id, line_no, amount_fen, payee_revision)
  VALUES (p_owner, p_order, p_attempt, p_batch, p_line, v_order.amount_fen, p_payee_revision);
END $$;

CREATE OR REPLACE FUNCTION order_to_move(p_owner text, p_order text, p_kind text) RETURNS public.payment_order
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_order public.payment_order;
BEGIN
  SELECT * INTO v_order FROM public.payment_order WHERE owner_id = p_owner AND id = p_order FOR UPDATE;
  IF v_order.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-order';
  END IF;
  IF v_order.standing <> (CASE p_kind WHEN 'claimed' THEN 'unclaimed' ELSE 'open' END) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.order-elsewhere';
  END IF;
  -- Not while the bank has been asked to pay it, nor after it has.
  PERFORM 1 FROM public.payment_attempt WHERE owner_id = p_owner AND order_id = p_order AND (result IS NULL OR result = 'paid');
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.order-under-way';
  END IF;
  RETURN v_order;
END $$;

REVOKE ALL ON FUNCTION batch_as_frozen, approve_batch, give_up_batch FROM PUBLIC;
GRANT EXECUTE ON FUNCTION approve_batch, give_up_batch TO suixing_app;
GRANT SELECT ON payment_approval, payment_batch_given_up TO suixing_app;
