import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { byChannel, logCarrier } from './choose-carrier.ts';
import { mailCarrier, mailOptions } from './mail-carrier.ts';
import type { Notice } from './notice.ts';

/** A real mail server on this machine, which keeps what it takes in and knows no `gone@…`. */
const letters: string[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onRcptTo({ address }, _session, done) {
    done(
      address.startsWith('gone@') ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null,
    );
  },
  onData(stream, _session, done) {
    let text = '';
    stream.on('data', (piece: Buffer) => {
      text += piece.toString('utf8');
    });
    stream.on('end', () => {
      letters.push(text);
      done();
    });
  },
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

function carrier() {
  const { port } = server.server.address() as AddressInfo; // it listens on TCP
  return mailCarrier({ url: new URL(`smtp://127.0.0.1:${port}`), from: 'notice@agency.example' });
}

const notice: Notice = {
  ...{ id: 'ntc_cas_1.6', kind: 'decided', channel: 'email', language: 'zh' },
  ...{ address: 'z@example.org', body: '您的支取申请（SZ-2026-7K3M9）已作出决定。\r\nBcc: all@example.org' },
};

test('a notice reaches the mailbox as it was worded, under a subject that tells nothing of the case', async () => {
  await carrier()(notice);
  const [head = '', body = ''] = letters[0]?.split(/\r\n\r\n/) ?? [];
  expect(head).toMatch(/^To: z@example\.org$/m);
  expect(head).not.toMatch(/^Bcc:/m);
  expect(head).toMatch(/^Auto-Submitted: auto-generated$/m);
  expect(head).not.toContain('SZ-2026');
  const text = /base64/.test(head) ? Buffer.from(body, 'base64').toString('utf8') : body;
  expect(text).toContain('已作出决定');
});

test('one notice handed over twice bears one id, so that it can be told for the same', async () => {
  await carrier()(notice);
  const ids = letters.map((letter) => /^Message-ID: (.+)$/im.exec(letter)?.[1]);
  expect(new Set(ids).size).toBe(1);
  expect(ids[0]).toMatch(/^<[0-9a-f]{40}@agency\.example>\r?$/);
});

test('a mailbox that does not exist, and a list smuggled into an address, are failures', async () => {
  await expect(carrier()({ ...notice, address: 'gone@example.org' })).rejects.toThrow();
  const before = letters.length;
  await carrier()({ ...notice, address: 'a@example.org, b@example.org' }).catch(() => undefined);
  expect(
    letters.slice(before).filter((letter) => /b@example\.org/.test(letter.split('\r\n\r\n')[0] ?? '')),
  ).toEqual([]);
});

test('outside this machine mail goes encrypted or not at all', () => {
  expect(mailOptions(new URL('smtp://u%40x:p%3Aw@mail.example:2587'))).toMatchObject({
    ...{ host: 'mail.example', port: 2587, secure: false, requireTLS: true, ignoreTLS: false },
    auth: { user: 'u@x', pass: 'p:w' },
  });
  expect(mailOptions(new URL('smtps://mail.example'))).toMatchObject({ port: 465, secure: true });
  expect(mailOptions(new URL('smtp://127.0.0.1:25'))).toMatchObject({ requireTLS: false, ignoreTLS: true });
});

test('e-mail goes by the mail server, the rest by the folder; the log says no address and no text', async () => {
  const taken: string[] = [];
  const both = byChannel({
    mail: async ({ id }) => void taken.push(`mail ${id}`),
    rest: async ({ id }) => void taken.push(`rest ${id}`),
  });
  await both({ ...notice, id: '1' });
  await both({ ...notice, id: '2', channel: 'sms' });
  await byChannel({ mail: null, rest: async ({ id }) => void taken.push(`rest ${id}`) })({
    ...notice,
    id: '3',
  });
  expect(taken).toEqual(['mail 1', 'rest 2', 'rest 3']);
  const logged: unknown[] = [];
  await logCarrier((told) => void logged.push(told))(notice);
  expect(JSON.stringify(logged)).not.toMatch(/example\.org|SZ-2026/);
});
