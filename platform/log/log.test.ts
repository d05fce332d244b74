import { expect, test } from 'vitest';
import { openLog } from './log.ts';

function logged(write: (log: ReturnType<typeof openLog>) => void): string {
  const lines: string[] = [];
  write(openLog({ level: 'info', app: 'test', to: { write: (line) => void lines.push(line) } }));
  return lines.join('');
}

test('a line is one JSON object with a readable level and an instant', () => {
  const line = JSON.parse(logged((log) => log.info({ caseId: 'cas_1' }, 'case opened')));
  expect(line).toMatchObject({ level: 'info', app: 'test', caseId: 'cas_1', msg: 'case opened' });
  expect(line.time).toMatch(/^\d{4}-\d{2}-\d{2}T.*Z$/);
});

test.each([
  ['a password at any depth', { body: { login: [{ password: 'hunter2' }] } }, 'hunter2'],
  ['a cookie header', { headers: { 'Set-Cookie': 'sid=abcdef' } }, 'abcdef'],
  ['an identity number under its key', { identity_number: 'K99' }, 'K99'],
  ['a citizen ID in a sentence', { note: 'found 440301199001011234 twice' }, '440301199001011234'],
  ['a citizen ID that ends in X', { note: '44030119900101123X' }, '44030119900101123X'],
  ['an earlier foreign permanent resident card', { note: 'CAN440381010108' }, 'CAN440381010108'],
  ['a passport', { note: 'passport E12345678' }, 'E12345678'],
  ['a bank card', { note: '6222021234567890123' }, '6222021234567890123'],
  ['a mobile number', { note: '13812345678' }, '13812345678'],
  ['the password in a database address', { note: 'postgresql://app:s3cret@db/x' }, 's3cret'],
  ['a bearer token', { note: 'Bearer abc.def-ghi' }, 'abc.def-ghi'],
])('never shows %s', (_what, fields, secret) => {
  const text = logged((log) => log.info(fields, 'something happened'));
  expect(text).toContain('[redacted]');
  expect(text).not.toContain(secret);
});

test('covers the message, the error and the fields of a child as well', () => {
  const id = '440301199001011234';
  const text = logged((log) => {
    log.child({ token: 'abc123' }).error(new Error(`duplicate key (${id})`), `for ${id}`);
  });
  expect(text).not.toContain(id);
  expect(text).not.toContain('abc123');
});

test('leaves amounts, identifiers, instants and the code of a refusal readable', () => {
  const fields = {
    amountFen: '831240',
    caseId: 'cas_01k8abcdefghjkmnpqrstvwxyz',
    code: 'withdrawal.case-closed',
  };
  expect(JSON.parse(logged((log) => log.info(fields, 'ok')))).toMatchObject(fields);
});

test.each(['e402ba5f-6481-4e9a-b487-13812345678a', '0a9753c7-05b4-4ad9-8e4b-d13912345678'])(
  'leaves the number of a request readable, although its digits look like a mobile number: %s',
  (requestId) => {
    const text = logged((log) => log.info({ requestId, note: 'call 13812345678' }, 'answered'));
    expect(text).toContain(requestId);
    expect(text).not.toContain('call 13812345678');
  },
);
