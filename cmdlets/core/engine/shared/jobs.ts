// Background jobs in their deterministic form: a job runs in a runspace of its own, from start to end, as soon as somebody waits
// for it, asks for its results or lets time pass. Until then it counts as running.

import { visit } from '../../../../src/language/visit.ts';
import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';
import { Engine } from '../../../../src/runtime/engine.ts';
import { DotNetException, ErrorRecord, TerminatingError } from '../../../../src/runtime/errors.ts';
import { runBlock } from '../../../../src/runtime/interpreter/call-block.ts';
import { matchesWildcard } from '../../../../src/runtime/operators/strings.ts';
import { failed } from '../../../../src/runtime/providers/provider-errors.ts';
import { providersOf } from '../../../../src/runtime/providers/provider-session.ts';
import type { ScriptBlock } from '../../../../src/runtime/script-block.ts';
import { CallbackOutput, type SideStream } from '../../../../src/runtime/streams.ts';
import { DateTime } from '../../../../src/runtime/types/date/date-time.ts';
import { Guid } from '../../../../src/runtime/types/families/value-objects.ts';
import { knownType, type PSType } from '../../../../src/runtime/types/registry.ts';
import type { Value } from '../../../../src/runtime/values.ts';

export type JobState = 'NotStarted' | 'Running' | 'Completed' | 'Failed' | 'Stopped';

/** One thing a job put out, by stream. */
interface JobEntry {
  stream: SideStream | 'output';
  value: Value;
}

export class Job {
  state: JobState = 'Running';
  readonly instanceId = Guid.random();
  readonly beginTime = DateTime.now();
  endTime: DateTime | null = null;
  readonly entries: JobEntry[] = [];
  reason: ErrorRecord | undefined;

  constructor(
    private readonly engine: Engine,
    readonly id: number,
    public name: string,
    readonly kind: 'BackgroundJob' | 'ThreadJob',
    readonly block: ScriptBlock,
    private readonly args: Value[],
    private readonly input: Value[] | undefined,
    private readonly initialization: ScriptBlock | undefined,
    private readonly folder: string | undefined,
  ) {}

  get psType(): PSType {
    return knownType(this.kind === 'ThreadJob' ? 'ThreadJob.ThreadJob' : 'System.Management.Automation.PSRemotingJob');
  }
  get hasMoreData(): boolean {
    return this.state === 'Running' || this.entries.length > 0 || this.reason !== undefined;
  }
  get location(): string {
    return this.kind === 'ThreadJob' ? 'PowerShell' : 'localhost';
  }
  get command(): string {
    return this.block.toString();
  }

  stop(): void {
    if (this.state === 'Running') this.end('Stopped');
  }
  private end(state: JobState): void {
    this.state = state;
    this.endTime = DateTime.now();
  }

  /** Runs the job to its end, if it has not run yet. */
  run(): void {
    if (this.state !== 'Running') return;
    this.state = 'NotStarted';
    const runspace = this.openRunspace();
    try {
      if (this.initialization)
        runBlock(
          runspace,
          runspace.createScriptBlock(this.initialization.toString()),
          {},
          new CallbackOutput(() => {}),
        );
      const body = runspace.createScriptBlock(this.block.toString());
      runBlock(
        runspace,
        body,
        { args: this.args, input: this.input },
        new CallbackOutput((value) => void this.entries.push({ stream: 'output', value })),
      );
      this.end('Completed');
    } catch (error) {
      const record =
        error instanceof TerminatingError
          ? error.record
          : error instanceof DotNetException
            ? recordFor(error)
            : undefined;
      if (record === undefined) throw error;
      this.reason = record;
      this.end('Failed');
    }
  }

  /** A runspace with the same commands, its streams kept by the job; `$using:` variables carry over. */
  private openRunspace(): Engine {
    const { discovery } = this.engine;
    const definitions = [...discovery.cmdlets.values(), ...discovery.applications.values()].map(
      (command) => command.definition,
    );
    const runspace = new Engine(this.engine.host, definitions);
    const keep = (stream: SideStream) => new CallbackOutput((value) => void this.entries.push({ stream, value }));
    runspace.hostStreams = {
      error: keep('error'),
      warning: keep('warning'),
      verbose: keep('verbose'),
      debug: keep('debug'),
      information: keep('information'),
    };
    const session = providersOf(runspace);
    session.setLocation(session.resolve(this.folder ?? providersOf(this.engine).currentFolder()));
    visit(this.block.ast, (node) => {
      if (node.kind === 'Variable' && node.scope === 'using')
        runspace.variables.set(node.name, this.using.get(node.name.toLowerCase()) ?? null);
      return true;
    });
    return runspace;
  }

  /** Values of `$using:` variables when the job was started. */
  readonly using = new Map<string, Value>();
  captureUsing(): void {
    visit(this.block.ast, (node) => {
      if (node.kind === 'Variable' && node.scope === 'using')
        this.using.set(node.name.toLowerCase(), this.engine.variables.getValue(node.name));
      return true;
    });
  }
}

