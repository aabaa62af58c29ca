// Variables that every activation has without anybody setting them, made when they are first asked for (about_Automatic_Variables).

import { BoundParameters } from '../binder/bound-parameters.ts';
import { CommandInvocationInfo } from '../invocation-info.ts';
import { type Activation, PSVariable } from '../scope.ts';
import type { Value } from '../values.ts';
import { makePosition } from './error-records.ts';
import type { Frame } from './frame.ts';
import { InputEnumerator } from './input-enumerator.ts';

const NAMES = [
  'args',
  'input',
  'MyInvocation',
  'PSBoundParameters',
  'PSCommandPath',
  'PSScriptRoot',
  'PSCmdlet',
] as const;
const KEYS = new Set<string>(NAMES.map((name) => name.toLowerCase()));

export class AutomaticVariables implements Activation {
  constructor(private readonly frame: Frame) {}

  get automaticNames(): readonly string[] {
    return NAMES.filter((name) => name !== 'PSCmdlet' || this.frame.cmdlet !== undefined).map((name) =>
      name.toLowerCase(),
    );
  }

  automatic(key: string): PSVariable | undefined {
    return KEYS.has(key) ? automaticVariable(this.frame, key) : undefined;
  }
}

export function automaticVariable(frame: Frame, key: string): PSVariable | undefined {
  switch (key) {
    case 'args':
      return new PSVariable('args', frame.args);
    case 'input':
      return new PSVariable('input', new InputEnumerator(frame.input ?? []));
    case 'myinvocation':
      return new PSVariable('MyInvocation', invocationInfo(frame));
    case 'psboundparameters':
      return new PSVariable('PSBoundParameters', boundParameters(frame));
    case 'pscommandpath':
      return frame.source.file === undefined ? undefined : new PSVariable('PSCommandPath', frame.source.file);
    case 'psscriptroot':
      return frame.source.file === undefined ? undefined : new PSVariable('PSScriptRoot', folderOf(frame.source.file));
    case 'pscmdlet':
      return frame.cmdlet === undefined ? undefined : new PSVariable('PSCmdlet', frame.cmdlet);
  }
  return undefined;
}

function folderOf(file: string): string {
  const slash = Math.max(file.lastIndexOf('\\'), file.lastIndexOf('/'));
  return slash <= 2 ? file.slice(0, slash + 1) : file.slice(0, slash);
}

function boundParameters(frame: Frame): Value {
  return (frame.boundParameters ??= BoundParameters.from(frame.invocation?.bound ?? new Map()));
}

/** `$MyInvocation` of a frame. */
export function invocationInfo(frame: Frame): CommandInvocationInfo {
  if (frame.invocationInfo !== undefined) return frame.invocationInfo;
  const info = new CommandInvocationInfo();
  frame.invocationInfo = info;
  const { invocation } = frame;
  if (invocation === undefined) return info;
  info.myCommand = invocation.command;
  info.myCommandName = invocation.command?.name ?? '';
  info.invocationName = invocation.invocationName;
  info.boundParameters = boundParameters(frame);
  info.unboundArguments = invocation.unbound;
  info.pipelineLength = invocation.pipelineLength;
  info.pipelinePosition = invocation.pipelinePosition;
  info.expectingInput = invocation.expectingInput;
  if (invocation.source !== undefined && invocation.extent !== undefined) {
    info.position = makePosition(invocation.source, invocation.extent);
    info.line = info.position.lineText;
    info.scriptName = invocation.source.file;
    info.psCommandPath = invocation.source.file ?? '';
    info.psScriptRoot = invocation.source.file === undefined ? '' : folderOf(invocation.source.file);
  }
  return info;
}
