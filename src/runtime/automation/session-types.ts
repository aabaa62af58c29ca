// $Host, $ExecutionContext, $PSCmdlet, PSVariable, PSStyle and dynamic parameters as scripts see them.

import type { ErrorRecord } from '../errors.ts';
import type { PSScriptCmdlet } from '../pipeline/script-cmdlet.ts';
import { PSVariable } from '../scope.ts';
import {
  type CommandInvocationIntrinsics,
  type ExecutionContext,
  type PathIntrinsics,
  type PSHost,
  SessionStateObject,
  type VariableIntrinsics,
} from '../session-objects.ts';
import { type Hashtable, OrderedDictionary } from '../types/collections/hashtable.ts';
import { GenericList } from '../types/collections/list.ts';
import type { TypeSpec } from '../types/ps-type.ts';
import { knownType, type PSType, type PSType as Type } from '../types/registry.ts';
import type { Value } from '../values.ts';
import { choiceDescriptionType, keyMethods, promptMethods } from './host-prompts.ts';

const M = 'System.Management.Automation';

/** A parameter that a dynamicparam block makes. */
export class RuntimeDefinedParameter {
  value: Value = null;
  isSet = false;
  constructor(
    public name: string,
    public parameterType: Type,
    public attributes: Value,
  ) {}
}
export class RuntimeDefinedParameterDictionary extends OrderedDictionary {
  override get psType(): PSType {
    return knownType(`${M}.RuntimeDefinedParameterDictionary`);
  }
}

function attributeList(): Value {
  return new GenericList(knownType('System.Collections.ObjectModel.Collection`1[System.Object]'), []);
}

export function sessionTypes(): TypeSpec[] {
  return [...cmdletTypes(), ...hostTypes(), ...stateTypes(), ...dynamicTypes()];
}

function cmdletTypes(): TypeSpec[] {
  return [
    {
      name: `${M}.PSScriptCmdlet`,
      base: `${M}.PSCmdlet`,
    },
    {
      name: `${M}.PSCmdlet`,
      abstract: true,
      properties: {
        'string ParameterSetName': (c: PSScriptCmdlet) => c.parameterSetName,
        [`${M}.InvocationInfo MyInvocation`]: (c: PSScriptCmdlet) => c.myInvocation,
        'System.Object SessionState': (c: PSScriptCmdlet) => new SessionStateObject(c.frame.engine),
        'System.Object Host': (c: PSScriptCmdlet) => c.frame.engine.valueOf('host'),
        'System.Object InvokeCommand': (c: PSScriptCmdlet) =>
          (c.frame.engine.valueOf('executioncontext') as unknown as ExecutionContext).invokeCommand,
        'string CommandOrigin': () => 'Internal',
        'bool Stopping': () => false,
        'System.Object PagingParameters': () => null,
      },
      methods: {
        'void WriteObject(System.Object sendToPipeline)': (c: PSScriptCmdlet, value: Value) => c.writeObject(value),
        'void WriteObject(System.Object sendToPipeline, bool enumerateCollection)': (
          c: PSScriptCmdlet,
          value: Value,
          enumerate: boolean,
        ) => c.writeObjects(value, enumerate),
        [`void WriteError(${M}.ErrorRecord errorRecord)`]: (c: PSScriptCmdlet, record: ErrorRecord) =>
          c.writeError(record),
        [`void ThrowTerminatingError(${M}.ErrorRecord errorRecord)`]: (c: PSScriptCmdlet, record: ErrorRecord) =>
          c.throwTerminatingError(record),
        'void WriteWarning(string text)': (c: PSScriptCmdlet, text: string) => c.runtime.warning(text),
        'void WriteVerbose(string text)': (c: PSScriptCmdlet, text: string) => c.runtime.verbose(text),
        'void WriteDebug(string text)': (c: PSScriptCmdlet, text: string) => c.runtime.debug(text),
        'void WriteInformation(System.Object messageData, string[] tags)': (
          c: PSScriptCmdlet,
          data: Value,
          tags: string[] | null,
        ) => c.runtime.information(data, tags ?? [], ''),
        'void WriteProgress(System.Object progressRecord)': () => undefined,
        'bool ShouldProcess(string target)': (c: PSScriptCmdlet, target: string) => c.shouldProcess(target),
        'bool ShouldProcess(string target, string action)': (c: PSScriptCmdlet, target: string, action: string) =>
          c.shouldProcess(target, action),
        'bool ShouldProcess(string verboseDescription, string verboseWarning, string caption)': (
          c: PSScriptCmdlet,
          description: string,
          warning: string,
          caption: string,
        ) => c.shouldProcessText(description, warning, caption),
        'bool ShouldContinue(string query, string caption)': (c: PSScriptCmdlet, query: string, caption: string) =>
          c.shouldContinue(query, caption),
        'System.Object GetVariableValue(string name)': (c: PSScriptCmdlet, name: string) =>
          c.frame.engine.valueOf(name.toLowerCase()) ?? null,
        'string GetUnresolvedProviderPathFromPSPath(string path)': (c: PSScriptCmdlet, path: string) =>
          c.frame.engine.providers.resolveFilePath(path),
        'string ToString()': () => `${M}.PSScriptCmdlet`,
      },
    },
  ];
}

