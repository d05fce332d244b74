-- compatible: yes
-- Paying with the card: a pharmacy or hospital asks with its key (authorise), which holds the amount; it confirms what was
-- dispensed, or cancels; what neither confirms nor cancels lets go by itself. Money moves at the confirmation, once.

-- The holder of a live key that may be used for something. Security clocks are the server's own.
CREATE FUNCTION live_key(p_token text, p_scope text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_key public.api_key;
BEGIN
  PERFORM public.sees_what_is_committed();
  SELECT * INTO v_key FROM public.api_key
   WHERE secret_hash = sha256(convert_to(p_token, 'UTF8')) AND revoked_at IS NULL AND expires_at > clock_timestamp();
  IF v_key.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'access.no-session';
  END IF;
  IF NOT p_scope = ANY (v_key.scopes) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'access.role-missing';
  END IF;
  RETURN v_key.id;
END $$;

CREATE TABLE card_payment (
  owner_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  card_id text COLLATE "C" NOT NULL,
  -- Whose key asked; nobody else confirms or cancels.
  merchant_id text COLLATE "C" NOT NULL REFERENCES api_key (id),
  merchant_reference text COLLATE "C" NOT NULL CHECK (merchant_reference ~ '^[A-Za-z0-9._-]{1,64}$'),
  -- The pharmacy or hospital, by the code of its contract.
  institution text NOT NULL CHECK (institution ~ '^[A-Z0-9]{6,20}$'),
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  authorised_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'authorised' CHECK (state IN ('authorised', 'confirmed', 'cancelled', 'expired')),
  confirmed_fen bigint CHECK (confirmed_fen > 0 AND confirmed_fen <= amount_fen),
  ended_at timestamptz,
  PRIMARY KEY (owner_id, id),
  FOREIGN KEY (owner_id, card_id) REFERENCES card (owner_id, id),
  CHECK (expires_at > authorised_at AND expires_at <= authorised_at + interval '7 days'),
  CHECK ((state = 'confirmed') = (confirmed_fen IS NOT NULL)),
  CHECK ((state = 'authorised') = (ended_at IS NULL))
);
CREATE INDEX card_payment_pending ON card_payment (expires_at, owner_id, id) WHERE state = 'authorised';
COMMENT ON TABLE card_payment IS 'distributed: payments by card, from the authorisation to its end; moved by guards only';

CREATE TABLE card_payment_locator (
  merchant_reference text COLLATE "C" NOT NULL,
  merchant_id text COLLATE "C" NOT NULL,
  owner_id text COLLATE "C" NOT NULL,
  payment_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (merchant_reference, merchant_id)
);
COMMENT ON TABLE card_payment_locator IS 'locator(merchant_reference): which payment a merchant''s own reference names';

-- What the person's chain says of an authorisation, and of its end.
CREATE FUNCTION card_payment_digest(p_row public.card_payment) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.card_id, p_row.merchant_id, p_row.merchant_reference, p_row.institution, p_row.amount_fen::text,
    public.instant_text(p_row.authorised_at), public.instant_text(p_row.expires_at))
$$;

CREATE FUNCTION card_payment_end_digest(p_row public.card_payment) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.state, p_row.confirmed_fen::text, public.instant_text(p_row.ended_at))
$$;

