import { expect, it } from 'vitest';
import { wantedIn, wantsThis } from './wanted.ts';

const place = { pathname: '/apply', search: '', hash: '#ground=x&since=2026-01', state: null };

it('brings whoever gets a login first back to the page they came for, with what stands behind its #', () => {
  const state = wantsThis(place);
  expect(wantedIn({ state })).toBe('/apply#ground=x&since=2026-01');
  expect(wantedIn({ state: { wanted: wantedIn({ state }) } })).toBe('/apply#ground=x&since=2026-01');
});

it('leads to the account whoever gets a login and came for nothing else, and never to another site', () => {
  expect(wantedIn({ state: null })).toBe('/account');
  for (const wanted of ['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example/', 7, ''])
    expect(wantedIn({ state: { wanted } })).toBe('/account');
});
