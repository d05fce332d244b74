-- compatible: yes
-- In the order in which they are asked for, so that a pass walks the index, reads no more than it takes, and forgets entries of
-- what was delivered as it meets them: sorted from a heap of them, each pass had read all messages delivered since the last vacuum.
DROP INDEX exchange_sent_due;
CREATE INDEX exchange_sent_due ON exchange_sent (next_at, transfer_id, sequence) WHERE state = 'waiting';
