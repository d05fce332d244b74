import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { Carrier, Notice } from './notice.ts';

export interface MailServer {
  /** `smtps://user:password@host:465`, or `smtp://` with STARTTLS. */
  readonly url: URL;
  /** The agency's own address. */
  readonly from: string;
}

/**
 * Hands notices to the agency's mail server. Outside this machine the connection is encrypted or there is none, and the
 * message bears the notice's own id, so that one handed over twice can be told for the same.
 */
export function mailCarrier(server: MailServer): Carrier {
  const transport = createTransport(mailOptions(server.url));
  return async (notice) => {
    await transport.sendMail({
      from: server.from,
      to: { name: '', address: notice.address },
      subject: subjects[notice.language],
      text: notice.body,
      textEncoding: 'base64',
      messageId: messageId(notice, server.from),
      // Machines answer neither with an out-of-office note nor with another of their own.
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  };
}

export function mailOptions(url: URL) {
  const secure = url.protocol === 'smtps:';
  const { hostname, port, username, password } = url;
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !here,
    ignoreTLS: !secure && here,
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  };
}

/** Nothing of the case: subjects are shown on locked screens. */
const subjects: Readonly<Record<Notice['language'], string>> = {
  zh: '医保经办机构的通知',
  en: 'A notice from your medical-insurance agency',
};

function messageId({ id }: Notice, from: string): string {
  const name = createHash('sha256').update(id).digest('hex').slice(0, 40);
  return `<${name}@${from.slice(from.lastIndexOf('@') + 1).replace(/[^A-Za-z0-9.-]/g, '')}>`;
}
