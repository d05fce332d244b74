import { expect, test } from 'vitest';
import { commandIn } from './program.ts';

test('the log of looks names the command, wherever the options that hold for every command stand', () => {
  expect(commandIn(['person', 'show', 'psn_1', '--json'])).toBe('person-show');
  expect(commandIn(['--lang', 'en', 'person', 'show', 'psn_1'])).toBe('person-show');
  expect(commandIn(['--purpose', 'audit', '--json', 'viewings'])).toBe('viewings');
  expect(commandIn(['--lang=en', 'correction', 'list', '--purpose', 'audit'])).toBe('correction-list');
});
