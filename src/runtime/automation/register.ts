// Tells the type registry which .NET types the engine's classes stand for.

import {
  AliasInfo,
  ApplicationInfo,
  CmdletInfo,
  ExternalScriptInfo,
  FunctionInfo,
  ScriptInfo,
} from '../command-info.ts';
import { ErrorRecord } from '../errors.ts';
import { LoopEnumerator } from '../interpreter/compile-loops.ts';
import { InputEnumerator } from '../interpreter/input-enumerator.ts';
import { CommandInvocationInfo } from '../invocation-info.ts';
import { ParseErrorInfo } from '../parse-error.ts';
import { PSScriptCmdlet } from '../pipeline/script-cmdlet.ts';
import { PSVariable } from '../scope.ts';
import { ScriptBlock } from '../script-block.ts';
import {
  CommandInvocationIntrinsics,
  ExecutionContext,
  HostSize,
  HostUserInterface,
  PathIntrinsics,
  PSHost,
  RawUserInterface,
  SessionStateObject,
  VariableIntrinsics,
} from '../session-objects.ts';
import { PSModuleInfo } from '../session-state.ts';
import { DebugRecord, HostInformationMessage, InformationRecord, VerboseRecord, WarningRecord } from '../streams.ts';
import { registerClass } from '../types/registry.ts';
import { ParameterMetadataView, PSTypeName } from './command-types.ts';
import { ErrorCategoryInfo, ErrorDetails, ScriptPosition } from './error-types.ts';
import { ChoiceDescription } from './host-prompts.ts';
import { CommandParameter, CommandParameterSet } from './parameter-set-info.ts';
import { RuntimeDefinedParameter } from './session-types.ts';

const M = 'System.Management.Automation';

let done = false;

export function registerAutomationClasses(): void {
  if (done) return;
  done = true;
  const classes: [abstract new (...args: never[]) => object, string][] = [
    [ScriptBlock, 'ScriptBlock'],
    [ErrorRecord, 'ErrorRecord'],
    [ErrorCategoryInfo, 'ErrorCategoryInfo'],
    [ErrorDetails, 'ErrorDetails'],
    [ScriptPosition, 'Language.ScriptExtent'],
    [CommandInvocationInfo, 'InvocationInfo'],
    [PSScriptCmdlet, 'PSScriptCmdlet'],
    [PSVariable, 'PSVariable'],
    [AliasInfo, 'AliasInfo'],
    [ApplicationInfo, 'ApplicationInfo'],
    [CmdletInfo, 'CmdletInfo'],
    [ExternalScriptInfo, 'ExternalScriptInfo'],
    [FunctionInfo, 'FunctionInfo'],
    [ScriptInfo, 'ScriptInfo'],
    [ParameterMetadataView, 'ParameterMetadata'],
    [PSTypeName, 'PSTypeName'],
    [CommandParameter, 'CommandParameterInfo'],
    [CommandParameterSet, 'CommandParameterSetInfo'],
    [CommandParameterSet.Data, 'ParameterSetMetadata'],
    [PSModuleInfo, 'PSModuleInfo'],
    [DebugRecord, 'DebugRecord'],
    [VerboseRecord, 'VerboseRecord'],
    [WarningRecord, 'WarningRecord'],
    [InformationRecord, 'InformationRecord'],
    [HostInformationMessage, 'HostInformationMessage'],
    [PSHost, 'Internal.Host.InternalHost'],
    [HostUserInterface, 'Internal.Host.InternalHostUserInterface'],
    [RawUserInterface, 'Internal.Host.InternalHostRawUserInterface'],
    [HostSize, 'Host.Size'],
    [ChoiceDescription, 'Host.ChoiceDescription'],
    [ExecutionContext, 'EngineIntrinsics'],
    [SessionStateObject, 'SessionState'],
    [VariableIntrinsics, 'PSVariableIntrinsics'],
    [PathIntrinsics, 'PathIntrinsics'],
    [CommandInvocationIntrinsics, 'CommandInvocationIntrinsics'],
    [RuntimeDefinedParameter, 'RuntimeDefinedParameter'],
  ];
  for (const [type, name] of classes) registerClass(type, `${M}.${name}`);
  registerClass(ParseErrorInfo, `${M}.Language.ParseError`);
  registerClass(InputEnumerator, 'System.Collections.ArrayList+ArrayListEnumeratorSimple');
  registerClass(LoopEnumerator, 'System.Collections.ArrayList+ArrayListEnumeratorSimple');
}
