import { expect, it } from 'vitest';
import { spokenTo } from './spoken-to.ts';

it('asks and lets declare whoever acts for somebody about that person alone, in both languages', () => {
  const own = spokenTo(null);
  const agent = spokenTo({ name: '林**', begins: [] });
  expect(Object.keys(agent.grounds)).toEqual(Object.keys(own.grounds));
  const { grounds, ...words } = agent;
  for (const { zh, en } of Object.values(words)) {
    expect(zh).toMatch(/被代办人/);
    expect(zh).not.toMatch(/自己|您本人|给您|通知您|您因为/);
    expect(en).toMatch(/person you act for/);
    expect(en).not.toMatch(/\byour\b|\bYou (get|are)\b/);
  }
  for (const { zh, en } of Object.values(grounds)) {
    expect(zh).not.toContain('我');
    expect(en).not.toMatch(/\bI\b/);
  }
});
