import type { Reader } from './reader.ts';

export interface RoleFacts {
  readonly user: string;
  readonly superuser: boolean;
  /** May act as the owner of the tables. */
  readonly owner: boolean;
  /** Has the rights of these roles at once. */
  readonly has_app: boolean;
  readonly has_login: boolean;
  readonly has_gateway: boolean;
  /** Its migration has run. */
  readonly gateway_exists: boolean;
  /** Has them at once, or could take them on. */
  readonly may_be_app: boolean;
  readonly may_be_login: boolean;
  readonly may_be_gateway: boolean;
}

/** What the connected user may be; undefined where the first migration has not run. */
export function roleFacts(reader: Reader): Promise<RoleFacts | undefined> {
  return reader.row<RoleFacts>(
    `SELECT current_user::text AS "user", me.rolsuper AS superuser,
            pg_has_role(current_user, book.relowner, 'MEMBER') AS owner,
            pg_has_role(current_user, app.oid, 'USAGE') AS has_app,
            pg_has_role(current_user, login.oid, 'USAGE') AS has_login,
            pg_has_role(current_user, app.oid, 'MEMBER') AS may_be_app,
            pg_has_role(current_user, login.oid, 'MEMBER') AS may_be_login,
            EXISTS (SELECT FROM pg_catalog.pg_class made WHERE made.relname = 'exchange_transfer'
                       AND made.relnamespace = book.relnamespace) AS gateway_exists,
            coalesce(pg_has_role(current_user, gateway.oid, 'USAGE'), false) AS has_gateway,
            coalesce(pg_has_role(current_user, gateway.oid, 'MEMBER'), false) AS may_be_gateway
       FROM pg_catalog.pg_class book CROSS JOIN pg_catalog.pg_roles me CROSS JOIN pg_catalog.pg_roles app
      CROSS JOIN pg_catalog.pg_roles login LEFT JOIN pg_catalog.pg_roles gateway ON gateway.rolname = 'suixing_gateway'
      WHERE book.relname = 'schema_migration' AND book.relnamespace = 'public'::regnamespace AND me.rolname = current_user
        AND app.rolname = 'suixing_app' AND login.rolname = 'suixing_login'`,
  );
}
