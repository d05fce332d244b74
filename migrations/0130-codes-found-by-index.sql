-- compatible: yes
-- Codes whose text must go are looked for every few minutes, among notices that are kept for five years: by an index of those
-- few alone.

CREATE INDEX notice_outbox_codes ON notice_outbox (owner_id, id)
  WHERE kind IN ('activation-code', 'recovery-code') AND body_sealed IS NOT NULL;
