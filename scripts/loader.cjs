#!/usr/bin/env node
// Becomes dist/hubshell.js: runs shell.js with the code cache made at build time. A cache that another version of Node made is
// refused by V8 and the shell is then compiled as usual.

const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const file = join(__dirname, 'shell.js');
const cacheFile = join(__dirname, 'shell.cache');

function read(path, encoding) {
  try {
    return readFileSync(path, encoding);
  } catch {
    return undefined;
  }
}

// The bundle is ASCII: latin1 is the cheapest way to read it.
const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'latin1')}\n})`;
const script = new Script(source, { filename: file, cachedData: read(cacheFile) });
const bundle = { exports: {} };
script.runInThisContext()(bundle.exports, require, bundle, file, __dirname);

if (process.argv[2] === '--make-code-cache') {
  // After a run that uses what every session uses, so that these functions are in the cache too.
  bundle.exports.warmUp(__filename);
  writeFileSync(cacheFile, script.createCachedData());
} else {
  bundle.exports.start(__filename);
}
