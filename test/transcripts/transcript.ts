// Transcripts: what a user types and the whole output, in a text file.
//
//   # Suspending a queue #            a heading begins a new session
//   //organization contoso            directives for it: organization, seed, server, culture;
//                                     typed: inputs are lines at the prompt (a lab coaches), not a script's;
//                                     columns: width of the window; answers: what is said to the questions, in their order;
//                                     guids masked: ids made by chance read <guid>, so that a new object moves no others
//   PS> Suspend-Queue 'EX01\3'        an input; `>> ` continues it
//   Suspended                         its output, up to the next input or heading

export interface Step {
  input: string;
  output: string;
}

export interface TranscriptSession {
  title: string;
  directives: Record<string, string>;
  steps: Step[];
  /** Free text between heading and first input, kept when the file is written anew. */
  notes: string[];
}

const heading = /^# (.+) #$/;
const directive = /^\/\/(organization|seed|server|culture|typed|columns|answers|guids) (.+)$/;

/** Throws when a line stands where nothing can stand. */
export function parseTranscript(text: string): TranscriptSession[] {
  const sessions: TranscriptSession[] = [];
  const lines = text.endsWith('\n') ? text.slice(0, -1).split('\n') : text.split('\n');
  lines.forEach((line, index) => {
    const session = sessions.at(-1);
    const step = session?.steps.at(-1);
    const title = heading.exec(line)?.[1];
    if (title !== undefined) {
      sessions.push({ title, directives: {}, steps: [], notes: [] });
      return;
    }
    if (!session) throw new Error(`line ${index + 1}: a heading '# … #' must come first`);
    const setting = directive.exec(line);
    if (setting && !step) session.directives[setting[1]!] = setting[2]!.trim();
    else if (line.startsWith('PS> ')) session.steps.push({ input: line.slice(4), output: '' });
    else if (line.startsWith('>> ') && step && step.output === '') step.input += `\n${line.slice(3)}`;
    else if (step) step.output += `${line}\n`;
    else session.notes.push(line);
  });
  // The blank line before a heading belongs to the file's layout, not to the output.
  for (const session of sessions.slice(0, -1)) {
    const last = session.steps.at(-1);
    if (last?.output.endsWith('\n\n')) last.output = last.output.slice(0, -1);
    else if (last?.output === '\n') last.output = '';
  }
  return sessions;
}

export function writeTranscript(sessions: TranscriptSession[]): string {
  return sessions
    .map(({ title, directives, steps, notes }) => {
      const settings = Object.entries(directives).map(([name, value]) => `//${name} ${value}\n`);
      const inputs = steps.map(({ input, output }) => `PS> ${input.replaceAll('\n', '\n>> ')}\n${output}`);
      return [`# ${title} #\n`, ...settings, ...notes.map((note) => `${note}\n`), ...inputs].join('');
    })
    .join('\n');
}