function recordFor(exception: DotNetException): ErrorRecord {
  const { errorId, category, target } = exception.options;
  return new ErrorRecord(exception, errorId ?? exception.type, category ?? 'NotSpecified', target ?? null);
}

// ---------------------------------------------------------------- the table of jobs

class JobTable {
  readonly jobs = new Map<number, Job>();
  nextId = 1;
}
const EXTENSION = 'jobs';

function tableOf(engine: Engine): JobTable {
  let table = engine.extensions.get(EXTENSION) as JobTable | undefined;
  if (!table) engine.extensions.set(EXTENSION, (table = new JobTable()));
  return table;
}

export interface JobStart {
  kind: Job['kind'];
  name: string | undefined;
  block: ScriptBlock;
  args: Value[];
  input: Value[] | undefined;
  initialization?: ScriptBlock;
  folder?: string;
}

export function startJob(engine: Engine, start: JobStart): Job {
  const table = tableOf(engine);
  // A background job has a child job that takes the next number.
  const id = table.nextId;
  table.nextId += start.kind === 'BackgroundJob' ? 2 : 1;
  const job = new Job(
    engine,
    id,
    start.name ?? `Job${id}`,
    start.kind,
    start.block,
    start.args,
    start.input,
    start.initialization,
    start.folder,
  );
  job.captureUsing();
  table.jobs.set(id, job);
  return job;
}

export function jobsOf(engine: Engine): Job[] {
  return [...tableOf(engine).jobs.values()];
}
export function removeJob(engine: Engine, job: Job): void {
  tableOf(engine).jobs.delete(job.id);
}
/** Lets every job that counts as running come to its end: time has passed. */
export function runPendingJobs(engine: Engine): void {
  const table = engine.extensions.get(EXTENSION) as JobTable | undefined;
  for (const job of table?.jobs.values() ?? []) job.run();
}

/** Jobs that -Job, -Id, -Name, -InstanceId, -State and -Command mean; what is not found is an error. */
export function selectJobs(cmdlet: CmdletContext): Job[] {
  const all = jobsOf(cmdlet.engine);
  const { Job: jobs, Id: ids, Name: names, InstanceId: instances, State: state, Command: commands } = cmdlet.args;
  const found: Job[] = [];
  const need = (matches: Job[], message: string, id: string, target: Value): void => {
    found.push(...matches);
    if (matches.length === 0) {
      cmdlet.error(
        cmdlet.makeError(message, id, 'ObjectNotFound', target, 'System.Management.Automation.PSArgumentException'),
      );
    }
  };
  for (const job of (jobs as Value[] | undefined) ?? []) if (job instanceof Job) found.push(job);
  for (const id of (ids as number[] | undefined) ?? []) {
    const message = `The command cannot find a job with the job ID ${id}. Verify the value of the Id parameter and then try the command again.`;
    need(
      all.filter((job) => job.id === id),
      message,
      'JobWithSpecifiedSessionNotFound',
      id,
    );
  }
  for (const name of (names as string[] | undefined) ?? []) {
    const matches = all.filter((job) => matchesWildcard(job.name, name));
    if (matches.length === 0 && /[*?[]/.test(name)) continue;
    const message = `The command cannot find the job because the job name ${name} was not found. Verify the value of the Name parameter, and then try the command again.`;
    need(matches, message, 'JobWithSpecifiedNameNotFound', name);
  }
  for (const instance of (instances as Value[] | undefined) ?? []) {
    const message = `The command cannot find a job with the instance ID ${String(instance)}. Verify the value of the InstanceId parameter, and then try the command again.`;
    need(
      all.filter((job) => job.instanceId.text() === String(instance)),
      message,
      'JobWithSpecifiedInstanceIdNotFound',
      instance,
    );
  }
  if (state !== undefined) found.push(...all.filter((job) => job.state.toLowerCase() === String(state).toLowerCase()));
  for (const command of (commands as string[] | undefined) ?? [])
    found.push(...all.filter((job) => matchesWildcard(job.command.trim(), command.trim())));
  return found;
}

/** Writes what a job has put out, in its order, each to its stream. */
export function deliver(cmdlet: CmdletContext, job: Job, keep: boolean): void {
  const entries = [...job.entries];
  const { reason } = job;
  if (!keep) {
    job.entries.length = 0;
    job.reason = undefined;
  }
  for (const { stream, value } of entries) {
    if (stream === 'output') cmdlet.write(value);
    else if (stream === 'error') cmdlet.error(value as ErrorRecord);
    else if (stream === 'warning') cmdlet.warning(String(value));
    else if (stream === 'verbose') cmdlet.verbose(String(value));
    else if (stream === 'debug') cmdlet.debug(String(value));
    else cmdlet.engine.streams.information.write(value);
  }
  if (reason) cmdlet.error(reason);
}

export function jobNotFinished(job: Job): ReturnType<typeof failed> {
  const message = `The command cannot remove the job with the job ID ${job.id} because the job is not finished. To remove the job, first stop the job, or use the Force parameter.`;
  return failed('System.ArgumentException', message, 'JobObjectNotFinishedCannotBeRemoved', 'InvalidOperation', job);
}
