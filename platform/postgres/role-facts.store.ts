import type { Reader } from './reader.ts';

export interface RoleFacts {
  readonly user: string;
  readonly superuser: boolean;
  /** May act as the owner of the tables. */
  readonly owner: boolean;
  /** Has the rights of these roles at once. */
  readonly has_app: boolean;
  readonly has_login: boolean;
  /** Has them at once, or could take them on. */
  readonly may_be_app: boolean;
  readonly may_be_login: boolean;
}

/** What the connected user may be; undefined where the first migration has not run. */
export function roleFacts(reader: Reader): Promise<RoleFacts | undefined> {
  return reader.row<RoleFacts>(
    `SELECT current_user::text AS "user", me.rolsuper AS superuser,
            pg_has_role(current_user, book.relowner, 'MEMBER') AS owner,
            pg_has_role(current_user, app.oid, 'USAGE') AS has_app,
            pg_has_role(current_user, login.oid, 'USAGE') AS has_login,
            pg_has_role(current_user, app.oid, 'MEMBER') AS may_be_app,
            pg_has_role(current_user, login.oid, 'MEMBER') AS may_be_login
       FROM pg_catalog.pg_class book, pg_catalog.pg_roles me, pg_catalog.pg_roles app, pg_catalog.pg_roles login
      WHERE book.relname = 'schema_migration' AND book.relnamespace = 'public'::regnamespace AND me.rolname = current_user
        AND app.rolname = 'suixing_app' AND login.rolname = 'suixing_login'`,
  );
}
