// Accepted and remote domains: what may not be doubled, changed or removed.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import type { ConfigObject } from '../../../state/schema/configuration.ts';
import type { JsonObject, JsonValue } from '../../../state/schema/json.ts';
import { worldOf } from '../../windows/local-machine.ts';
import { exchangeError } from './errors.ts';

/** A domain name belongs to one accepted domain, and to one remote domain. */
export function refuseDouble(
  configClass: 'acceptedDomain' | 'remoteDomain',
): (cmdlet: CmdletContext, changes: JsonObject) => JsonObject | undefined {
  return (cmdlet, changes) => {
    const name = String(changes.DomainName ?? '').toLowerCase();
    const other = worldOf(cmdlet)
      .objects(configClass)
      .find(({ properties }) => properties.DomainName.toLowerCase() === name);
    if (other === undefined) return changes;
    const message = `The domain name "${changes.DomainName}" is already used by "${other.name}".`;
    cmdlet.error(exchangeError(cmdlet, 'exists', message, String(changes.DomainName)));
    return undefined;
  };
}

/** -MakeDefault $true; there is always one default domain, so $false is no way to have none. */
export function adjustDefault(
  cmdlet: CmdletContext,
  changes: JsonObject,
  domain: ConfigObject | undefined,
): JsonObject | undefined {
  if (!cmdlet.has('MakeDefault')) return changes;
  const makeDefault: boolean = cmdlet.args.MakeDefault;
  if (makeDefault || domain?.properties.Default !== true) {
    return makeDefault ? ({ ...changes, Default: true } as Record<string, JsonValue>) : changes;
  }
  const message = `The domain "${domain.name}" is the default domain. To change that, make another domain the default one.`;
  cmdlet.error(exchangeError(cmdlet, 'invalidOperation', message, domain.identity));
  return undefined;
}

/** True, with the error written, for the default accepted domain. */
export function isDefaultDomain(cmdlet: CmdletContext, domain: ConfigObject): boolean {
  if (domain.properties.Default !== true) return false;
  const message = `The accepted domain "${domain.name}" can't be removed because it is the default domain.`;
  cmdlet.error(exchangeError(cmdlet, 'invalidOperation', message, domain.identity));
  return true;
}

/** True, with the error written, for the remote domain that stands for all others. */
export function isDefaultRemoteDomain(cmdlet: CmdletContext, domain: ConfigObject): boolean {
  if (domain.properties.DomainName !== '*') return false;
  const message = `The remote domain "${domain.name}" can't be removed because it holds the settings of all domains without their own.`;
  cmdlet.error(exchangeError(cmdlet, 'invalidOperation', message, domain.identity));
  return true;
}
