-- compatible: yes
-- A waiver by a link that a relative passed on is nobody's known word until a clerk confirms it: it does not clear an heir either where
-- a balance would go to the fund because nobody is known to succeed.

SELECT amend_function('nobody_is_known_to_succeed', 'SELECT w.word FROM public.successor_word w',
  $$SELECT CASE w.channel WHEN 'invited' THEN 'unconfirmed' ELSE w.word END AS word FROM public.successor_word w$$);
