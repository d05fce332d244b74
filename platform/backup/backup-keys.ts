import { createHash, hkdfSync } from 'node:crypto';

/** Names a backup key without telling anything of it. */
export function backupKeyId(key: Uint8Array): string {
  return Buffer.from(hkdfSync('sha256', key, new Uint8Array(0), 'suixing backup key id', 8)).toString('hex');
}

/** The key of one backup, from the agency's key and all bytes of the head. */
export function backupFileKey(key: Uint8Array, head: Uint8Array): Uint8Array {
  const salt = createHash('sha256').update(head).digest();
  return new Uint8Array(hkdfSync('sha256', key, salt, 'suixing backup chunks', 32));
}