-- Holds an amount for a merchant. The same reference again answers the same payment, if it asks for the same; answers its id.
CREATE FUNCTION authorise_card_payment(p_token text, p_owner text, p_card text, p_payment text, p_reference text,
    p_institution text, p_amount bigint, p_expires timestamptz, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_merchant text := public.live_key(p_token, 'card-payments');
  v_payment public.card_payment;
  v_id text;
BEGIN
  INSERT INTO public.card_payment_locator (merchant_reference, merchant_id, owner_id, payment_id)
  VALUES (p_reference, v_merchant, p_owner, p_payment) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    SELECT p.id INTO v_id FROM public.card_payment_locator l
      JOIN public.card_payment p ON p.owner_id = l.owner_id AND p.id = l.payment_id
     WHERE l.merchant_reference = p_reference AND l.merchant_id = v_merchant
       AND p.owner_id = p_owner AND p.card_id = p_card AND p.amount_fen = p_amount AND p.institution = p_institution;
    IF v_id IS NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'card.reference-taken';
    END IF;
    RETURN v_id;
  END IF;
  PERFORM public.card_may_pay(p_owner, p_card);
  PERFORM public.hold_amount(p_owner, p_amount);
  INSERT INTO public.card_payment (owner_id, id, card_id, merchant_id, merchant_reference, institution, amount_fen,
    authorised_at, expires_at)
  VALUES (p_owner, p_payment, p_card, v_merchant, p_reference, p_institution, p_amount, p_at, p_expires)
  RETURNING * INTO v_payment;
  PERFORM public.chain_record(p_owner, 'card-payment', p_payment, public.card_payment_digest(v_payment), p_at);
  RETURN p_payment;
END $$;

-- Ends a payment that is authorised still; the account is locked before it, by whoever calls.
CREATE FUNCTION end_card_payment(p_owner text, p_payment text, p_state text, p_confirmed bigint, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_payment public.card_payment;
BEGIN
  UPDATE public.card_payment SET state = p_state, confirmed_fen = p_confirmed, ended_at = p_at
   WHERE owner_id = p_owner AND id = p_payment AND state = 'authorised' RETURNING * INTO v_payment;
  IF v_payment.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'card.no-such-payment';
  END IF;
  PERFORM public.release_amount(p_owner, v_payment.amount_fen);
  PERFORM public.chain_record(p_owner, 'card-payment-end', p_payment, public.card_payment_end_digest(v_payment), p_at);
END $$;

-- The merchant's payment, with its account locked first, as whoever lets money leave does.
CREATE FUNCTION own_card_payment(p_token text, p_owner text, p_payment text) RETURNS public.card_payment
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_merchant text := public.live_key(p_token, 'card-payments');
  v_payment public.card_payment;
BEGIN
  PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  SELECT * INTO v_payment FROM public.card_payment
   WHERE owner_id = p_owner AND id = p_payment AND merchant_id = v_merchant FOR UPDATE;
  IF v_payment.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'card.no-such-payment';
  END IF;
  RETURN v_payment;
END $$;

-- Takes the money: what was dispensed, never more than was authorised; the rest of the held amount is let go. The same again
-- changes nothing. Answers whether anything changed.
CREATE FUNCTION confirm_card_payment(p_token text, p_owner text, p_payment text, p_amount bigint, p_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_payment public.card_payment := public.own_card_payment(p_token, p_owner, p_payment);
  v_on date := (p_at AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
  IF v_payment.state = 'confirmed' AND v_payment.confirmed_fen = p_amount THEN RETURN false; END IF;
  IF v_payment.state <> 'authorised' OR v_payment.expires_at <= p_at THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = CASE v_payment.state WHEN 'confirmed' THEN 'card.payment-confirmed'
      WHEN 'cancelled' THEN 'card.payment-cancelled' ELSE 'card.payment-expired' END;
  END IF;
  IF p_amount > v_payment.amount_fen THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'card.more-than-authorised';
  END IF;
  IF v_on > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-not-come';
  END IF;
  PERFORM public.card_may_pay(p_owner, v_payment.card_id);
  PERFORM public.end_card_payment(p_owner, p_payment, 'confirmed', p_amount, p_at);
  PERFORM public.post_debit(p_owner, p_payment, 1::smallint, 'card-payment', 'payable', p_amount, v_on, 'debit',
    'card-authorisation', p_payment, NULL, p_at);
  RETURN true;
END $$;

-- Lets the held amount go. Cancelled or expired already, nothing more happens; what was confirmed is not cancelled.
CREATE FUNCTION cancel_card_payment(p_token text, p_owner text, p_payment text, p_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_payment public.card_payment := public.own_card_payment(p_token, p_owner, p_payment);
BEGIN
  IF v_payment.state = 'confirmed' THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'card.payment-confirmed';
  END IF;
  IF v_payment.state <> 'authorised' THEN RETURN false; END IF;
  PERFORM public.end_card_payment(p_owner, p_payment, 'cancelled', NULL, p_at);
  RETURN true;
END $$;

-- Lets go what was neither confirmed nor cancelled in its time. It takes nobody's session: it moves no money.
CREATE FUNCTION expire_card_payment(p_owner text, p_payment text, p_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  PERFORM 1 FROM public.card_payment
    WHERE owner_id = p_owner AND id = p_payment AND state = 'authorised' AND expires_at <= p_at
      AND (expires_at AT TIME ZONE 'Asia/Shanghai')::date <= public.business_today() FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM public.end_card_payment(p_owner, p_payment, 'expired', NULL, p_at);
  RETURN true;
END $$;

REVOKE ALL ON FUNCTION live_key, card_payment_digest, card_payment_end_digest, authorise_card_payment, end_card_payment,
  own_card_payment, confirm_card_payment, cancel_card_payment, expire_card_payment FROM PUBLIC;
GRANT EXECUTE ON FUNCTION card_payment_digest, card_payment_end_digest, authorise_card_payment, confirm_card_payment,
  cancel_card_payment, expire_card_payment TO suixing_app;
GRANT SELECT ON card_payment, card_payment_locator TO suixing_app;
