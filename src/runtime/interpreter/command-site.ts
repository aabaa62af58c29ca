// A command in the text: how its name and arguments are evaluated, and which processor runs it.

import type * as ast from '../../language/ast.ts';
import {
  AliasInfo,
  ApplicationInfo,
  CmdletInfo,
  CommandInfo,
  ExternalScriptInfo,
  type FunctionInfo,
  ScriptInfo,
} from '../command-info.ts';
import { toText } from '../convert.ts';
import type { Engine } from '../engine.ts';
import { enumerate, isEnumerable } from '../enumerate.ts';
import { DotNetException } from '../errors.ts';
import { CmdletProcessor } from '../pipeline/cmdlet-processor.ts';
import type { CommandProcessor, PipelineState } from '../pipeline/command-processor.ts';
import { nativeProcessor } from '../pipeline/native-processor.ts';
import { ScriptProcessor } from '../pipeline/script-processor.ts';
import { ScriptBlock } from '../script-block.ts';
import { PSModuleInfo, type SessionState } from '../session-state.ts';
import type { Output } from '../streams.ts';
import { isDictionary } from '../types/collections/hashtable.ts';
import type { Value } from '../values.ts';
import { type Argument, isParameterAt, positional } from './argument.ts';
import { commandNotFound } from './command-errors.ts';
import type { CompileContext } from './compile-context.ts';
import type { Evaluate } from './compiled-block.ts';
import type { Frame, Invocation } from './frame.ts';
import { compileRedirections, type Redirect, redirectProcessor } from './redirections.ts';
import { wrapNumber } from './wrapped-number.ts';

type ArgumentCode =
  | { kind: 'value'; evaluate: Evaluate; node: ast.Expression; literal?: string }
  | { kind: 'splat'; evaluate: Evaluate; node: ast.Expression }
  | { kind: 'parameter'; node: ast.CommandParameter; evaluate: Evaluate | undefined };

/** Name (or what stands for it) and arguments of one call. */
export interface EvaluatedCommand {
  target: Value;
  args: Argument[];
}

export class CommandSite {
  readonly args: ArgumentCode[];
  readonly redirections: Redirect[];
  /** `--`: what follows is no parameter. */
  private readonly endOfParameters: ArgumentCode | undefined;
  /** The name when it is a constant. */
  readonly name: string | undefined;
  private readonly nameValue: Evaluate;
  /** Only plain positional arguments: the quick way to call applies. */
  readonly plainArguments: Evaluate[] | undefined;
  private found: CommandInfo | undefined;
  private foundVersion = -1;
  private foundSession: SessionState | undefined;

  /** Refused in strict mode: arguments that look like those of a method. */
  private readonly calledLikeMethod: boolean;

  constructor(
    readonly node: ast.Command,
    context: CompileContext,
    readonly position: number,
  ) {
    const [first, ...rest] = node.elements;
    const head = first as ast.Expression;
    this.name = head.kind === 'StringConstant' ? head.value : undefined;
    this.nameValue = context.expression(head);
    this.args = rest.map((element) => compileArgument(element, context));
    this.redirections = compileRedirections(node.redirections, context);
    this.endOfParameters = this.args.find((argument) => argument.kind === 'parameter' && argument.node.text === '--');
    this.calledLikeMethod = isMethodCall(node);
    const plain =
      this.args.every((argument) => argument.kind === 'value') &&
      this.redirections.length === 0 &&
      node.invocation === '' &&
      !this.calledLikeMethod;
    this.plainArguments = plain ? this.args.map((argument) => argument.evaluate!) : undefined;
  }

  /** The command behind a constant name, looked up again only when names may have changed. */
  resolve(frame: Frame): CommandInfo | undefined {
    const { engine } = frame;
    if (this.foundVersion === engine.commandVersion && this.foundSession === frame.session) return this.found;
    this.found = engine.discovery.resolve(this.name!, frame.scope);
    this.foundVersion = engine.commandVersion;
    this.foundSession = frame.session;
    // Script files may change between calls.
    if (this.found === undefined || this.found instanceof ExternalScriptInfo) this.foundVersion = -1;
    return this.found;
  }

