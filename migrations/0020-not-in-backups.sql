-- compatible: yes
-- What no backup carries, as the tables' comments say: who was logged in, and codes that live for minutes. A session that
-- was ended after the backup would live again in what is restored from it.

COMMENT ON TABLE officer_session IS 'reference: sessions of officers; opened by the login role only; not in backups';
COMMENT ON TABLE person_session IS 'distributed: sessions of people who are not staff; opened by the login role only; not in backups';
COMMENT ON TABLE one_time_code IS 'distributed: codes sent to the contact on record, by keyed hash; not in backups';
