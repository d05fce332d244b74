-- compatible: yes
-- How people other than officers come in: logins of insured persons, successors, agents and employers, their sessions, the
-- codes by which a login is activated or recovered, keys of other programs, and notices on their way out.
--
-- Only the login role writes what proves who somebody is. The application role may read who may act for whom; it can make
-- no login, no session, no link to a person and no key.

CREATE TABLE person_login (
  owner_id text COLLATE "C" PRIMARY KEY CHECK (owner_id ~ '^usr_[0-9a-z]{26}$'),
  login_name_sealed bytea NOT NULL,
  active boolean NOT NULL DEFAULT true,
  password_hash text NOT NULL,
  temporary_until timestamptz,
  totp_secret_sealed bytea,
  totp_pending_sealed bytea,
  totp_last_step bigint NOT NULL DEFAULT 0,
  failures integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  changed_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL
);
COMMENT ON TABLE person_login IS 'distributed: logins of people who are not staff, owned by the login (usr_…), with password (scrypt) and second factor';

CREATE TABLE login_locator (
  name_hash bytea PRIMARY KEY CHECK (octet_length(name_hash) = 32),
  owner_id text COLLATE "C" NOT NULL
);
COMMENT ON TABLE login_locator IS 'locator(name_hash): which login has a name, by the keyed hash of the name';

-- For whom a login may act, and as what. A successor or agent stands on the clerk's paper or on the case that names them.
CREATE TABLE login_person (
  owner_id text COLLATE "C" NOT NULL REFERENCES person_login (owner_id),
  person_id text COLLATE "C" NOT NULL,
  capacity text NOT NULL CHECK (capacity IN ('insured', 'successor', 'agent', 'employer')),
  proof text NOT NULL CHECK (proof IN ('code-to-contact', 'window')),
  reference text NOT NULL,
  since_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (owner_id, person_id, capacity)
);
COMMENT ON TABLE login_person IS 'distributed: the persons (or employers) that a login may act for, owned by the login';

-- The same seen from the person, so that neither side has to ask every shard.
CREATE TABLE person_access (
  owner_id text COLLATE "C" NOT NULL,
  login_id text COLLATE "C" NOT NULL,
  capacity text NOT NULL CHECK (capacity IN ('insured', 'successor', 'agent', 'employer')),
  since_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (owner_id, login_id, capacity)
);
CREATE UNIQUE INDEX one_login_of_the_insured ON person_access (owner_id) WHERE capacity = 'insured' AND ended_at IS NULL;
COMMENT ON TABLE person_access IS 'distributed: which logins may act for a person, owned by the person';

-- The token names its login, so a session is found on its owner's shard; known by the SHA-256 of the whole token.
CREATE TABLE person_session (
  owner_id text COLLATE "C" NOT NULL REFERENCES person_login (owner_id),
  token_hash bytea NOT NULL CHECK (octet_length(token_hash) = 32),
  capacity text NOT NULL CHECK (capacity IN ('insured', 'successor', 'agent', 'employer')),
  opened_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (owner_id, token_hash),
  CHECK (expires_at > opened_at)
);
COMMENT ON TABLE person_session IS 'distributed: sessions of people who are not staff; opened by the login role only';

-- A code sent to the telephone or e-mail on record, owned by the person it was asked for.
CREATE TABLE one_time_code (
  owner_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('activation', 'recovery')),
  code_hash bytea NOT NULL CHECK (octet_length(code_hash) = 32),
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  tries integer NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
  used_at timestamptz,
  PRIMARY KEY (owner_id, id),
  CHECK (expires_at > made_at)
);
COMMENT ON TABLE one_time_code IS 'distributed: codes sent to the contact on record, by keyed hash';

-- A code that a clerk hands over at the window after seeing a paper: also for people without a mainland identity number or
-- without a telephone on record. 80 random bits, so that it is its own key.
CREATE TABLE activation_code (
  code_hash bytea PRIMARY KEY CHECK (octet_length(code_hash) = 32),
  person_id text COLLATE "C" NOT NULL,
  capacity text NOT NULL CHECK (capacity IN ('insured', 'successor', 'agent', 'employer')),
  -- The login that is recovered; null where one is made or gains a person.
  login_id text COLLATE "C",
  paper_reference text NOT NULL CHECK (length(paper_reference) BETWEEN 1 AND 200),
  officer_id text COLLATE "C" NOT NULL,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  used_by text COLLATE "C",
  CHECK (expires_at > made_at),
  CHECK ((used_at IS NULL) = (used_by IS NULL))
);
COMMENT ON TABLE activation_code IS 'locator(code_hash): codes handed over at the window, by keyed hash, with the paper that the clerk saw';

