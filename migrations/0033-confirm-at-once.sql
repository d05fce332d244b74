-- compatible: no
-- A card payment is confirmed in one question to the database: found by the merchant's own reference, checked, posted and
-- told as it stands. Asked in four, the questions took longer than the work.

DROP FUNCTION confirm_card_payment(text, text, text, bigint, timestamptz);

-- Takes the money: what was dispensed, never more than was authorised, all of it where no amount is given; the rest of the
-- held amount is let go. The same again changes nothing. Answers the payment as it stands.
CREATE FUNCTION confirm_card_payment(p_token text, p_reference text, p_amount bigint, p_at timestamptz) RETURNS public.card_payment
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_merchant text := public.live_key(p_token, 'card-payments');
  v_owner text;
  v_id text;
  v_payment public.card_payment;
  v_amount bigint;
  v_on date := (p_at AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
  SELECT owner_id, payment_id INTO v_owner, v_id FROM public.card_payment_locator
   WHERE merchant_reference = p_reference AND merchant_id = v_merchant;
  -- The account first, as whoever lets money leave does: whatever moves a payment waits here.
  PERFORM 1 FROM public.personal_account WHERE owner_id = v_owner FOR UPDATE;
  SELECT * INTO v_payment FROM public.card_payment WHERE owner_id = v_owner AND id = v_id AND merchant_id = v_merchant;
  IF v_payment.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'card.no-such-payment';
  END IF;
  v_amount := coalesce(p_amount, v_payment.confirmed_fen, v_payment.amount_fen);
  IF v_payment.state = 'confirmed' AND v_payment.confirmed_fen = v_amount THEN RETURN v_payment; END IF;
  IF v_payment.state <> 'authorised' OR v_payment.expires_at <= p_at THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = CASE v_payment.state WHEN 'confirmed' THEN 'card.payment-confirmed'
      WHEN 'cancelled' THEN 'card.payment-cancelled' ELSE 'card.payment-expired' END;
  END IF;
  IF v_amount > v_payment.amount_fen THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'card.more-than-authorised';
  END IF;
  IF v_on > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-not-come';
  END IF;
  PERFORM public.card_may_pay(v_owner, v_payment.card_id);
  PERFORM public.end_card_payment(v_owner, v_id, 'confirmed', v_amount, p_at);
  PERFORM public.post_debit(v_owner, v_id, 1::smallint, 'card-payment', 'payable', v_amount, v_on, 'debit',
    'card-authorisation', v_id, NULL, p_at);
  v_payment.state := 'confirmed';
  v_payment.confirmed_fen := v_amount;
  v_payment.ended_at := p_at;
  RETURN v_payment;
END $$;

REVOKE ALL ON FUNCTION confirm_card_payment FROM PUBLIC;
GRANT EXECUTE ON FUNCTION confirm_card_payment TO suixing_app;
