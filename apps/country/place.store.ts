import type { Reader } from '#platform/postgres';

/** A copy of the migrated database with rights of its own, which a copy does not take over. The name is ours: nothing to quote. */
export async function copyDatabase(
  superuser: Reader,
  { from, name }: { readonly from: string; readonly name: string },
): Promise<void> {
  await superuser.rows(`CREATE DATABASE ${name} TEMPLATE ${from} OWNER suixing_migrator`);
  await superuser.rows(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await superuser.rows(`GRANT CONNECT ON DATABASE ${name} TO suixing_app, suixing_login, suixing_gateway`);
}
