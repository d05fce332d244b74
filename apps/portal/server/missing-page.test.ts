import { expect, it } from 'vitest';
import { missingIn } from './missing-page.ts';

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

it('shows a browser a page in the language of the address, or its own where the address names none', () => {
  const shown = (url: string) => missingIn({ url, accept: browser, preferred: 'en' });
  expect(shown('/zh/nonsense?x=1')).toBe('zh');
  expect(shown('/en/nonsense/deep')).toBe('en');
  expect(shown('/nonsense')).toBe('en');
  expect(shown('/zhang')).toBe('en');
});

it('answers a program, and everything below the API, without a page', () => {
  const shown = (url: string, accept?: string) => missingIn({ url, accept, preferred: 'zh' });
  expect(shown('/api/v1/nothing', browser)).toBeNull();
  expect(shown('/zh/nonsense', '*/*')).toBeNull();
  expect(shown('/zh/nonsense', 'application/json')).toBeNull();
  expect(shown('/zh/nonsense')).toBeNull();
});
