// Runs transcripts: every session of a file on a sandbox of its own.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { choiceHeading, choiceHelp, choiceLine, matchChoice } from '../../src/host/ui/question.ts';
import type { UserInterface } from '../../src/runtime/host.ts';
import { openTestSession, type TestSession } from '../support/session.ts';
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

/** A GUID that is not the empty one. */
const MADE_GUID = /(?!0{8}-)[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;

/** Somebody who answers questions, and sees the progress, as the terminal shows them. */
function person(answers: string[], write: (text: string) => void): Partial<UserInterface> {
  let next = 0;
  return {
    interactive: true,
    choose: (caption, message, choices, defaultIndex) => {
      write(choiceHeading(caption, message));
      for (;;) {
        const answer = answers[next++];
        if (answer === undefined) throw new Error(`nobody answered: ${message}`);
        write(`${choiceLine(choices, defaultIndex)}${answer}\n`);
        const index = matchChoice(answer, choices, defaultIndex);
        if (answer === '?') write(choiceHelp(choices));
        else if (index !== undefined) return index;
      }
    },
    progress: (record) => {
      if (record && !record.completed) write(`[${record.activity}: ${record.status} ${record.percent}%]\n`);
    },
  };
}

/** The same session with what hubshell prints now. */
export function replay(session: TranscriptSession): TranscriptSession {
  const { organization, seed, server, culture, typed, columns, answers, guids } = session.directives;
  const isTyped = typed !== undefined;
  const ui = {
    ...(columns === undefined ? {} : { columns: Number(columns) }),
    ...(answers === undefined ? {} : person(answers.split(/\s+/), (text) => test.session.engine.host.ui.write(text))),
  };
  const test: TestSession = openTestSession({
    organization,
    seed: seed === undefined ? undefined : Number(seed),
    server,
    culture,
    ui,
  });
  try {
    return {
      ...session,
      steps: session.steps.map(({ input }) => {
        const output = isTyped ? test.enter(input) : test.run(input);
        return { input, output: guids === undefined ? output : output.replace(MADE_GUID, '<guid>') };
      }),
    };
  } finally {
    test.dispose();
  }
}
