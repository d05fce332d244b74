#!/usr/bin/env node
/** `suixing …` on whichever Node is on the PATH: goes on at once on the pinned one. */
import { join } from 'node:path';
import { root, runOnPinnedNode } from '../../scripts/pinned-node.mjs';

runOnPinnedNode(join(root, 'apps', 'cli', 'main.ts'), process.argv.slice(2));
