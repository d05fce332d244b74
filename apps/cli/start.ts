import type { Command } from 'commander';
import type { ExitCode } from './frame.ts';
import type { Shell } from './shell.ts';

/** How a command is started by its mount: with the shell, after the options are read. */
export type Start = (work: (shell: Shell) => Promise<ExitCode>) => Promise<void>;

/** Puts a group of commands onto the program. What a command needs is loaded only when it is run. */
export type Mount = (program: Command, start: Start) => void;