  evaluate(frame: Frame): EvaluatedCommand {
    if (this.calledLikeMethod && frame.scope.strict >= 2) throw functionCalledAsMethod();
    const target = this.name ?? this.nameValue(frame);
    const args: Argument[] = [];
    for (const code of this.args) if (code !== this.endOfParameters) addArgument(args, code, frame);
    return { target, args };
  }

  /** The same call with positional arguments that are evaluated already. */
  evaluatedWith(values: Value[]): EvaluatedCommand {
    return { target: this.name ?? '', args: values.map((value, index) => this.positionalAt(index, value)) };
  }

  private positionalAt(index: number, value: Value): Argument {
    const code = this.args[index]!;
    return { ...positional(value, code.node), literal: code.kind === 'value' ? code.literal : undefined };
  }

  processor(frame: Frame, evaluated: EvaluatedCommand, state: PipelineState, output: Output): CommandProcessor {
    const { command, name } = this.commandOf(frame, evaluated);
    const invocation: Invocation = {
      command,
      invocationName: name,
      extent: this.node,
      source: frame.source,
      bound: undefined,
      unbound: [],
      pipelineLength: state.length,
      pipelinePosition: this.position,
      expectingInput: false,
    };
    const processor = createProcessor(
      frame,
      command,
      evaluated.args,
      invocation,
      state,
      output,
      this.node.invocation === '.',
    );
    if (this.redirections.length > 0) redirectProcessor(frame, processor, this.redirections);
    return processor;
  }

  private commandOf(frame: Frame, evaluated: EvaluatedCommand): { command: CommandInfo; name: string } {
    const { target } = evaluated;
    if (typeof target === 'string' && target === this.name && target !== '') {
      const command = this.resolve(frame);
      if (command === undefined)
        throw commandNotFound(frame, target, this.node.elements[0]!, this.node.invocation || target);
      return { command, name: target };
    }
    return {
      command: this.commandFromValue(frame, evaluated),
      name: this.node.invocation === '' ? toText(target) : this.node.invocation,
    };
  }

  private commandFromValue(frame: Frame, evaluated: EvaluatedCommand): CommandInfo {
    const { target } = evaluated;
    if (target instanceof ScriptBlock) return new ScriptInfo(target);
    if (target instanceof AliasInfo) return frame.engine.discovery.followAlias(target, frame.scope) ?? target;
    if (target instanceof CommandInfo) return target;
    if (target instanceof PSModuleInfo) return this.inModule(target, evaluated);
    const name = target === null || target === undefined ? '' : toText(target);
    if (name === '') {
      frame.position = this.node.elements[0]!;
      throw invalidCommand(this.node.invocation, target);
    }
    const command = frame.engine.discovery.resolve(name, frame.scope);
    if (command === undefined) throw commandNotFound(frame, name, this.node.elements[0]!, this.node.invocation || name);
    return command;
  }

  /** `& $module { … }`: the block runs in the module's session state. */
  private inModule(module: PSModuleInfo, evaluated: EvaluatedCommand): CommandInfo {
    const block = evaluated.args.shift()?.value;
    if (!(block instanceof ScriptBlock)) throw invalidCommand(this.node.invocation, null);
    return new ScriptInfo(
      new ScriptBlock(block.engine, block.ast, module.sessionState, block.textStart, block.textEnd),
    );
  }
}

/** `name(1, 2)`: a list in parentheses right behind a command's name. */
function isMethodCall(node: ast.Command): boolean {
  const [name, argument] = node.elements;
  if (node.elements.length !== 2 || argument?.kind !== 'Paren' || argument.start !== name!.end) return false;
  const inner = argument.pipeline;
  return (
    inner.kind === 'Pipeline' &&
    inner.elements[0]?.kind === 'CommandExpression' &&
    inner.elements[0].expression.kind === 'ArrayLiteral'
  );
}

function functionCalledAsMethod(): DotNetException {
  return new DotNetException(
    'System.Management.Automation.RuntimeException',
    'The function or command was called as if it were a method. Parameters should be separated by spaces. For information about parameters, see the about_Parameters Help topic.',
    { errorId: 'StrictModeFunctionCallWithParens', category: 'InvalidOperation' },
  );
}

