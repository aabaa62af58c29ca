// `#Requires` lines: what a script asks for before it runs (about_Requires).

import type { Requires } from '../../language/ast.ts';
import type { Engine } from '../engine.ts';
import { DotNetException, ErrorRecord, TerminatingError } from '../errors.ts';
import { CommandInvocationInfo } from '../invocation-info.ts';
import { describeRecord } from '../pipeline/describe-record.ts';

const VERSION = [7, 6, 5];

function isNewer(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (let i = 0; i < VERSION.length; i++) {
    const part = parts[i] ?? 0;
    if (part !== VERSION[i]) return part > VERSION[i]!;
  }
  return false;
}

/** Throws when the shell does not have what the script wants. */
export function checkRequires(
  engine: Engine,
  requires: Requires,
  script: string,
  invocation: CommandInvocationInfo,
): void {
  const fail = (id: string, message: string): never => {
    const exception = new DotNetException('System.Management.Automation.ScriptRequiresException', message, {
      errorId: id,
      category: 'ResourceUnavailable',
    });
    const record = new ErrorRecord(exception, id, 'ResourceUnavailable', script);
    record.invocation = Object.assign(new CommandInvocationInfo(), invocation, {
      myCommand: undefined,
      myCommandName: invocation.invocationName,
    });
    describeRecord(record);
    throw new TerminatingError(record, false);
  };
  const { version } = requires;
  if (version !== undefined && isNewer(version)) {
    const shown = version.includes('.') ? version : `${version}.0`;
    fail(
      'ScriptRequiresUnmatchedPSVersion',
      `The script '${script}' cannot be run because it contained a "#requires" statement for PowerShell ${shown}. The version of PowerShell that is required by the script does not match the currently running version of PowerShell ${VERSION.join('.')}.`,
    );
  }
  if (requires.editions.length > 0 && !requires.editions.some((edition) => edition.toLowerCase() === 'core')) {
    fail(
      'ScriptRequiresUnmatchedPSEdition',
      `The script '${script}' cannot be run because it contained a "#requires" statement for PowerShell editions '${requires.editions.join(', ')}'. The edition of PowerShell that is required by the script does not match the currently running PowerShell Core edition.`,
    );
  }
  const missing = requires.modules.filter(({ name }) => !hasModule(engine, name)).map(({ name }) => name);
  if (missing.length > 0) {
    fail(
      'ScriptRequiresMissingModules',
      `The script '${script}' cannot be run because the following modules that are specified by the "#requires" statements of the script are missing: ${missing.join(', ')}.`,
    );
  }
}

/** A loaded module, or one that built-in cmdlets belong to. */
function hasModule(engine: Engine, name: string): boolean {
  const key = name.toLowerCase();
  if (engine.modules.has(key)) return true;
  for (const cmdlet of engine.cmdlets.values()) if (cmdlet.moduleName.toLowerCase() === key) return true;
  return false;
}
