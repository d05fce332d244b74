-- compatible: yes
-- The day of record as the proofs write it now: Shanghai has kept eight hours since 1991, and the name of the zone costs ten times
-- as much a row.
DROP STATISTICS posting_recorded_days;
CREATE STATISTICS posting_recorded_days ON ((recorded_at AT TIME ZONE interval '8 hours')::date) FROM posting;
