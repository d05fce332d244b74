-- compatible: yes
-- What an insert has to check is read from the catalogue each time and made ready anew: the list of what each purpose of the books
-- may move took longer than the entry itself. As functions the lists are made ready once in a session. They say what they said before.

CREATE FUNCTION is_account_of_the_books(p_account text) RETURNS boolean
  LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN p_account IN ('personal', 'pool', 'bank', 'contributions-due', 'subsidy-due', 'interest-expense', 'payable', 'between-persons',
      'suspense', 'recoverable', 'unclaimed', 'declared', 'opening') OR p_account ~ '^clearing:\d{6}$';
END $$;
COMMENT ON FUNCTION is_account_of_the_books IS 'for constraints: the accounts of the books by name, `clearing` with the region that it is for';
REVOKE ALL ON FUNCTION is_account_of_the_books FROM PUBLIC;

CREATE FUNCTION moves_accounts(p_purpose text, p_debit text, p_credit text) RETURNS boolean
  LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN format('%s: %s > %s', p_purpose, split_part(p_debit, ':', 1), split_part(p_credit, ':', 1)) IN (
    'opening: opening > personal',
    'declaration: contributions-due > declared',
    'contribution: declared > personal', 'contribution: declared > pool',
    'receipt: bank > contributions-due', 'receipt: bank > subsidy-due', 'receipt: bank > suspense',
    'receipt: suspense > contributions-due',
    'subsidy: subsidy-due > pool',
    'settlement-interest: interest-expense > personal', 'settlement-interest: personal > interest-expense',
    'yearly-interest: interest-expense > personal', 'yearly-interest: personal > interest-expense',
    'yearly-interest: recoverable > interest-expense', 'yearly-interest: interest-expense > recoverable',
    'interest-difference: interest-expense > personal', 'interest-difference: personal > interest-expense',
    'interest-difference: recoverable > interest-expense',
    'withdrawal: personal > payable',
    'card-payment: personal > payable',
    'claim-share: personal > payable',
    'reimbursement: pool > payable',
    'transfer-out: personal > clearing',
    'transfer-in: clearing > personal',
    'transfer-payment: clearing > bank', 'transfer-payment: clearing > suspense',
    'transfer-receipt: bank > clearing', 'transfer-receipt: suspense > clearing',
    'payment: payable > bank', 'payment: payable > suspense',
    'payment-return: bank > payable', 'payment-return: suspense > payable',
    'refund: payable > personal',
    'unclaimed: payable > unclaimed',
    'claimed: unclaimed > payable',
    'escheat: payable > pool', 'escheat: personal > pool',
    'contribution-refund: personal > payable', 'contribution-refund: pool > payable',
    'shortage: recoverable > personal',
    'recovery-order: recoverable > pool', 'recovery-order: recoverable > suspense', 'recovery-order: pool > recoverable',
    'recovery-offset: personal > recoverable',
    'recovery-receipt: bank > recoverable',
    'between-persons: personal > between-persons', 'between-persons: between-persons > personal',
    'correction: suspense > personal', 'correction: personal > suspense', 'correction: pool > personal',
    'correction: personal > pool', 'correction: opening > personal', 'correction: personal > opening',
    'reversal: personal > opening', 'reversal: personal > suspense', 'reversal: suspense > personal',
    'reversal: personal > pool', 'reversal: pool > personal', 'reversal: opening > personal',
    'reversal: personal > declared',
    'bank-opening: bank > opening', 'bank-opening: opening > bank',
    'bank-line: bank > suspense', 'bank-line: suspense > bank', 'bank-line: suspense > pool', 'bank-line: pool > suspense',
    'transfer-return: bank > clearing', 'transfer-return: suspense > clearing', 'transfer-return: clearing > personal');
END $$;
COMMENT ON FUNCTION moves_accounts IS 'for constraints: what each purpose of the books takes from which account and puts into which';
REVOKE ALL ON FUNCTION moves_accounts FROM PUBLIC;

ALTER TABLE posting
  DROP CONSTRAINT account_names,
  ADD CONSTRAINT account_names CHECK (is_account_of_the_books(debit)),
  DROP CONSTRAINT credit_account_names,
  ADD CONSTRAINT credit_account_names CHECK (is_account_of_the_books(credit)),
  DROP CONSTRAINT purpose_names_its_accounts,
  ADD CONSTRAINT purpose_names_its_accounts CHECK (moves_accounts(purpose, debit, credit));

CREATE FUNCTION authority_rests_on(p_purpose text, p_basis text) RETURNS boolean
  LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN (p_purpose, p_basis) IN (
    ('withdrawal', 'decision'), ('settlement-interest', 'decision'), ('settlement-interest', 'merge'), ('escheat', 'escheat'),
    ('settlement-interest', 'escheat'), ('card-payment', 'card-authorisation'), ('claim-share', 'claim'), ('transfer-out', 'transfer'),
    ('recovery-offset', 'recovery-order'), ('between-persons', 'merge'), ('correction', 'adjustment'),
    ('contribution-refund', 'adjustment'), ('reversal', 'adjustment'), ('interest-difference', 'backdated-entry'),
    ('settlement-interest', 'transfer'));
END $$;
COMMENT ON FUNCTION authority_rests_on IS 'for constraints: what leave to take from an account may rest on, by its purpose';
REVOKE ALL ON FUNCTION authority_rests_on FROM PUBLIC;
ALTER TABLE authority
  DROP CONSTRAINT authority_rests_on_its_kind,
  ADD CONSTRAINT authority_rests_on_its_kind CHECK (authority_rests_on(purpose, basis_kind));

CREATE FUNCTION cause_rests_on(p_purpose text, p_basis text) RETURNS boolean
  LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN (p_purpose, p_basis) IN (
    ('opening', 'import-line'), ('contribution', 'receipt'), ('transfer-in', 'remittance'), ('refund', 'adjustment'),
    ('refund', 'decision'), ('settlement-interest', 'decision'), ('settlement-interest', 'merge'), ('settlement-interest', 'escheat'),
    ('interest-difference', 'backdated-entry'), ('between-persons', 'merge'), ('correction', 'adjustment'), ('reversal', 'adjustment'),
    ('shortage', 'adjustment'), ('settlement-interest', 'transfer'), ('transfer-return', 'transfer'));
END $$;
COMMENT ON FUNCTION cause_rests_on IS 'for constraints: what a credit of an account may rest on, by its purpose';
REVOKE ALL ON FUNCTION cause_rests_on FROM PUBLIC;
ALTER TABLE credit_cause
  DROP CONSTRAINT cause_rests_on_its_kind,
  ADD CONSTRAINT cause_rests_on_its_kind CHECK (cause_rests_on(purpose, basis_kind));
