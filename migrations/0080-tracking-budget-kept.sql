-- compatible: yes
-- What all have tried together at a number is kept in backups: a restore must not give whoever guesses at a person's document a
-- fresh fifty tries. The locks of single addresses live for a day at most and stay out.

COMMENT ON TABLE tracking_budget IS 'locator(number_hash): what all who ask after a case have tried of a second factor, by the keyed hash of its number';