-- Only a clerk with a live session hands over a code, in the clerk's own name; nobody inserts one otherwise.
CREATE FUNCTION issue_activation_code(p_token text, p_code_hash bytea, p_person text, p_capacity text, p_login text,
    p_paper text, p_minutes integer)
  RETURNS timestamptz LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text := public.live_officer(p_token, 'clerk');
  v_now timestamptz := clock_timestamp();
  v_until timestamptz := v_now + make_interval(mins => p_minutes);
BEGIN
  INSERT INTO public.activation_code (code_hash, person_id, capacity, login_id, paper_reference, officer_id, made_at, expires_at)
  VALUES (p_code_hash, p_person, p_capacity, p_login, p_paper, v_officer, v_now, v_until);
  RETURN v_until;
END $$;

-- Keys of other programs. The key itself is only with its holder.
CREATE TABLE api_key (
  id text COLLATE "C" PRIMARY KEY,
  secret_hash bytea NOT NULL UNIQUE CHECK (octet_length(secret_hash) = 32),
  holder text NOT NULL CHECK (length(holder) BETWEEN 1 AND 100),
  scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
  made_by text COLLATE "C" NOT NULL REFERENCES officer (id),
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_by text COLLATE "C" REFERENCES officer (id),
  revoked_at timestamptz,
  CHECK (expires_at > made_at),
  CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);
COMMENT ON TABLE api_key IS 'reference: keys of integrators, by SHA-256, with what they may be used for';

-- What was done to officers, by whom; append-only.
CREATE TABLE officer_change (
  id text COLLATE "C" PRIMARY KEY,
  officer_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  kind text NOT NULL CHECK (kind IN ('created', 'roles', 'disabled', 'credentials-reset', 'enrolled', 'password', 'second-factor')),
  -- Null for the first officer, who is made on the command line.
  by_id text COLLATE "C" REFERENCES officer (id),
  roles text[],
  at timestamptz NOT NULL
);
COMMENT ON TABLE officer_change IS 'reference: changes of officers, their roles and what they sign in with, append-only';

-- Notices to people, sealed until a worker delivers them.
CREATE TABLE notice_outbox (
  owner_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('sms', 'email', 'letter')),
  address_sealed bytea NOT NULL,
  body_sealed bytea NOT NULL,
  language text NOT NULL CHECK (language IN ('zh', 'en')),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed', 'expired')),
  attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  made_at timestamptz NOT NULL,
  -- After this it is not delivered any more: an old code is of no use.
  expires_at timestamptz,
  done_at timestamptz,
  PRIMARY KEY (owner_id, id)
);
CREATE INDEX notice_outbox_waiting ON notice_outbox (made_at) WHERE state = 'waiting';
COMMENT ON TABLE notice_outbox IS 'distributed: notices to people, owned by the person; address and text sealed';

REVOKE ALL ON FUNCTION issue_activation_code FROM PUBLIC;
GRANT EXECUTE ON FUNCTION issue_activation_code TO suixing_login;

GRANT SELECT, INSERT ON person_login, login_locator, login_person, person_access, person_session, one_time_code, api_key,
  officer_change, notice_outbox TO suixing_login;
GRANT SELECT ON activation_code TO suixing_login;
GRANT UPDATE (used_at, used_by) ON activation_code TO suixing_login;
GRANT UPDATE (active, password_hash, temporary_until, totp_secret_sealed, totp_pending_sealed, totp_last_step, failures,
  locked_until, changed_at) ON person_login TO suixing_login;
GRANT UPDATE (ended_at) ON login_person, person_access TO suixing_login;
GRANT UPDATE (ended_at, expires_at) ON person_session TO suixing_login;
GRANT UPDATE (tries, used_at) ON one_time_code TO suixing_login;
GRANT UPDATE (revoked_at, revoked_by) ON api_key TO suixing_login;

GRANT SELECT ON login_person, person_access, officer_change TO suixing_app;
GRANT SELECT, INSERT ON notice_outbox TO suixing_app;
GRANT UPDATE (state, attempts, done_at) ON notice_outbox TO suixing_app;
