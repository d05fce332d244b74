-- compatible: yes
-- A guardian who inherits too, and wrote herself down without the number of her document, is not kept from her child’s letters and account
-- by her own entry: where the login whose holder has the guardian’s name and document says to be that heir, there is nobody to mistake her
-- for. An heir of that name with another document is somebody else, whoever says to be them.

SELECT amend_function('signed_in_as_guardian',
  'AND (o.identity_kind, o.identity_tail) IS DISTINCT FROM (s.guardian_kind, s.guardian_tail)',
  'AND (o.identity_kind, o.identity_tail) IS DISTINCT FROM (s.guardian_kind, s.guardian_tail)
        AND NOT (o.identity_kind IS NULL AND EXISTS (SELECT FROM public.successor_login l
          WHERE l.owner_id = p_owner AND l.successor_id = o.id AND l.login_id = p_login))');
