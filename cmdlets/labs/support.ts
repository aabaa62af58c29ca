// What the lab cmdlets share.

import type { CmdletContext, CmdletDefinition } from '../../src/runtime/cmdlet.ts';
import { PSObject, type Value } from '../../src/runtime/values.ts';
import { LabError } from '../../state/schema/lab-validation.ts';
import { type GoalResult, LabControl, type LabSummary } from '../../state/store/lab-control.ts';
import { timeSpanOf } from '../exchange/support/times.ts';
import { attemptControl } from '../sandbox/support/control.ts';
import { sandboxError } from '../sandbox/support/errors.ts';

/** A lab cmdlet: its module and the class that its errors name. */
export function labCmdlet(definition: Omit<CmdletDefinition, 'module'>): CmdletDefinition {
  const className = definition.name.replace('-', '');
  return { module: 'hubshell', implementingType: `Hubshell.Labs.${className}Command`, ...definition };
}

export function labsOf(cmdlet: CmdletContext): LabControl {
  return cmdlet.services.get(LabControl);
}

/** Does it; a refusal, or a file that is no lab, becomes the cmdlet's non-terminating error and gives undefined. */
export function attemptLab<T>(cmdlet: CmdletContext, target: Value, action: () => T): T | undefined {
  return attemptControl(cmdlet, target, () => {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof LabError)) throw error;
      sandboxError(cmdlet, 'SandboxInvalidValue', `The file is no lab: ${error.message}`, target);
      return undefined;
    }
  });
}

export function labObject(lab: LabSummary): PSObject {
  return PSObject.of(
    {
      Name: lab.name,
      Title: lab.title,
      Level: lab.level,
      Organization: lab.organization,
      State: lab.state,
      BestTime: timeSpanOf(lab.bestTimeMs),
      HintsUsed: lab.hintsUsed,
      HintCount: lab.hintCount,
      Attempts: lab.attempts,
      Identity: lab.name,
    },
    'Hubshell.Labs.Lab',
  );
}

export function goalObject({ id, text, met, why }: GoalResult): PSObject {
  return PSObject.of({ Id: id, Text: text, Met: met, Why: why }, 'Hubshell.Labs.Goal');
}

/** Full path of a file that a script names. */
export function pathOf(cmdlet: CmdletContext, path: string): string {
  return cmdlet.engine.providers.resolveFilePath(path);
}

/** Text of a file; undefined after the error that there is none. */
export function readText(cmdlet: CmdletContext, path: string): string | undefined {
  const full = pathOf(cmdlet, path);
  const entry = cmdlet.host.files.stat(full);
  if (!entry || entry.directory) {
    sandboxError(cmdlet, 'SandboxObjectNotFound', `There is no file '${full}'.`, full);
    return undefined;
  }
  return new TextDecoder().decode(cmdlet.host.files.read(full)).replace(/^\uFEFF/, '');
}

/** Writes a file; false after the error that it exists. */
export function writeText(cmdlet: CmdletContext, path: string, text: string, force: boolean): boolean {
  const full = pathOf(cmdlet, path);
  if (cmdlet.host.files.stat(full) && !force) {
    sandboxError(cmdlet, 'SandboxObjectExists', `The file '${full}' exists already; -Force replaces it.`, full);
    return false;
  }
  cmdlet.host.files.write(full, new TextEncoder().encode(text));
  return true;
}

/** Names of labs that begin with a word, for completion. */
export const completeLabs = (host: { services: { get<T extends object>(type: { readonly prototype: T }): T } }) =>
  host.services
    .get(LabControl)
    .labs()
    .map(({ name }) => name);

/** The file as Get-Item puts it out. */
export function fileObject(cmdlet: CmdletContext, path: string): Value {
  return cmdlet.engine.invokeCommand('Get-Item', { named: { LiteralPath: pathOf(cmdlet, path) } })[0];
}
