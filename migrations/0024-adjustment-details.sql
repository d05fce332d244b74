-- compatible: yes
-- A check lets through what is neither true nor false: a correction into no sum of the interest came past the first one.
ALTER TABLE adjustment ADD CONSTRAINT adjustment_has_its_details CHECK (
  CASE kind WHEN 'credit' THEN counter IS NOT NULL AND bucket IS NOT NULL AND bucket <> 'debit'
            WHEN 'debit' THEN counter IS NOT NULL AND bucket IS NOT NULL AND bucket = 'debit'
            WHEN 'reversal' THEN bucket IS NOT NULL
            ELSE counter IS NULL AND bucket IS NULL END);
