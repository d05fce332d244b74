import type { Reader } from './reader.ts';

export interface RoleFacts {
  readonly user: string;
  readonly superuser: boolean;
  /** May act as the owner of the tables. */
  readonly owner: boolean;
  readonly suixing_app: boolean;
  readonly suixing_login: boolean;
}

/** What the connected user may be; undefined where the first migration has not run. */
export function roleFacts(reader: Reader): Promise<RoleFacts | undefined> {
  return reader.row<RoleFacts>(
    `SELECT current_user::text AS "user", me.rolsuper AS superuser,
            pg_has_role(current_user, book.relowner, 'MEMBER') AS owner,
            pg_has_role(current_user, app.oid, 'USAGE') AS suixing_app,
            pg_has_role(current_user, login.oid, 'MEMBER') AS suixing_login
       FROM pg_catalog.pg_class book, pg_catalog.pg_roles me, pg_catalog.pg_roles app, pg_catalog.pg_roles login
      WHERE book.oid = to_regclass('public.schema_migration') AND me.rolname = current_user
        AND app.rolname = 'suixing_app' AND login.rolname = 'suixing_login'`,
  );
}
