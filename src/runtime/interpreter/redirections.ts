// Redirections: `2>&1`, `> file`, `*> file`, `3> $null` (about_Redirection).

import type * as ast from '../../language/ast.ts';
import { CmdletInfo } from '../command-info.ts';
import { toText } from '../convert.ts';
import type { Engine } from '../engine.ts';
import { CmdletProcessor } from '../pipeline/cmdlet-processor.ts';
import type { CommandProcessor } from '../pipeline/command-processor.ts';
import { NULL_OUTPUT, type Output, type SideStream, type Streams } from '../streams.ts';
import type { Value } from '../values.ts';
import { named } from './argument.ts';
import type { CompileContext } from './compile-context.ts';
import type { Evaluate } from './compiled-block.ts';
import type { Frame } from './frame.ts';

export interface Redirect {
  /** Streams that go elsewhere; 1 is the output. */
  from: ast.StreamName;
  /** Merge into the output (or into errors), else a file. */
  mergeTo: 1 | 2 | undefined;
  append: boolean;
  target: Evaluate | undefined;
}

export function compileRedirections(nodes: readonly ast.Redirection[], context: CompileContext): Redirect[] {
  return nodes.map((node) =>
    node.kind === 'MergingRedirection'
      ? { from: node.from, mergeTo: node.to, append: false, target: undefined }
      : { from: node.from, mergeTo: undefined, append: node.append, target: context.expression(node.target) },
  );
}

const SIDE_STREAMS: Record<number, SideStream> = {
  2: 'error',
  3: 'warning',
  4: 'verbose',
  5: 'debug',
  6: 'information',
};

function sideStreams(from: ast.StreamName): SideStream[] {
  if (from === '*') return Object.values(SIDE_STREAMS);
  const name = SIDE_STREAMS[from];
  return name === undefined ? [] : [name];
}

/** A file that several streams may write to, through Out-File. Made before the command runs, closed after it. */
class FileOutput implements Output {
  readonly processor: CmdletProcessor;

  constructor(engine: Engine, frame: Frame, path: string, append: boolean) {
    const command = engine.discovery.cmdlets.get('out-file');
    if (!(command instanceof CmdletInfo)) throw new Error('redirection to a file needs Out-File');
    this.processor = new CmdletProcessor(engine, frame, { failed: false, length: 1 }, NULL_OUTPUT, frame.streams, {
      command,
      args: [named('FilePath', path), ...(append ? [named('Append', true)] : [])],
      invocation: {
        command,
        invocationName: command.name,
        extent: frame.position,
        source: frame.source,
        bound: undefined,
        unbound: [],
        pipelineLength: 1,
        pipelinePosition: 1,
        expectingInput: true,
      },
    });
    this.processor.expectingInput = true;
    this.processor.prepare();
    this.processor.begin();
  }
  write(value: Value): void {
    this.processor.write(value);
  }
  close(): void {
    this.processor.end();
    this.processor.dispose();
  }
}

function fileFor(frame: Frame, redirect: Redirect): Output {
  const target = redirect.target!(frame);
  if (target === null || target === undefined) return NULL_OUTPUT;
  const text = toText(target);
  return text === '' ? NULL_OUTPUT : new FileOutput(frame.engine, frame, text, redirect.append);
}

interface Resolved {
  output: Output;
  streams: Streams;
  files: FileOutput[];
}

/** Where output and streams go; `late` is the output that merged streams join. */
function resolve(
  frame: Frame,
  redirects: readonly Redirect[],
  output: Output,
  streams: Streams,
  late: Output,
): Resolved {
  const changed: Record<SideStream, Output> = { ...streams };
  const files: FileOutput[] = [];
  let out = output;
  for (const redirect of redirects) {
    if (redirect.mergeTo !== undefined) {
      if (redirect.from === 1) out = changed.error;
      for (const name of sideStreams(redirect.from)) changed[name] = redirect.mergeTo === 1 ? late : changed.error;
      continue;
    }
    const file = fileFor(frame, redirect);
    if (file instanceof FileOutput) files.push(file);
    if (redirect.from === 1 || redirect.from === '*') out = file;
    for (const name of sideStreams(redirect.from)) changed[name] = file;
  }
  return { output: out, streams: changed, files };
}

/** Redirects an expression: its streams are those of the frame while it runs. */
export function withRedirections(
  frame: Frame,
  output: Output,
  redirects: readonly Redirect[],
  run: (output: Output) => number,
): number {
  const former = frame.streams;
  const late: Output = { write: (value) => resolved.output.write(value) };
  const resolved = resolve(frame, redirects, output, former, late);
  frame.streams = resolved.streams;
  try {
    return run(resolved.output);
  } finally {
    frame.streams = former;
    for (const file of resolved.files) file.close();
  }
}

/** Redirects a command of a pipeline. Its output is not known yet: the next command may be linked later. */
export function redirectProcessor(frame: Frame, processor: CommandProcessor, redirects: readonly Redirect[]): void {
  const late: Output = { write: (value) => processor.output.write(value) };
  const resolved = resolve(frame, redirects, late, processor.streams, late);
  processor.streams = resolved.streams;
  processor.isRedirected = true;
  // Errors of script blocks that a cmdlet runs do not join an output that its own errors are merged into: the reference drops them.
  const merged = redirects.some((redirect) => redirect.mergeTo === 1 && (redirect.from === 2 || redirect.from === '*'));
  processor.blockStreams = merged ? { ...resolved.streams, error: NULL_OUTPUT } : resolved.streams;
  if (resolved.output !== late) processor.redirectOutput(resolved.output);
  if (resolved.files.length > 0) {
    processor.onDispose(() => {
      for (const file of resolved.files) file.close();
    });
  }
}
