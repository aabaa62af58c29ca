// Get- and Set- of the filters' settings: the organisation's, on an Edge server its own.

import type { CmdletContext, CmdletRun } from '../../../src/runtime/cmdlet.ts';
import type { FilterSettingsClass } from '../../../src/transport/receive/agents/settings.ts';
import type { JsonObject } from '../../../state/schema/json.ts';
import { boundProperties, changeObject } from './config-changes.ts';
import { configShellObject, type Presentation } from './config-objects.ts';
import { connectedServer, named, objectsOwnedBy, settingsOwner } from './server-scope.ts';

const system = 'Microsoft.Exchange.Data.Directory.SystemConfiguration';

/** How each is shown: the product's type names; switches first, as the product lists them. */
const presentations: Record<FilterSettingsClass, Presentation> = {
  contentFilterConfig: { typeName: `${system}.ContentFilterConfig`, hidden: ['Server'] },
  ipBlockListConfig: { typeName: `${system}.IPBlockListConfig`, hidden: ['Server'] },
  recipientFilterConfig: { typeName: `${system}.RecipientFilterConfig`, hidden: ['Server'] },
  senderFilterConfig: { typeName: `${system}.SenderFilterConfig`, hidden: ['Server'] },
  senderIdConfig: { typeName: `${system}.SenderIdConfig`, hidden: ['Server'] },
};

const settingsOf = (cmdlet: CmdletContext, configClass: FilterSettingsClass) =>
  objectsOwnedBy(cmdlet, configClass, settingsOwner(connectedServer(cmdlet)))[0];

export function gettingFilter(configClass: FilterSettingsClass) {
  return (cmdlet: CmdletContext): CmdletRun => ({
    process() {
      const object = settingsOf(cmdlet, configClass);
      if (object) cmdlet.write(configShellObject(named(object), presentations[configClass]));
    },
  });
}

/** `check` looks at the settings as they will be; false: it has written why not. */
export function settingFilter(
  configClass: FilterSettingsClass,
  check: (cmdlet: CmdletContext, after: JsonObject) => boolean = () => true,
) {
  return (cmdlet: CmdletContext): CmdletRun => ({
    process() {
      const object = settingsOf(cmdlet, configClass);
      if (!object) return;
      const changes = boundProperties(cmdlet, configClass, named(object).properties);
      const after: Record<string, JsonObject[string]> = {};
      for (const name in object.properties) after[name] = (object.properties as JsonObject)[name];
      if (!check(cmdlet, { ...after, ...changes })) return;
      const shown = named(object);
      changeObject(
        cmdlet,
        shown,
        changes,
        `Setting ${presentations[configClass].typeName.split('.').at(-1)} "${shown.name}".`,
      );
    },
  });
}
