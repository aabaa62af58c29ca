// npm run transcripts [-- name…] [--update]: shows what differs; --update writes what hubshell prints now. Read the diff then.

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadTranscripts, replay } from './run-transcripts.ts';
import { writeTranscript } from './transcript.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { update: { type: 'boolean' } } });

for (const { name, path, sessions } of loadTranscripts()) {
  if (positionals.length > 0 && !positionals.some((wanted) => name.startsWith(wanted))) continue;
  const before = writeTranscript(sessions);
  const after = writeTranscript(sessions.map(replay));
  if (before === after) console.log(`${name}: as expected`);
  else if (values.update) {
    writeFileSync(path, after);
    console.log(`${name}: written anew`);
  } else {
    console.log(`${name}: differs\n${after}`);
    process.exitCode = 1;
  }
}
