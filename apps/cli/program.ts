import { Command, CommanderError } from 'commander';
import { loadConfig } from '#platform/config';
import { commands } from './commands.ts';
import { conclude, type ExitCode, type Frame } from './frame.ts';

export interface Program {
  readonly args: readonly string[];
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}
