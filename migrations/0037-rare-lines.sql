-- compatible: yes
-- What proofs and officers look for among many millions of lines and causes, and what is rare among them: moves of orders,
-- recoveries, grounds that two officers laid. The lines of every month and every run are in none of these.
CREATE INDEX posting_rare ON posting (purpose, owner_id, journal_id)
  WHERE purpose IN ('refund', 'unclaimed', 'claimed', 'escheat', 'recovery-order', 'recovery-offset', 'recovery-receipt', 'shortage',
                    'correction', 'reversal', 'between-persons');
CREATE INDEX cause_rare ON credit_cause (basis_kind, owner_id, basis_id)
  WHERE basis_kind IN ('decision', 'adjustment', 'backdated-entry', 'merge');
CREATE INDEX authority_rare ON authority (basis_kind, owner_id, basis_id)
  WHERE basis_kind IN ('decision', 'adjustment', 'backdated-entry', 'merge', 'recovery-order');
