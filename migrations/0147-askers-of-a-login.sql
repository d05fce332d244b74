-- compatible: yes
-- Whoever opened a login by a relative's question is not asked again for the name and the relation that two officers confirmed with it.

CREATE INDEX account_inquiry_login_of ON account_inquiry_login (login_id);
