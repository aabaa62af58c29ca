// Recordings of what is shown: while one runs, everything written to the terminal goes to its file too.

import type { Engine } from '../../../../src/runtime/engine.ts';

interface Transcript {
  path: string;
  /** The terminal's own write, put back at the end. */
  write: (text: string) => void;
}

function transcriptsOf(engine: Engine): Transcript[] {
  let transcripts = engine.extensions.get('transcripts') as Transcript[] | undefined;
  if (!transcripts) engine.extensions.set('transcripts', (transcripts = []));
  return transcripts;
}

export function startTranscript(engine: Engine, path: string): void {
  const { ui, files } = engine.host;
  const former = ui.write.bind(ui);
  const encoder = new TextEncoder();
  transcriptsOf(engine).push({ path, write: former });
  ui.write = (text) => {
    former(text);
    files.append(path, encoder.encode(text));
  };
}

/** Path of the recording that ended; undefined when none runs. */
export function stopTranscript(engine: Engine, stamp: string): string | undefined {
  const transcript = transcriptsOf(engine).pop();
  if (transcript === undefined) return undefined;
  engine.host.ui.write = transcript.write;
  const stars = '**********************';
  engine.host.files.append(
    transcript.path,
    new TextEncoder().encode(`${stars}\nPowerShell transcript end\nEnd time: ${stamp}\n${stars}\n`),
  );
  return transcript.path;
}
