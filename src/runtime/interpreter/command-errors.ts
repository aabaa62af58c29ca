// The error for a name that stands for no command.

import type { Extent } from '../../language/ast.ts';
import { DotNetException, ErrorRecord, TerminatingError } from '../errors.ts';
import { CommandInvocationInfo } from '../invocation-info.ts';
import { makePosition, stackTrace } from './error-records.ts';
import type { Frame } from './frame.ts';

export function commandNotFoundException(name: string): DotNetException {
  const message = `The term '${name}' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.`;
  return new DotNetException('System.Management.Automation.CommandNotFoundException', message, {
    errorId: 'CommandNotFoundException',
    category: 'ObjectNotFound',
    target: name,
    properties: { CommandName: name },
  });
}

export function commandNotFound(frame: Frame, name: string, extent: Extent, invocationName = name): TerminatingError {
  const missing = frame.engine.aliases.find(name.toLowerCase(), frame.scope)?.definition ?? name;
  const exception = commandNotFoundException(missing);
  const record = new ErrorRecord(exception, 'CommandNotFoundException', 'ObjectNotFound', missing);
  record.reason = 'CommandNotFoundException';
  record.targetName = missing;
  record.targetType = 'String';
  const info = new CommandInvocationInfo();
  info.invocationName = invocationName;
  if (invocationName !== name) info.myCommandName = invocationName;
  info.position = makePosition(frame.source, extent);
  info.line = info.position.lineText;
  info.scriptName = frame.source.file;
  record.invocation = info;
  record.scriptStackTrace = stackTrace(frame);
  return new TerminatingError(record, false);
}