function hostTypes(): TypeSpec[] {
  return [
    {
      name: `${M}.Internal.Host.InternalHost`,
      properties: {
        'string Name': (h: PSHost) => h.name,
        'version Version': () => '7.6.5',
        'guid InstanceId': () => '5a1d6d4e-2c6b-4f0e-9a27-3f1d2b7c9e11',
        'System.Object UI': (h: PSHost) => h.ui,
        'System.Object CurrentCulture': (h: PSHost) => h.engine.host.culture,
        'System.Object CurrentUICulture': (h: PSHost) => h.engine.host.uiCulture,
        'System.Object PrivateData': () => null,
        'bool DebuggerEnabled': () => true,
        'bool IsRunspacePushed': () => false,
        'System.Object Runspace': () => null,
      },
      methods: {
        'void SetShouldExit(int exitCode)': () => undefined,
        'string ToString()': () => `${M}.Internal.Host.InternalHost`,
      },
    },
    {
      name: `${M}.Internal.Host.InternalHostUserInterface`,
      properties: {
        'System.Object RawUI': (u: { raw: Value }) => u.raw,
        'bool SupportsVirtualTerminal': (u: { engine: PSHost['engine'] }) => u.engine.host.ui.colors,
      },
      methods: {
        'void WriteLine(string value)': (u: { engine: PSHost['engine'] }, text: string) =>
          u.engine.host.ui.write(`${text}\n`),
        'void WriteLine()': (u: { engine: PSHost['engine'] }) => u.engine.host.ui.write('\n'),
        'void Write(string value)': (u: { engine: PSHost['engine'] }, text: string) => u.engine.host.ui.write(text),
        'void WriteErrorLine(string value)': (u: { engine: PSHost['engine'] }, text: string) =>
          u.engine.host.ui.write(`${text}\n`),
        'void WriteWarningLine(string value)': (u: { engine: PSHost['engine'] }, text: string) =>
          u.engine.host.ui.write(`WARNING: ${text}\n`),
        'void WriteVerboseLine(string value)': (u: { engine: PSHost['engine'] }, text: string) =>
          u.engine.host.ui.write(`VERBOSE: ${text}\n`),
        'void WriteDebugLine(string value)': (u: { engine: PSHost['engine'] }, text: string) =>
          u.engine.host.ui.write(`DEBUG: ${text}\n`),
        ...promptMethods,
      },
    },
    {
      name: `${M}.Internal.Host.InternalHostRawUserInterface`,
      properties: {
        'System.Object WindowSize': (r: { size: Value }) => r.size,
        'System.Object BufferSize': (r: { size: Value }) => r.size,
        'System.Object MaxWindowSize': (r: { size: Value }) => r.size,
        'string WindowTitle': {
          get: (r: { title: string }) => r.title,
          set: (r: { title: string }, text: string) => void (r.title = text),
        },
        'System.ConsoleColor ForegroundColor': { get: () => 7, set: () => undefined },
        'System.ConsoleColor BackgroundColor': { get: () => 0, set: () => undefined },
        'bool KeyAvailable': () => false,
      },
      methods: keyMethods,
    },
    choiceDescriptionType(),
    {
      name: `${M}.Host.Size`,
      kind: 'struct',
      properties: { 'int Width': (s: { width: number }) => s.width, 'int Height': (s: { height: number }) => s.height },
      methods: { 'string ToString()': (s: { width: number; height: number }) => `${s.width},${s.height}` },
    },
  ];
}

