// ForEach-Object.

import { type CmdletContext, type CmdletRun, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { isEnumerable, toArray } from '../../../src/runtime/enumerate.ts';
import type { ErrorRecord } from '../../../src/runtime/errors.ts';
import { DotNetException } from '../../../src/runtime/errors.ts';
import { findMember, invokeMethod, listMembers, MISSING } from '../../../src/runtime/members.ts';
import { hasWildcards, matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import type { ScriptBlock } from '../../../src/runtime/script-block.ts';
import { isDictionary } from '../../../src/runtime/types/collections/hashtable.ts';
import { PSMethod } from '../../../src/runtime/types/ps-method.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { type BlockRunner, blockRunner } from './shared/block-runner.ts';
import { strictModeVersion } from './shared/strict-mode.ts';

const NULL_INPUT = "Cannot operate on a 'null' input object.";

export default defineCmdlet({
  name: 'ForEach-Object',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['foreach', '%'],
  synopsis: 'Does something with each object that is piped in.',
  supportsShouldProcess: true,
  confirmImpact: 'Low',
  defaultSet: 'ScriptBlockSet',
  parameters: {
    InputObject: { type: 'psobject', pipeline: 'value', help: 'The objects to work on.' },
    Begin: { type: 'scriptblock', sets: 'ScriptBlockSet', help: 'Runs once before the first object.' },
    Process: {
      type: 'scriptblock[]',
      mandatory: true,
      position: 0,
      sets: 'ScriptBlockSet',
      validate: [{ kind: 'allowNull' }, { kind: 'allowEmptyCollection' }],
      help: 'Runs for each object; `$_` is the object.',
    },
    End: { type: 'scriptblock', sets: 'ScriptBlockSet', help: 'Runs once after the last object.' },
    RemainingScripts: {
      type: 'scriptblock[]',
      remaining: true,
      sets: 'ScriptBlockSet',
      validate: [{ kind: 'allowNull' }, { kind: 'allowEmptyCollection' }],
      help: 'Further blocks; the first and the last of all are Begin and End.',
    },
    MemberName: {
      type: 'string',
      mandatory: true,
      position: 0,
      sets: 'PropertyAndMethodSet',
      wildcards: true,
      help: 'Property to get, or method to call, of each object.',
    },
    ArgumentList: {
      type: 'object[]',
      aliases: ['Args'],
      remaining: true,
      sets: 'PropertyAndMethodSet',
      help: 'Arguments of the method.',
    },
    Parallel: {
      type: 'scriptblock',
      mandatory: true,
      sets: 'ParallelParameterSet',
      help: 'As Process, each object in a scope of its own; here one after the other.',
    },
    ThrottleLimit: {
      type: 'int',
      sets: 'ParallelParameterSet',
      validate: [{ kind: 'range', min: 1, max: 2147483647 }],
      help: 'Accepted; objects are handled in order.',
    },
    TimeoutSeconds: {
      type: 'int',
      sets: 'ParallelParameterSet',
      validate: [{ kind: 'range', min: 0, max: 2147483 }],
      help: 'Accepted; nothing runs beside the script.',
    },
    AsJob: { type: 'switch', sets: 'ParallelParameterSet', help: 'Runs as a job.' },
    UseNewRunspace: {
      type: 'switch',
      sets: 'ParallelParameterSet',
      help: 'Accepted; every object has a scope of its own anyway.',
    },
  },
  examples: [
    { script: '1..3 | ForEach-Object { $_ * 2 }', output: '2\n4\n6' },
    { script: "'ex01', 'ex02' | ForEach-Object ToUpper", output: 'EX01\nEX02' },
  ],
  create(cmdlet) {
    if (cmdlet.has('MemberName')) return memberRun(cmdlet);
    if (cmdlet.has('Parallel')) return parallelRun(cmdlet);
    return blocksRun(cmdlet);
  },
});

/** Without -Begin and -End, the first of three or more blocks begins and the last ends. */
function blocksRun(cmdlet: CmdletContext): CmdletRun {
  const all = [
    ...((cmdlet.args.Process as ScriptBlock[] | null) ?? []),
    ...((cmdlet.args.RemainingScripts as ScriptBlock[] | undefined) ?? []),
  ];
  let first = 0;
  let last = all.length;
  let begin = cmdlet.args.Begin as ScriptBlock | undefined;
  let end = cmdlet.args.End as ScriptBlock | undefined;
  if (!cmdlet.has('Begin') && all.length > 1) begin = all[first++];
  if (!cmdlet.has('End') && last - first > 1) end = all[--last];
  const blocks: BlockRunner[] = [];
  for (const block of all.slice(first, last)) if (block) blocks.push(blockRunner(cmdlet, block));
  const single = blocks.length === 1 ? blocks[0]! : undefined;
  return {
    begin() {
      if (begin) once(cmdlet, begin);
    },
    process() {
      const input = cmdlet.args.InputObject as Value;
      if (single) single.run(input);
      else for (const block of blocks) block.run(input);
    },
    end() {
      if (end) once(cmdlet, end);
    },
    dispose() {
      for (const block of blocks) block.close();
    },
  };
}

function once(cmdlet: CmdletContext, block: ScriptBlock): void {
  const runner = blockRunner(cmdlet, block);
  try {
    runner.run(undefined);
  } finally {
    runner.close();
  }
}

function parallelRun(cmdlet: CmdletContext): CmdletRun {
  const block = cmdlet.args.Parallel as ScriptBlock;
  return {
    process() {
      cmdlet.writeAll(cmdlet.invoke(block, { underscore: cmdlet.args.InputObject as Value, newScope: true }));
    },
  };
}

// ---------------------------------------------------------------- members

function memberRun(cmdlet: CmdletContext): CmdletRun {
  const name = cmdlet.args.MemberName as string;
  const args = (cmdlet.args.ArgumentList as Value[] | undefined) ?? [];
  const withArguments = cmdlet.has('ArgumentList') && args.length > 0;
  return {
    process() {
      const input = cmdlet.args.InputObject as Value;
      if (input === null || input === undefined) {
        if (strictModeVersion(cmdlet) >= 2) cmdlet.error(memberError(cmdlet, 'InputObjectIsNull', NULL_INPUT, null));
        else cmdlet.write(null);
        return;
      }
      const actual = hasWildcards(name) ? onlyMatch(cmdlet, name, input) : name;
      if (actual === undefined) return;
      if (withArguments) callWithArguments(cmdlet, actual, input, args);
      else readOrCall(cmdlet, actual, input);
    },
  };
}

function memberError(cmdlet: CmdletContext, id: string, message: string, input: Value): ErrorRecord {
  const record = cmdlet.makeError(
    message,
    id,
    'InvalidArgument',
    input,
    'System.Management.Automation.PSArgumentException',
  );
  if (input !== null) record.targetType = 'PSObject';
  return record;
}

/** The one member whose name matches; several or none are errors. */
function onlyMatch(cmdlet: CmdletContext, pattern: string, input: Value): string | undefined {
  const names = listMembers(input, { force: true })
    .map((member) => member.name)
    .filter((name) => matchesWildcard(name, pattern, true));
  if (names.length === 1) return names[0];
  if (names.length === 0) {
    if (strictModeVersion(cmdlet) >= 2) cmdlet.error(notFound(cmdlet, pattern, input));
    else cmdlet.write(null);
    return undefined;
  }
  const message = `Input name "${pattern}" is ambiguous. It can be resolved to multiple matched members. Possible matches include: ${names.join(' ')}.`;
  cmdlet.error(memberError(cmdlet, 'AmbiguousPropertyOrMethodName', message, input));
  return undefined;
}
function notFound(cmdlet: CmdletContext, name: string, input: Value): ErrorRecord {
  return memberError(
    cmdlet,
    'PropertyOrMethodNotFound',
    `The input name "${name}" cannot be resolved to a member.`,
    input,
  );
}

function confirmed(cmdlet: CmdletContext, input: Value, action: string): boolean {
  return cmdlet.shouldProcess(`InputObject: ${toText(input)}`, action);
}

function readOrCall(cmdlet: CmdletContext, name: string, input: Value): void {
  const found = isDictionary(input) && input.has(name) ? input.get(name) : findMember(input, name.toLowerCase());
  if (found === MISSING) {
    if (strictModeVersion(cmdlet) >= 2) cmdlet.error(notFound(cmdlet, name, input));
    else cmdlet.write(null);
    return;
  }
  if (!(found instanceof PSMethod)) {
    if (confirmed(cmdlet, input, `Retrieve the value for property '${name}'`)) writeElements(cmdlet, found as Value);
    return;
  }
  const parameterless =
    found.member.kind !== 'method' || found.member.overloads.some((overload) => overload.required === 0);
  if (!parameterless) cmdlet.write(found);
  else if (confirmed(cmdlet, input, `Invoke method '${name}'`)) callMethod(cmdlet, name, input, []);
}

/** A collection goes into the pipeline element by element. */
function writeElements(cmdlet: CmdletContext, value: Value): void {
  if (isEnumerable(value)) cmdlet.writeAll(toArray(value));
  else cmdlet.write(value);
}

function callWithArguments(cmdlet: CmdletContext, name: string, input: Value, args: Value[]): void {
  const found = findMember(input, name.toLowerCase());
  if (!(found instanceof PSMethod)) {
    cmdlet.error(memberError(cmdlet, 'MethodNotFound', `Input name "${name}" cannot be resolved to a method.`, input));
    return;
  }
  const shown = args.map((argument) => toText(argument)).join(', ');
  if (confirmed(cmdlet, input, `Invoke method '${name}' with arguments: ${shown}`))
    callMethod(cmdlet, name, input, args);
}

function callMethod(cmdlet: CmdletContext, name: string, input: Value, args: Value[]): void {
  try {
    const result = invokeMethod(input, name, args);
    if (result !== undefined) writeElements(cmdlet, result);
  } catch (thrown) {
    if (!(thrown instanceof DotNetException)) throw thrown;
    const record = cmdlet.makeError(thrown.message, 'MethodInvocationError', 'InvalidOperation', input, thrown.type);
    record.exception = thrown;
    record.targetType = 'PSObject';
    cmdlet.error(record);
  }
}
