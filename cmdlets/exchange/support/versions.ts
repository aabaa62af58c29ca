// Versions of Exchange: every cmdlet and parameter is listed everywhere, but one that the target server's version lacks errs when it
// is used. The target is the server that is named (Server, or an Identity that is or begins with a server), else the one that the
// shell sits on. Which versions have what: Microsoft's cmdlet reference; it begins with 2010, and 2007 counts with it.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import type { MachineView } from '../../../src/transport/views.ts';
import { localMachine, worldOf } from '../../windows/local-machine.ts';
import { textOf } from '../types/argument-types.ts';
import { exchangeError } from './errors.ts';
import { newestVersion, oldestVersion, type ParameterRules, type VersionRange } from './parameter-rules.ts';

/** The server that an argument names: `EX01`, its FQDN, or what lies on it (`EX01\3`). */
function namedMachine(cmdlet: CmdletContext, parameter: string): MachineView | undefined {
  if (!cmdlet.has(parameter)) return undefined;
  const text = textOf(cmdlet.args[parameter]);
  return worldOf(cmdlet).findMachine(text.split('\\')[0] ?? text);
}

function targetOf(cmdlet: CmdletContext): MachineView | undefined {
  const named = namedMachine(cmdlet, 'Server') ?? namedMachine(cmdlet, 'Identity');
  const isExchange = named?.version !== undefined && named.version >= oldestVersion;
  return isExchange ? named : localMachine(cmdlet);
}

function lacks({ version }: MachineView, [from, to]: VersionRange): boolean {
  return version !== undefined && version >= oldestVersion && (version < from || version > to);
}

function requirement([from, to]: VersionRange): string {
  if (from === to && to < newestVersion) return `Exchange Server ${from}`;
  if (to >= newestVersion) return `Exchange Server ${from} or later`;
  return from <= oldestVersion ? `Exchange Server ${to} or earlier` : `Exchange Server ${from} to ${to}`;
}

/** False, with the error written, when the target's version lacks the cmdlet or a parameter that was given. */
export function versionAllows(
  cmdlet: CmdletContext,
  name: string,
  versions: VersionRange | undefined,
  rules: ReadonlyMap<string, ParameterRules>,
): boolean {
  const used = [...rules].filter(([parameter, rule]) => rule.versions !== undefined && cmdlet.has(parameter));
  if (versions === undefined && used.length === 0) return true;
  const target = targetOf(cmdlet);
  if (target === undefined) return true;
  const server = `Server '${target.name}' is running Exchange Server ${target.version}.`;
  if (versions !== undefined && lacks(target, versions)) {
    const message = `The ${name} cmdlet requires ${requirement(versions)}. ${server}`;
    cmdlet.error(exchangeError(cmdlet, 'version', message, target.name));
    return false;
  }
  for (const [parameter, rule] of used) {
    if (rule.versions === undefined || !lacks(target, rule.versions)) continue;
    const message = `The parameter '${parameter}' requires ${requirement(rule.versions)}. ${server}`;
    cmdlet.error(exchangeError(cmdlet, 'version', message, target.name));
    return false;
  }
  return true;
}
