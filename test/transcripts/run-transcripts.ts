// Runs transcripts: every session of a file on a sandbox of its own.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openTestSession } from '../support/session.ts';
import { parseTranscript, type TranscriptSession } from './transcript.ts';

const folder = fileURLToPath(new URL('./', import.meta.url));

export interface TranscriptFile {
  name: string;
  path: string;
  sessions: TranscriptSession[];
}

export function loadTranscripts(): TranscriptFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({
      name,
      path: join(folder, name),
      sessions: parseTranscript(readFileSync(join(folder, name), 'utf8')),
    }));
}

/** The same session with what hubshell prints now. */
export function replay(session: TranscriptSession): TranscriptSession {
  const { organization, seed, server, culture, typed } = session.directives;
  const isTyped = typed !== undefined;
  const test = openTestSession({ organization, seed: seed === undefined ? undefined : Number(seed), server, culture });
  try {
    return {
      ...session,
      steps: session.steps.map(({ input }) => ({ input, output: isTyped ? test.enter(input) : test.run(input) })),
    };
  } finally {
    test.dispose();
  }
}
