import { noAnswer, offline, problemSaid, Refused } from './api.ts';

/** A file as the agency took it. */
export interface TakenFile {
  readonly fileId: string;
  readonly kind: 'pdf' | 'jpeg' | 'png';
  /** Of what is kept of it. */
  readonly bytes: number;
  readonly scan: 'clean' | 'infected' | 'failed' | 'not-scanned';
}

export interface Sending {
  /** The case that it belongs to. */
  readonly number: string;
  readonly file: File;
  readonly key: string;
  /** From 0 to 1. */
  readonly onProgress: (sent: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Sends a file with its progress, which `fetch` does not tell. The same content sent again is the same file there, so that
 * one whose answer was lost is not doubled.
 */
export function sendFile(sending: Sending): Promise<TakenFile> {
  const { number, file } = sending;
  const at = `/api/v1/cases/${encodeURIComponent(number)}/files?name=${encodeURIComponent(nameOf(file))}`;
  return sendTo({ at, headers: {} }, sending);
}

/** The same to another address, with what shows who sends it in headers. */
export function sendTo(
  { at, headers }: { readonly at: string; readonly headers: Readonly<Record<string, string>> },
  { file, key, onProgress, signal }: Sending,
): Promise<TakenFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', at);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader('X-Suixing', '1');
    request.setRequestHeader('Idempotency-Key', key);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.responseType = 'json';
    request.timeout = 10 * 60_000;
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const { status, response } = request;
      if (status === 201)
        resolve(response as TakenFile); // as `uploadPaperFile` declares it
      else reject(new Refused(status === 0 ? noAnswer : problemSaid(response)));
    };
    request.onerror = () => reject(new Refused(offline));
    request.ontimeout = () => reject(new Refused(offline));
    request.onabort = () => reject(new Refused(offline));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** Without signs that a name may not have here, and not longer than it may be. */
export function nameOf({ name, type }: Pick<File, 'name' | 'type'>): string {
  const plain = name
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\\/:*?"<>|]/gu, ' ')
    .replaceAll(/\.{2,}/g, '.')
    .trim()
    .replace(/^\.+/, '');
  const stem =
    plain
      .replace(/\.[^.]*$/, '')
      .replaceAll('.', ' ')
      .trim()
      .slice(0, 100) || 'file';
  const end = endings[type] ?? plain.slice(plain.lastIndexOf('.') + 1).toLowerCase();
  return `${stem}.${end}`;
}

const endings: Readonly<Record<string, string>> = {
  ...{ 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' },
};

/** Twenty megabytes, as the agency takes them. */
const bytesAtMost = 20 * 1024 * 1024;

/** What a file picker offers. Telephones turn pictures of other kinds into JPEG where they are asked for it. */
export const acceptedFiles = 'image/jpeg,image/png,application/pdf,.jpg,.jpeg,.png,.pdf';

/** Why a file need not be sent at all; null where it may. */
export function cannotBeSent({ size, name, type }: Pick<File, 'size' | 'name' | 'type'>): WrongFile | null {
  if (size > bytesAtMost) return 'too-large';
  if (size === 0) return 'empty';
  return type in endings || /\.(jpe?g|png|pdf)$/i.test(name) ? null : 'wrong-kind';
}

export type WrongFile = 'too-large' | 'empty' | 'wrong-kind';

/** 9 B, 340 KB, 2.1 MB. */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${Math.round(bytes)} B`;
  const kilo = bytes / 1024;
  return kilo < 1000 ? `${Math.round(kilo)} KB` : `${(kilo / 1024).toFixed(1)} MB`;
}
