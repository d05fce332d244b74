import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance } from 'fastify';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RefusalList } from '#basics';
import { anyone, type Caller, roles } from '#business/access/public';
import { ledgerRefusals } from '#engines/ledger';
import { answerFailures, httpRefusals, openApiDocument, registerOperations } from '#platform/http';
import { openLog } from '#platform/log';
import { registryRefusals } from './refusals.ts';
import { type Desk, header, openDesk } from './registry.testing.ts';
import { registryOperations } from './routes.ts';

const catalogue: RefusalList = { ...httpRefusals, ...ledgerRefusals, ...registryRefusals };
const told: string[] = [];
let desk: Desk;
let server: FastifyInstance;

beforeAll(async () => {
  desk = await openDesk();
  server = await serve();
});
beforeEach(() => desk.nextSeries());

describe('The register over HTTP', () => {
  test('a file is checked, taken in by a clerk, and approved by a reviewer who names the totals', async () => {
    const csv = [header, desk.person(1), desk.person(2)].join('\n');
    const dry = await sendCsv('clerk', csv, '&dryRun=true');
    expect(dry.json()).toMatchObject({ outcome: 'checked', newCount: 2, openingTotalFen: '200000' });
    const taken = (await sendCsv('clerk', csv)).json();
    expect(taken).toMatchObject({ outcome: 'taken-in', problems: [] });
    const totals = { openingCount: 2, openingTotalFen: '200000' };
    const unseen = await send('reviewer', `/imports/${taken.runId}/approval`, { ...totals, openingCount: 1 });
    expect(unseen.json()).toMatchObject({ status: 409, code: 'registry.totals-not-confirmed' });
    expect(unseen.json().detail.en).toContain('2 people, 2,000.00 yuan');
    const approved = await send('reviewer', `/imports/${taken.runId}/approval`, totals);
    expect(approved.json()).toMatchObject({
      checkerId: 'off_reviewer',
      postedCount: '2',
      postedFen: '200000',
    });
    expect((await get('auditor', `/imports/${taken.runId}`)).json()).toMatchObject({ postedFen: '200000' });
    expect((await get('auditor', '/imports')).json().items[0]).toMatchObject({ id: taken.runId });
  });

  test('a file with problems is answered with all of them, by line and column', async () => {
    const answer = await sendCsv('clerk', [header, desk.person(1).replace('CHN', 'ZZZ'), '张三'].join('\n'));
    expect(answer.statusCode).toBe(400);
    const { code, problems } = answer.json();
    expect(code).toBe('registry.file-has-problems');
    expect(problems[0]).toMatchObject({ path: 'line 2.nationality' });
    expect(problems.length).toBeGreaterThan(4);
  });

  test('bytes that are not UTF-8 are named and not taken in', async () => {
    const answer = await sendCsv('clerk', Buffer.from([0xd0, 0xd5, 0xc3, 0xfb]));
    expect(answer.json()).toMatchObject({ status: 400, code: 'registry.not-utf8' });
  });

  test('a person is found by an identity number in the body, and every number comes back masked', async () => {
    await desk.people([header, desk.person(1)]);
    const answer = await send('clerk', '/people/search', { kind: 'citizen-id', number: desk.numberOf(1) });
    expect(answer.json()).toMatchObject({ name: '张*', documents: [{ kind: 'citizen-id' }] });
    expect(answer.body).not.toContain(desk.numberOf(1));
    expect(answer.json().documents[0].number).toBe(
      `${desk.numberOf(1).slice(0, 3)}***********${desk.numberOf(1).slice(-4)}`,
    );
    const none = await send('clerk', '/people/search', { kind: 'citizen-id', number: desk.numberOf(9) });
    expect(none.json()).toMatchObject({ status: 404, code: 'registry.no-such-person' });
    const wrong = await send('clerk', '/people/search', { kind: 'citizen-id', number: '110105491231002' });
    expect(wrong.json()).toMatchObject({ status: 400, problems: [{ path: 'number' }] });
    expect(told.join('')).not.toContain(desk.numberOf(1));
  });

  test('a clerk finds an employer over HTTP by its code or a part of its name, and no citizen does', async () => {
    const columns = `${header},单位信用代码,单位名称,入职日期`;
    const employer = '91440300708461136T,腾讯科技（深圳）有限公司';
    await desk.people([columns, `${desk.person(1)},${employer},2015-03-01`]);
    for (const words of ['91440300708461136T', '腾讯']) {
      const found = await get('clerk', `/employers?search=${encodeURIComponent(words)}`);
      expect(found.json()).toMatchObject({ items: [{ creditCode: '91440300708461136T' }], next: null });
      expect(found.json().items[0].employerId).toMatch(/^emp_/);
    }
    const own = `citizen:${await desk.ownerOf(1)}`;
    expect((await get(own, '/employers?search=91440300708461136T')).statusCode).toBe(403);
  });

  test('a citizen sees themselves and nobody else', async () => {
    await desk.people([header, desk.person(1), desk.person(2)]);
    const [own, other] = [await desk.ownerOf(1), await desk.ownerOf(2)];
    const citizen = `citizen:${own}`;
    expect((await get(citizen, `/people/${own}`)).json()).toMatchObject({ personId: own });
    expect((await get(citizen, `/people/${own}/situation`)).json()).toMatchObject({
      relationship: { status: 'active', onEmployerRoster: true, paidMonths: 0 },
      person: { nationality: 'CHN', diedOn: null },
    });
    for (const path of [`/people/${other}`, `/people/${other}/situation`]) {
      expect((await get(citizen, path)).json()).toMatchObject({
        status: 404,
        code: 'registry.no-such-person',
      });
    }
    expect((await get(citizen, `/people/${own}/facts`)).statusCode).toBe(403);
    expect(
      (await send(citizen, '/people/search', { kind: 'citizen-id', number: desk.numberOf(2) })).statusCode,
    ).toBe(403);
  });

  test('a clerk records a fact with its paper, a reviewer finds it waiting and confirms it', async () => {
    await desk.people([header, desk.person(1)]);
    const owner = await desk.ownerOf(1);
    const entry = { kind: 'nationality-lost', on: '2022-05-01' };
    const recorded = await send('clerk', `/people/${owner}/facts`, { entry, paperReference: '退籍证书 17' });
    expect(recorded.statusCode).toBe(201);
    const { factId } = recorded.json();
    const waiting = (await get('reviewer', '/facts?status=waiting&limit=100')).json();
    expect(waiting.items).toContainEqual(
      expect.objectContaining({ factId, status: 'waiting', reference: '退籍证书 17' }),
    );
    const decision = `/people/${owner}/facts/${factId}/decision`;
    expect((await send('clerk', decision, { confirmed: true })).statusCode).toBe(403);
    expect((await send('reviewer', decision, { confirmed: true })).json()).toMatchObject({ confirmed: true });
    expect((await get('clerk', `/people/${owner}/situation`)).json().person.nationalityLostOn).toBe(
      '2022-05-01',
    );
    expect((await get('clerk', `/people/${owner}/facts`)).json().items[0]).toMatchObject({
      status: 'confirmed',
    });
  });

  test('a body that is no fact is refused with what is wrong with it', async () => {
    await desk.people([header, desk.person(1)]);
    const path = `/people/${await desk.ownerOf(1)}/facts`;
    for (const entry of [
      { kind: 'died', on: '2022-02-30' },
      { kind: 'resurrected' },
      { kind: 'died', on: null, why: 1 },
    ]) {
      const answer = await send('clerk', path, { entry, paperReference: 'P' });
      expect(answer.json(), JSON.stringify(entry)).toMatchObject({ status: 400, code: 'http.bad-input' });
      expect(answer.json().problems[0].path).toMatch(/^entry/);
    }
  });

  test('pages of a list go on where the last ended', async () => {
    await desk.people([header, desk.person(1)]);
    const owner = (await desk.ownerOf(1)) ?? '';
    for (let n = 0; n < 3; n += 1) await desk.record(owner, { kind: 'open-claims', open: true });
    const first = (await get('reviewer', '/facts?limit=2')).json();
    const second = (await get('reviewer', `/facts?limit=2&cursor=${first.next}`)).json();
    const ids = [...first.items, ...second.items].map((fact: { factId: string }) => fact.factId);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await get('reviewer', '/facts?cursor=nonsense')).json().code).toBe('http.cursor');
  });

  test('every operation can be described', () => {
    const worded = { zh: '登记', en: 'The register' };
    const tags = Object.fromEntries(registryOperations.map(({ tag }) => [tag, worded]));
    const about = { title: 't', version: '1', description: 'd', tags, catalogue };
    const document = JSON.stringify(openApiDocument(registryOperations, about));
    for (const { path } of registryOperations) expect(document).toContain(path);
  });
});

