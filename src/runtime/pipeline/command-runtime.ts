// What a running cmdlet or advanced function can do to its streams: write, report errors, warn, ask. Applies preference variables
// and the common parameters.

import type { CommandInfo } from '../command-info.ts';
import { CmdletInfo } from '../command-info.ts';
import { toText } from '../convert.ts';
import type { Engine } from '../engine.ts';
import { DotNetException, ErrorRecord, TerminatingError } from '../errors.ts';
import { stackTrace } from '../interpreter/error-records.ts';
import type { CommandInvocationInfo } from '../invocation-info.ts';
import {
  DebugRecord,
  type HostInformationMessage,
  InformationRecord,
  type Output,
  type Streams,
  VerboseRecord,
  WarningRecord,
} from '../streams.ts';
import type { Value } from '../values.ts';
import type { PipelineState } from './command-processor.ts';
import { type ActionPreference, actionPreference, type CommonOptions } from './common-options.ts';
import { describeRecord } from './describe-record.ts';
import { recordError } from './error-list.ts';
import { VariableCollectors } from './variable-collectors.ts';

export interface RuntimeParts {
  engine: Engine;
  name: string;
  command: CommandInfo | undefined;
  invocation: () => CommandInvocationInfo;
  pipeline: PipelineState;
  output: () => Output;
  streams: () => Streams;
}

export class CommandRuntime {
  options: CommonOptions = {};
  readonly collectors: VariableCollectors;

  constructor(readonly parts: RuntimeParts) {
    this.collectors = new VariableCollectors(parts.engine);
  }

  applyOptions(options: CommonOptions): void {
    this.options = options;
    this.collectors.open(options);
  }

  write(value: Value): void {
    this.collectors.out?.push(value);
    this.collectors.setPipelineVariable(value);
    this.parts.output().write(value);
  }

  /** Puts a record into the variables that listen: the command's own and those of the functions around it. */
  private collect(kind: 'error' | 'warning' | 'information', record: Value): void {
    this.collectors.add(kind, record);
    for (let frame = this.parts.engine.frame; frame !== undefined; frame = frame.caller)
      frame.collectors?.add(kind, record);
  }

  private preference(name: string, option: ActionPreference | undefined): ActionPreference {
    return option ?? actionPreference(this.parts.engine.valueOf(name));
  }
  get errorAction(): ActionPreference {
    return this.preference('erroractionpreference', this.options.errorAction);
  }

  // -------------------------------------------------------------- errors

  /** Fills in which command reported the record, and where it was called. */
  bind(record: ErrorRecord): ErrorRecord {
    const { command, engine, name } = this.parts;
    if (record.commandType === '') {
      record.commandType = command instanceof CmdletInfo ? command.implementingType : name;
    }
    if (record.activity === '') record.activity = name;
    record.invocation ??= this.parts.invocation();
    if (record.scriptStackTrace === '') record.scriptStackTrace = stackTrace(engine.frame);
    describeRecord(record);
    return record;
  }

  /** A non-terminating error. */
  error(record: ErrorRecord): void {
    this.bind(record);
    const action = this.errorAction;
    const { engine, pipeline } = this.parts;
    pipeline.failed = true;
    if (action === 'ignore') return;
    if (action === 'stop') {
      this.collect('error', record);
      throw new TerminatingError(record, true);
    }
    if (action === 'inquire') throw cannotAsk();
    recordError(engine, record);
    this.collect('error', record);
    if (action !== 'silentlycontinue') this.parts.streams().error.write(record);
  }

  /** A terminating error of the command: reported to its caller's statement. */
  terminate(record: ErrorRecord): TerminatingError {
    this.bind(record);
    this.collect('error', record);
    return new TerminatingError(record, false);
  }

  /** What escaped from the command's own code, as a terminating error; signals pass unchanged. */
  convert(thrown: unknown): unknown {
    if (thrown instanceof TerminatingError) return thrown;
    if (!(thrown instanceof DotNetException)) return thrown;
    const { errorId, category, target } = thrown.options;
    const id = errorId ?? thrown.type;
    return this.terminate(new ErrorRecord(thrown, id, category ?? 'NotSpecified', target ?? null));
  }

  // -------------------------------------------------------------- messages

  warning(text: string): void {
    const action = this.preference('warningpreference', this.options.warningAction);
    if (action === 'ignore') return;
    const record = new WarningRecord(text);
    this.collect('warning', record);
    if (action !== 'silentlycontinue') this.parts.streams().warning.write(record);
    if (action === 'stop') throw this.stoppedBy('WarningPreference', text);
  }
  verbose(text: string): void {
    const { verbose } = this.options;
    const action =
      verbose === undefined
        ? actionPreference(this.parts.engine.valueOf('verbosepreference'))
        : verbose
          ? 'continue'
          : 'silentlycontinue';
    this.message(new VerboseRecord(text), action, 'verbose', 'VerbosePreference');
  }
  debug(text: string): void {
    const { debug } = this.options;
    const action =
      debug === undefined
        ? actionPreference(this.parts.engine.valueOf('debugpreference'))
        : debug
          ? 'continue'
          : 'silentlycontinue';
    this.message(new DebugRecord(text), action, 'debug', 'DebugPreference');
  }
  private message(
    record: VerboseRecord | DebugRecord,
    action: ActionPreference,
    stream: 'verbose' | 'debug',
    preference: string,
  ): void {
    if (action === 'silentlycontinue' || action === 'ignore') return;
    this.parts.streams()[stream].write(record);
    if (action === 'stop') throw this.stoppedBy(preference, record.message);
  }

  /** Write-Information and Write-Host; the latter's records are always shown. */
  information(data: Value, tags: string[], source: string): void {
    const record = new InformationRecord(data, source, tags, this.parts.engine.host.clock.nowTicks());
    const action = this.preference('informationpreference', this.options.informationAction);
    if (action === 'ignore' && !tags.includes('PSHOST')) return;
    this.collect('information', record);
    const shown = action === 'continue' || (tags.includes('PSHOST') && action !== 'ignore');
    if (shown || this.parts.streams().information !== this.parts.engine.hostStreams.information)
      this.parts.streams().information.write(record);
    if (action === 'stop') throw this.stoppedBy('InformationPreference', toText(data));
  }
  host(message: HostInformationMessage): void {
    this.information(message, ['PSHOST'], this.parts.name);
  }

  private stoppedBy(preference: string, text: string): TerminatingError {
    const message = `The running command stopped because the preference variable "${preference}" or common parameter is set to Stop: ${text}`;
    const exception = new DotNetException('System.Management.Automation.ParentContainsErrorRecordException', message);
    const record = this.bind(new ErrorRecord(exception, 'ActionPreferenceStop', 'OperationStopped', null));
    return new TerminatingError(record, true);
  }
}

function cannotAsk(): DotNetException {
  return new DotNetException(
    'System.Management.Automation.PSInvalidOperationException',
    'PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.',
    {
      errorId: 'InvalidOperation',
      category: 'InvalidOperation',
    },
  );
}