function stateTypes(): TypeSpec[] {
  const set = (v: VariableIntrinsics, name: string, value: Value): void => void v.engine.variables.set(name, value);
  return [
    {
      name: `${M}.PSVariable`,
      constructors: {
        '(string name)': (name: string) => new PSVariable(name),
        '(string name, System.Object value)': (name: string, value: Value) => new PSVariable(name, value),
        [`(string name, System.Object value, ${M}.ScopedItemOptions options)`]: (
          name: string,
          value: Value,
          options: number,
        ) => new PSVariable(name, value, options),
      },
      properties: {
        'string Name': (v: PSVariable) => v.name,
        'string Description': {
          get: (v: PSVariable) => v.description,
          set: (v: PSVariable, text: string) => void (v.description = text),
        },
        'System.Object Value': {
          get: (v: PSVariable) => v.value ?? null,
          set: (v: PSVariable, value: Value) => v.assign(value),
        },
        [`${M}.SessionStateEntryVisibility Visibility`]: (v: PSVariable) => (v.visibility === 'Private' ? 1 : 0),
        [`${M}.PSModuleInfo Module`]: () => null,
        'string ModuleName': (v: PSVariable) => v.moduleName,
        [`${M}.ScopedItemOptions Options`]: {
          get: (v: PSVariable) => v.options,
          set: (v: PSVariable, options: number) => v.setOptions(options),
        },
        'System.Object Attributes': (v: PSVariable) =>
          new GenericList(
            knownType('System.Collections.ObjectModel.Collection`1[System.Object]'),
            (v.constraints ?? []).map((c) => c.attribute ?? null).filter((a) => a !== null),
          ),
      },
      methods: { 'bool IsValidValue(System.Object value)': () => true },
    },
    {
      name: `${M}.EngineIntrinsics`,
      properties: {
        'System.Object SessionState': (c: ExecutionContext) => c.sessionState,
        'System.Object InvokeCommand': (c: ExecutionContext) => c.invokeCommand,
        'System.Object Host': (c: ExecutionContext) => c.engine.valueOf('host'),
        'System.Object InvokeProvider': () => null,
        'System.Object Events': () => null,
      },
    },
    {
      name: `${M}.SessionState`,
      properties: {
        'System.Object PSVariable': (s: SessionStateObject) => s.variables,
        'System.Object Path': (s: SessionStateObject) => s.paths,
        'System.Object InvokeCommand': (s: SessionStateObject) =>
          (s.engine.valueOf('executioncontext') as unknown as ExecutionContext).invokeCommand,
        'string LanguageMode': () => 'FullLanguage',
        'System.Object Module': (s: SessionStateObject) => s.engine.frame?.session.module ?? null,
      },
    },
    {
      name: `${M}.PSVariableIntrinsics`,
      properties: {},
      methods: {
        [`${M}.PSVariable Get(string name)`]: (v: VariableIntrinsics, name: string) =>
          v.engine.variables.get(name) ?? null,
        'System.Object GetValue(string name)': (v: VariableIntrinsics, name: string) =>
          v.engine.variables.getValue(name),
        'System.Object GetValue(string name, System.Object defaultValue)': (
          v: VariableIntrinsics,
          name: string,
          standard: Value,
        ) => v.engine.variables.get(name)?.value ?? standard,
        'void Set(string name, System.Object value)': set,
        [`void Set(${M}.PSVariable variable)`]: (v: VariableIntrinsics, variable: PSVariable) =>
          v.engine.scope.put(variable.name.toLowerCase(), variable),
        'void Remove(string name)': (v: VariableIntrinsics, name: string) => v.engine.variables.remove(name),
      },
    },
    {
      name: `${M}.PathIntrinsics`,
      properties: {
        'System.Object CurrentLocation': (p: PathIntrinsics) => p.engine.valueOf('pwd') ?? null,
        'System.Object CurrentFileSystemLocation': (p: PathIntrinsics) => p.engine.valueOf('pwd') ?? null,
      },
      methods: {
        'string GetUnresolvedProviderPathFromPSPath(string path)': (p: PathIntrinsics, path: string) =>
          p.engine.providers.resolveFilePath(path),
        'string Combine(string parent, string child)': (_p: PathIntrinsics, parent: string, child: string) =>
          `${parent.replace(/\\$/, '')}\\${child.replace(/^\\/, '')}`,
      },
    },
    {
      name: `${M}.CommandInvocationIntrinsics`,
      methods: {
        'string ExpandString(string source)': (c: CommandInvocationIntrinsics, source: string) =>
          c.engine.expandString(source),
        'System.Object InvokeScript(string script)': (c: CommandInvocationIntrinsics, script: string) =>
          asCollection(c.engine.createScriptBlock(script).call()),
        [`${M}.ScriptBlock NewScriptBlock(string scriptText)`]: (c: CommandInvocationIntrinsics, script: string) =>
          c.engine.createScriptBlock(script),
        [`${M}.CommandInfo GetCommand(string commandName, ${M}.CommandTypes type)`]: (
          c: CommandInvocationIntrinsics,
          name: string,
        ) => c.engine.discovery.lookup(name) ?? null,
        [`${M}.CommandInfo GetCmdlet(string commandName)`]: (c: CommandInvocationIntrinsics, name: string) =>
          c.engine.cmdlets.get(name.toLowerCase()) ?? null,
      },
    },
    {
      name: `${M}.PSBoundParametersDictionary`,
      base: 'System.Collections.Generic.Dictionary`2[System.String,System.Object]',
      methods: {
        'bool ContainsKey(string key)': (t: Hashtable, key: string) => t.has(key),
        'bool Remove(string key)': (t: Hashtable, key: string) => t.remove(key),
        'void Add(string key, System.Object value)': (t: Hashtable, key: string, value: Value) => t.set(key, value),
      },
    },
  ];
}

