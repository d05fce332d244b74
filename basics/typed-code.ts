const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; // Crockford's base 32: no I, L, O, U

/** A code to print and to type, in groups of four: five bits of each byte are one character. */
export function typedCode(bytes: Uint8Array): string {
  return inFours(Array.from(bytes, (byte) => alphabet.charAt(byte % 32)).join(''));
}

/** As it was printed, however it was typed: small letters, spaces, hyphens or none, O for 0, I and L for 1. */
export function readTypedCode(typed: string): string {
  const characters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return inFours(characters);
}

function inFours(characters: string): string {
  return characters.replace(/(.{4})(?=.)/g, '$1-');
}
