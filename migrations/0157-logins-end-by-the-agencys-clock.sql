-- compatible: yes
-- A death is known by the agency's clock, which a demo moves; the logins that it ends are ended by the same one, so that whoever signs in
-- afterwards is told plainly that it was the death.

SELECT amend_function('end_access_of_the_dead', 'clock_timestamp()', 'public.business_now()');
