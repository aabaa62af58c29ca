// `$MyInvocation` and `$_.InvocationInfo`: how a command was called, and from where.

import type { CommandInfo } from './command-info.ts';
import type { ErrorPosition, InvocationInfo } from './errors.ts';
import type { Value } from './values.ts';

export class CommandInvocationInfo implements InvocationInfo {
  myCommandName = '';
  invocationName = '';
  position: ErrorPosition | undefined;
  scriptName: string | undefined;
  boundParameters: Value = null;
  unboundArguments: Value[] = [];
  line: string | undefined;
  pipelineLength = 1;
  pipelinePosition = 1;
  expectingInput = false;
  commandOrigin = 'Internal';
  myCommand: CommandInfo | undefined;
  /** `$MyInvocation.PSScriptRoot` and `.PSCommandPath`: of the script that calls. */
  psScriptRoot = '';
  psCommandPath = '';
  historyId = 1;
}
