// Run by a test as a process of its own: adds 1, 2, 3 … to the sandbox of its argument for ever, and prints each when it is safe.

import { writeSync } from 'node:fs';
import { NodeFolder } from '../../src/host/storage/node-folder.ts';
import { openList } from './fake-model.ts';

const { store, model, add } = openList(new NodeFolder(process.argv[2]!));
for (let item = model.items.length + 1; ; item++) {
  add(item);
  store.commit();
  if (item % 50 === 0) store.compact();
  writeSync(1, `${item}\n`);
}
