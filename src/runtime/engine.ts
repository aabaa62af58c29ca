// The engine: one PowerShell runspace. Holds the session state, the commands and the stack of running frames, and offers what
// the host, the cmdlets and the interpreter need. The work itself is done in interpreter/, binder/ and pipeline/.

import type { SyntaxError as ParseFault } from '../language/errors.ts';
import { parse } from '../language/parser.ts';
import { astObject } from './automation/ast-objects.ts';
import { registerCompleter } from './automation/completion-types.ts';
import { registerAutomationClasses } from './automation/register.ts';
import type { CmdletDefinition } from './cmdlet.ts';
import { CommandDiscovery } from './command-discovery.ts';
import { type AliasInfo, type CmdletInfo, type CommandInfo, FunctionInfo } from './command-info.ts';
import { CommandTable } from './command-table.ts';
import { completeInput } from './completion/complete-input.ts';
import { toText } from './convert.ts';
import { DotNetException, type ErrorRecord } from './errors.ts';
import type { RuntimeHost } from './host.ts';
import { setBlockCompiler } from './interpreter/block-compiler.ts';
import { callBlock, type PreparedBlock, prepareBlock } from './interpreter/call-block.ts';
import { statementFailed } from './interpreter/compile-statements.ts';
import { compileBlock } from './interpreter/compiler.ts';
import { syntaxErrorException } from './interpreter/error-records.ts';
import { type ExecuteOptions, type ExecuteResult, executeText } from './interpreter/execute.ts';
import type { Frame } from './interpreter/frame.ts';
import { recordError } from './pipeline/error-list.ts';
import { createHostStreams } from './pipeline/host-streams.ts';
import { type CommandCall, invokeCommand } from './pipeline/invoke-command.ts';
import { defineGlobalFunctions } from './predefined-functions.ts';
import { defineGlobalVariables } from './predefined-variables.ts';
import { ProviderSession } from './providers/provider-session.ts';
import { Scope } from './scope.ts';
import { ScriptBlock, type ScriptBlockCall } from './script-block.ts';
import { type PSModuleInfo, SessionState } from './session-state.ts';
import type { Streams } from './streams.ts';
import './types/known-types.ts';
import type { Value } from './values.ts';
import { VariableAccess } from './variable-access.ts';

export type { ExecuteOptions, ExecuteResult } from './interpreter/execute.ts';

/**
 * What the provider layer gives to the interpreter: the location, and content by drive path (`${env:x}`, `${C:\a.txt}`).
 * Without it, variables of other drives do not exist and relative paths start at `C:\`.
 */
export interface ProviderAccess {
  /** Full path in the file system for a path as a script wrote it; relative ones start at the current location. */
  resolveFilePath(path: string): string;
  /** Content of an item: `get('function', 'prompt')`. Undefined when there is none. */
  getContent(drive: string, path: string): Value;
  setContent(drive: string, path: string, value: Value): void;
}

setBlockCompiler(compileBlock);

export class Engine {
  readonly host: RuntimeHost;
  /** Session state of the shell itself; its root is the global scope. */
  readonly session = new SessionState();
  readonly variables: VariableAccess;
  readonly functions: CommandTable<FunctionInfo>;
  readonly aliases: CommandTable<AliasInfo>;
  readonly discovery: CommandDiscovery;
  /** Loaded modules by lower-cased name. */
  readonly modules = new Map<string, PSModuleInfo>();
  /** Room for other layers' state that lives as long as the engine (drives, jobs, history …), by a name of their own. */
  readonly extensions = new Map<string, object>();

  private providerAccess: ProviderAccess | undefined;
  /** Drives, locations and paths; made when first used. */
  get providers(): ProviderAccess {
    return (this.providerAccess ??= new ProviderSession(this));
  }
  set providers(access: ProviderAccess) {
    this.providerAccess = access;
  }

  /** Frame that runs now; undefined outside of any script. */
  frame: Frame | undefined;
  /** `$?` */
  success = true;
  /** Streams of the host: errors to Out-Default, the others to the terminal. */
  hostStreams: Streams;
  /** Rises whenever a command name could mean something else than before; call sites look up anew then. */
  commandVersion = 0;
  /** True while a try statement or a trap waits for statement-terminating errors. */
  propagateErrors = false;
  /** Depth of running frames. */
  depth = 0;
  historyId = 1;
  /** Counts back edges of loops, modulo 64. */
  backEdges = 0;

  constructor(host: RuntimeHost, cmdlets: readonly CmdletDefinition[]) {
    this.host = host;
    registerAutomationClasses();
    registerCompleter(host, (text, cursor) => completeInput(this, text, cursor));
    this.variables = new VariableAccess(this);
    this.functions = new CommandTable<FunctionInfo>(this, 'functions');
    this.aliases = new CommandTable<AliasInfo>(this, 'aliases');
    this.discovery = new CommandDiscovery(this, cmdlets);
    this.hostStreams = createHostStreams(this);
    defineGlobalVariables(this);
    defineGlobalFunctions(this);
  }

