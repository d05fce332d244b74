/** `node scripts/node.mjs FILE args…` runs FILE on the pinned Node, whichever Node is on the PATH. */
import { runOnPinnedNode } from './pinned-node.mjs';

const [file, ...args] = process.argv.slice(2);
if (file) runOnPinnedNode(file, args);
else {
  process.stderr.write('usage: node scripts/node.mjs FILE [ARGUMENT…]\n');
  process.exitCode = 2;
}