function invalidCommand(operator: string, target: Value): DotNetException {
  return new DotNetException(
    'System.Management.Automation.RuntimeException',
    `The expression after '${operator || '&'}' in a pipeline element produced an object that was not valid. It must result in a command name, a script block, or a CommandInfo object.`,
    {
      errorId: 'BadExpression',
      category: 'InvalidOperation',
      target,
    },
  );
}

/** `-?` on any command that has help means Get-Help. */
const isHelpSwitch = ({ parameter }: Argument): boolean => parameter === '?';

function helpCall(engine: Engine, command: CommandInfo): { command: CmdletInfo; args: Argument[] } | undefined {
  const help = engine.cmdlets.get('get-help');
  if (!help || command instanceof ApplicationInfo || command instanceof ScriptInfo) return undefined;
  const name = command instanceof ExternalScriptInfo ? command.path : command.name;
  return { command: help, args: [positional(name)] };
}

/** The processor for a command of any kind. */
export function createProcessor(
  frame: Frame | undefined,
  command: CommandInfo,
  args: readonly Argument[],
  invocation: Invocation,
  state: PipelineState,
  output: Output,
  dotSource: boolean,
  engine = frame!.engine,
): CommandProcessor {
  const streams = frame?.streams ?? engine.hostStreams;
  if (args.length > 0 && args.some(isHelpSwitch)) {
    const help = helpCall(engine, command);
    if (help) return new CmdletProcessor(engine, frame, state, output, streams, { ...help, invocation });
  }
  if (command instanceof CmdletInfo)
    return new CmdletProcessor(engine, frame, state, output, streams, { command, args, invocation });
  if (command instanceof ApplicationInfo)
    return nativeProcessor(engine, frame, state, output, streams, command, args, invocation);
  const block = (command as FunctionInfo | ExternalScriptInfo | ScriptInfo).scriptBlock;
  return new ScriptProcessor(engine, frame, state, output, streams, { block, command, args, invocation, dotSource });
}

// ---------------------------------------------------------------- arguments

function compileArgument(element: ast.Expression | ast.CommandParameter, context: CompileContext): ArgumentCode {
  if (element.kind === 'CommandParameter') {
    return { kind: 'parameter', node: element, evaluate: element.argument && context.expression(element.argument) };
  }
  if (element.kind === 'Variable' && element.splatted) {
    return { kind: 'splat', node: element, evaluate: context.expression({ ...element, splatted: false }) };
  }
  if (element.kind === 'NumberConstant')
    return { kind: 'value', node: element, evaluate: wrapNumber(element, context), literal: context.text(element) };
  return { kind: 'value', node: element, evaluate: context.expression(element) };
}

function addArgument(args: Argument[], code: ArgumentCode, frame: Frame): void {
  const { node } = code;
  if (code.kind === 'parameter') {
    args.push({
      parameter: code.node.name,
      parameterText: code.node.text,
      hasValue: code.evaluate !== undefined,
      value: code.evaluate?.(frame) ?? null,
      extent: node,
      valueExtent: code.node.argument,
      splatted: false,
    });
    return;
  }
  const value = code.evaluate(frame);
  if (code.kind === 'splat') splat(args, value, node);
  else args.push({ ...positional(value ?? null, node), literal: code.literal });
}

/** `@table` gives named arguments, `@list` positional ones; `-Name` texts inside of a splatted $args are parameters again. */
function splat(args: Argument[], value: Value, node: ast.Extent): void {
  if (isDictionary(value)) {
    for (const [key, entry] of value.entries()) {
      const name = toText(key);
      args.push({
        parameter: name,
        parameterText: `-${name}:`,
        hasValue: true,
        value: entry,
        extent: node,
        valueExtent: node,
        splatted: true,
      });
    }
    return;
  }
  if (value === null || value === undefined) return;
  const elements = isEnumerable(value) ? [...enumerate(value)] : [value];
  elements.forEach((element, index) => {
    const isParameter = Array.isArray(value) && isParameterAt(value, index);
    args.push(isParameter ? splattedParameter(toText(element), node) : positional(element, node));
  });
}

/** A parameter that landed in `$args` is one again when that is splatted. */
function splattedParameter(text: string, node: ast.Extent): Argument {
  return {
    parameter: text.replace(/^-|:$/g, ''),
    parameterText: text,
    hasValue: false,
    value: null,
    extent: node,
    valueExtent: node,
    splatted: false,
  };
}
