-- compatible: yes
-- The proofs group all postings by account, sum and day: a few hundred groups of many millions of rows. Without these the
-- server takes the columns for independent, expects millions of groups, and sorts everything on one core.
CREATE STATISTICS posting_kinds (ndistinct) ON debit, credit, bucket, effective_on FROM posting;
CREATE STATISTICS posting_recorded_days ON ((recorded_at AT TIME ZONE 'Asia/Shanghai')::date) FROM posting;