  /** True after Ctrl+C, except in finally and clean blocks, which run to their end. */
  get interrupted(): boolean {
    return !this.cleaningUp && this.host.interrupt.requested;
  }
  cleaningUp = false;

  /** Scope of the code that runs now. */
  get scope(): Scope {
    return this.frame?.scope ?? this.session.root;
  }
  get globalScope(): Scope {
    return this.session.root;
  }
  /** Streams of the code that runs now. */
  get streams(): Streams {
    if (this.redirected !== undefined && this.redirected.frame === this.frame) return this.redirected.streams;
    return this.frame?.streams ?? this.hostStreams;
  }
  /** Streams of a cmdlet with redirections while it runs: script blocks it calls write there. */
  redirected: { frame: Frame | undefined; streams: Streams } | undefined;
  /** Built-in cmdlets and natives by lower-cased name. */
  get cmdlets(): ReadonlyMap<string, CmdletInfo> {
    return this.discovery.cmdlets;
  }

  /** Runs text as the host does: parse, run, put out through Out-Default (or to `sink`), show errors, commit. */
  execute(text: string, options: ExecuteOptions = {}): ExecuteResult {
    return executeText(this, text, options);
  }

  /** The command a name stands for, aliases resolved; undefined when there is none. */
  lookupCommand(name: string): CommandInfo | undefined {
    return this.discovery.resolve(name);
  }

  /** Runs a command by name or info with positional and named arguments; gives its output. Errors go to the current streams. */
  invokeCommand(command: string | CommandInfo, call: CommandCall = {}): Value[] {
    return invokeCommand(this, command, call);
  }

  callBlock(block: ScriptBlock, options: ScriptBlockCall = {}): Value[] {
    return callBlock(this, block, options);
  }
  /** A block made ready to run many times in the current scope (ForEach-Object, Where-Object). */
  prepareBlock(block: ScriptBlock): PreparedBlock {
    return prepareBlock(this, block);
  }

  /** [scriptblock]::Create. Throws a ParseException. */
  createScriptBlock(text: string, file?: string, session?: SessionState): ScriptBlock {
    const { ast, errors } = parse(text, file);
    if (errors.length > 0) throw this.parseException(errors, ast.source.text, file);
    return new ScriptBlock(this, ast, session, ast.start, ast.end);
  }
  parseException(errors: ParseFault[], text: string, file?: string): object {
    return syntaxErrorException(errors, text, file);
  }

  /** Puts a record into $Error and the error stream of the code that runs now. */
  writeError(record: ErrorRecord): void {
    recordError(this, record);
    this.streams.error.write(record);
  }

  /** What a list of statements does with an error (interpreter/compile-statements.ts). */
  statementFailed(frame: Frame, thrown: unknown): void {
    statementFailed(frame, thrown);
  }

  /** `${function:f} = { … }` */
  defineFunction(name: string, value: Value): void {
    if (value === null || value === undefined) {
      this.functions.remove(name);
      return;
    }
    const block = value instanceof ScriptBlock ? value : this.createScriptBlock(toText(value));
    this.functions.set(new FunctionInfo(name, block));
  }
  checkFunctionWritable(scope: Scope, name: string): void {
    const present = scope.functions?.get(name.toLowerCase());
    if (present === undefined || (present.options & 3) === 0) return;
    throw new DotNetException(
      'System.Management.Automation.SessionStateUnauthorizedAccessException',
      `Cannot write to function ${present.name} because it is read-only or constant.`,
      {
        errorId: 'FunctionNotWritable',
        category: 'WriteError',
        target: present.name,
      },
    );
  }

  /** Runs a block with functions that only it sees (InvokeWithContext). */
  callWithFunctions(
    block: ScriptBlock,
    functions: ReadonlyMap<string, ScriptBlock>,
    options: ScriptBlockCall,
  ): Value[] {
    const session = block.session ?? this.session;
    const former = session.current;
    const scope = new Scope(session, former);
    for (const [name, body] of functions) this.functions.setIn(scope, new FunctionInfo(name, body));
    session.current = scope;
    try {
      return callBlock(this, block, options);
    } finally {
      session.current = former;
      this.commandVersion++;
    }
  }

  /** `$ExecutionContext.InvokeCommand.ExpandString`: text as if between double quotes. */
  expandString(source: string): string {
    const block = this.createScriptBlock(`"${source.replace(/"/g, '""')}"`);
    return toText(block.call({ scope: 'current' })[0] ?? '');
  }

  astObject(block: ScriptBlock): Value {
    return astObject(block.ast);
  }

  toText(value: Value): string {
    return toText(value);
  }

  /** Value of a preference variable or another variable that code sees by dynamic scoping. */
  valueOf(name: string): Value {
    return this.scope.valueOf(name);
  }
}
