// `$MyInvocation` of a cmdlet, for its error records.

import { BoundParameters } from '../binder/bound-parameters.ts';
import { CommandInvocationInfo } from '../invocation-info.ts';
import { makePosition } from './error-records.ts';
import type { Invocation } from './frame.ts';

export function commandInvocationInfo(invocation: Invocation): CommandInvocationInfo {
  const info = new CommandInvocationInfo();
  info.myCommand = invocation.command;
  info.myCommandName = invocation.command?.name ?? '';
  info.invocationName = invocation.invocationName;
  info.boundParameters = invocation.bound === undefined ? null : BoundParameters.from(invocation.bound);
  info.unboundArguments = invocation.unbound;
  info.pipelineLength = invocation.pipelineLength;
  info.pipelinePosition = invocation.pipelinePosition;
  info.expectingInput = invocation.expectingInput;
  if (invocation.source !== undefined && invocation.extent !== undefined) {
    info.position = makePosition(invocation.source, invocation.extent);
    info.line = info.position.lineText;
    info.scriptName = invocation.source.file;
  }
  return info;
}