function asCollection(items: Value[]): Value {
  return new GenericList(knownType(`System.Collections.ObjectModel.Collection\`1[${M}.PSObject]`), items);
}

function dynamicTypes(): TypeSpec[] {
  return [
    {
      name: `${M}.RuntimeDefinedParameter`,
      constructors: {
        '()': () => new RuntimeDefinedParameter('', knownType('System.Object'), attributeList()),
        '(string name, type parameterType, System.Object attributes)': (name: string, type: Type, attributes: Value) =>
          new RuntimeDefinedParameter(name, type, attributes),
      },
      properties: {
        'string Name': {
          get: (p: RuntimeDefinedParameter) => p.name,
          set: (p: RuntimeDefinedParameter, name: string) => void (p.name = name),
        },
        'type ParameterType': {
          get: (p: RuntimeDefinedParameter) => p.parameterType,
          set: (p: RuntimeDefinedParameter, type: Type) => void (p.parameterType = type),
        },
        'System.Object Value': {
          get: (p: RuntimeDefinedParameter) => p.value,
          set: (p: RuntimeDefinedParameter, value: Value) => void (p.value = value),
        },
        'bool IsSet': (p: RuntimeDefinedParameter) => p.isSet,
        'System.Object Attributes': (p: RuntimeDefinedParameter) => p.attributes,
      },
    },
    {
      name: `${M}.RuntimeDefinedParameterDictionary`,
      base: 'System.Collections.Generic.Dictionary`2[System.String,System.Object]',
      constructors: { '()': () => new RuntimeDefinedParameterDictionary() },
      methods: {
        'void Add(string key, System.Object value)': (t: OrderedDictionary, key: string, value: Value) =>
          t.set(key, value),
        'bool ContainsKey(string key)': (t: OrderedDictionary, key: string) => t.has(key),
      },
    },
  ];
}