async function serve(): Promise<FastifyInstance> {
  const made = fastify();
  const log = openLog({ level: 'debug', app: 'test', to: { write: (line) => told.push(line) } });
  answerFailures(made, { catalogue, log });
  await made.register(cookie);
  registerOperations(made, {
    operations: registryOperations,
    context: desk.context,
    database: desk.db.app,
    clock: desk.clock,
    catalogue,
    roles,
    anyone,
    identify: async (token) => callerOf(token),
    mayUse: (who, operation) =>
      operation.roles !== 'anyone' && operation.roles.some((role) => who.roles.some((held) => held === role)),
    secureCookies: false,
    limitRate: false,
    log,
  });
  await made.ready();
  return made;
}

function callerOf(token: string): Caller | null {
  const [who, personId] = token.split(':');
  if (who === 'citizen' && personId)
    return { ...anyone, kind: 'insured', id: 'usr_1', roles: ['insured'], personIds: [personId] };
  if (who === 'auditor') return { ...anyone, kind: 'officer', id: 'off_auditor', roles: ['auditor'] };
  if (who === 'clerk') return { ...desk.caller.clerk, roles: ['clerk'] };
  return who === 'reviewer' ? { ...desk.caller.reviewer, roles: ['reviewer'] } : null;
}

function get(token: string, path: string) {
  return server.inject({
    method: 'GET',
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${token}` },
  });
}

let keys = 0;

function send(token: string, path: string, payload: object) {
  keys += 1;
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': `key-${keys}` };
  return server.inject({ method: 'POST', url: `/api/v1${path}`, payload, headers });
}

function sendCsv(token: string, payload: string | Buffer, more = '') {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/csv' };
  const url = `/api/v1/imports?kind=people&fileName=people.csv${more}`;
  return server.inject({ method: 'POST', url, payload, headers });
}
