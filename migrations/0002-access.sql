-- compatible: yes
-- Officers, their offices and sessions. Small and read by guards on every shard, so reference tables. Only the login role
-- opens and ends sessions; the application role can read that one is live, not make one.

CREATE TABLE office (
  id text COLLATE "C" PRIMARY KEY,
  region text NOT NULL CHECK (region ~ '^\d{6}$'),
  name_zh text NOT NULL,
  name_en text NOT NULL
);
COMMENT ON TABLE office IS 'reference: offices of this agency';

CREATE TABLE officer (
  id text COLLATE "C" PRIMARY KEY,
  login_name text COLLATE "C" NOT NULL UNIQUE CHECK (login_name ~ '^[a-z][a-z0-9.-]{1,31}$'),
  name_zh text NOT NULL,
  name_en text NOT NULL,
  office_id text COLLATE "C" NOT NULL REFERENCES office (id),
  roles text[] NOT NULL CHECK (roles <@ ARRAY['clerk', 'reviewer', 'finance', 'auditor', 'administrator'] AND cardinality(roles) > 0),
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL
);
COMMENT ON TABLE officer IS 'reference: staff who act for the agency';

-- What an officer proves who they are with. Apart from officer, so that the application role cannot read it.
CREATE TABLE officer_credential (
  officer_id text COLLATE "C" PRIMARY KEY REFERENCES officer (id),
  password_hash text NOT NULL,
  -- Until when a password that an administrator handed over can be exchanged for one's own; null for one's own.
  temporary_until timestamptz,
  totp_secret_sealed bytea,
  -- A second factor that was shown to its officer, who has not yet proved to have it.
  totp_pending_sealed bytea,
  totp_last_step bigint NOT NULL DEFAULT 0,
  failures integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  changed_at timestamptz NOT NULL
);
COMMENT ON TABLE officer_credential IS 'reference: passwords (scrypt) and second factors of officers, for the login role only';

-- A session is known by the SHA-256 of its token; the token itself is only with the officer.
CREATE TABLE officer_session (
  token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  officer_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  opened_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  CHECK (expires_at > opened_at)
);
COMMENT ON TABLE officer_session IS 'reference: sessions of officers; opened by the login role only';

-- The officer behind a live session who has the role, or a refusal. Security clocks are the server's own: a demo's or a
-- test's business clock must not revive a session.
CREATE FUNCTION live_officer(p_token text, p_role text) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text;
  v_roles text[];
BEGIN
  SELECT o.id, o.roles INTO v_officer, v_roles
    FROM public.officer_session s JOIN public.officer o ON o.id = s.officer_id
   WHERE s.token_hash = sha256(convert_to(p_token, 'UTF8'))
     AND s.ended_at IS NULL AND s.expires_at > clock_timestamp() AND o.active;
  IF v_officer IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'access.no-session';
  END IF;
  IF NOT p_role = ANY (v_roles) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'access.role-missing';
  END IF;
  RETURN v_officer;
END $$;

REVOKE ALL ON FUNCTION live_officer(text, text) FROM PUBLIC;
GRANT SELECT ON office, officer, officer_session TO suixing_app, suixing_login;
GRANT SELECT, INSERT, UPDATE ON officer_credential TO suixing_login;
GRANT INSERT ON officer_session TO suixing_login;
GRANT UPDATE (ended_at, expires_at) ON officer_session TO suixing_login;
GRANT INSERT ON office, officer TO suixing_login;
GRANT UPDATE (roles, active, office_id, name_zh, name_en) ON officer TO suixing_login;
