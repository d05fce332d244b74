-- compatible: yes
-- What all have tried together at a number is counted by a hash of the number that no key enters: under a keyed one a change of
-- the identity key would give whoever guesses at a person's document a fresh fifty tries. A number has too many random
-- characters to be guessed from its hash, and stands in its case besides.

COMMENT ON TABLE tracking_budget IS 'locator(number_hash): what all who ask after a case have tried of a second factor, by a hash of its number';
