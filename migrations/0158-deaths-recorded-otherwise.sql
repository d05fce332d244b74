-- compatible: yes
-- Once a death is on record in another way than by the notice (a paper that two officers confirmed, a correction, an import, a merge, or
-- another notice), a notice of it that is still open is over: nothing is left to decide in it, and whoever told of it sees that.

SELECT declare_move('death-notice', 'recorded-otherwise', 'submitted in-review awaiting-materials proposed', 'recorded-otherwise', 'system');
INSERT INTO case_end (process, state) VALUES ('death-notice', 'recorded-otherwise');
