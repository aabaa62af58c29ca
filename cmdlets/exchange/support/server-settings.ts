// Settings of the shell's session (Set-ADServerSettings): which domain controllers it asks, and which recipients it looks at.
// They live as long as the session and are no part of the organisation.

import type { CmdletContext } from '../../../src/runtime/cmdlet.ts';
import type { Engine } from '../../../src/runtime/engine.ts';
import { PSObject, typedArray } from '../../../src/runtime/values.ts';
import type { MachineView } from '../../../src/transport/views.ts';
import { localMachine, localName, worldOf } from '../../windows/local-machine.ts';
import { textOf } from '../types/argument-types.ts';

export const serverSettingsType =
  'Microsoft.Exchange.Data.Directory.Management.RunspaceServerSettingsPresentationObject';

export interface ServerSettings {
  userPreferredDomainControllers: string[];
  userPreferredGlobalCatalog: string;
  userPreferredConfigurationDomainController: string;
  /** Empty: the domain of the organisation. */
  recipientViewRoot: string;
  viewEntireForest: boolean;
}

const sessions = new WeakMap<Engine, ServerSettings>();

export function serverSettingsOf(cmdlet: CmdletContext): ServerSettings {
  let settings = sessions.get(cmdlet.engine);
  if (settings === undefined) {
    settings = {
      userPreferredDomainControllers: [],
      userPreferredGlobalCatalog: '',
      userPreferredConfigurationDomainController: '',
      recipientViewRoot: '',
      viewEntireForest: false,
    };
    sessions.set(cmdlet.engine, settings);
  }
  return settings;
}

/** Machines of the forest without Exchange on them, in a site. */
export const isDomainController = ({ version, site }: MachineView): boolean => version === undefined && site !== '';

/** The organisation's domain controllers, those of the shell's site first. */
function domainControllers(cmdlet: CmdletContext): MachineView[] {
  const all = worldOf(cmdlet).machines().filter(isDomainController);
  const site = localMachine(cmdlet)?.site;
  return [...all.filter((machine) => machine.site === site), ...all.filter((machine) => machine.site !== site)];
}

const forestOf = (cmdlet: CmdletContext): string =>
  String(worldOf(cmdlet).objects('organization')[0]?.properties.Forest ?? 'local');

/** FQDN of the domain controller that a cmdlet asks: the one given, that of the session, that of the server, the first that runs. */
export function domainController(cmdlet: CmdletContext): string {
  if (cmdlet.has('DomainController'))
    return (
      worldOf(cmdlet).findMachine(textOf(cmdlet.args.DomainController))?.fqdn ?? textOf(cmdlet.args.DomainController)
    );
  const settings = serverSettingsOf(cmdlet);
  const wanted =
    settings.userPreferredConfigurationDomainController || (settings.userPreferredDomainControllers[0] ?? '');
  const fixed = worldOf(cmdlet).find('server', localName(cmdlet))?.properties.StaticConfigDomainController;
  if (wanted === '' && typeof fixed === 'string' && fixed !== '') return fixed;
  if (wanted !== '') return worldOf(cmdlet).findMachine(wanted)?.fqdn ?? wanted;
  const all = domainControllers(cmdlet);
  return (all.find(({ online }) => online) ?? all[0])?.fqdn ?? `DC01.${forestOf(cmdlet)}`;
}

export function serverSettingsObject(cmdlet: CmdletContext): PSObject {
  const settings = serverSettingsOf(cmdlet);
  const first = domainControllers(cmdlet)[0]?.fqdn ?? '';
  return PSObject.of(
    {
      DefaultGlobalCatalog: first,
      PreferredDomainControllerForDomain: typedArray([], 'System.String'),
      DefaultConfigurationDomainController: first,
      DefaultPreferredDomainControllers: typedArray([first], 'System.String'),
      UserPreferredGlobalCatalog: settings.userPreferredGlobalCatalog,
      UserPreferredConfigurationDomainController: settings.userPreferredConfigurationDomainController,
      UserPreferredDomainControllers: typedArray(settings.userPreferredDomainControllers, 'System.String'),
      DefaultConfigurationDomainControllersForAllForests: typedArray([first], 'System.String'),
      DefaultGlobalCatalogsForAllForests: typedArray([first], 'System.String'),
      RecipientViewRoot: settings.viewEntireForest ? '' : settings.recipientViewRoot || forestOf(cmdlet),
      ViewEntireForest: settings.viewEntireForest,
      Identity: '',
      IsValid: true,
      ObjectState: 'Unchanged',
    },
    serverSettingsType,
  );
}

/** The organisational unit that the session looks at (-RecipientViewRoot); undefined: all of the forest. */
export function recipientScope(cmdlet: CmdletContext): string | undefined {
  const { recipientViewRoot, viewEntireForest } = serverSettingsOf(cmdlet);
  const whole = viewEntireForest || recipientViewRoot === '' || recipientViewRoot === forestOf(cmdlet);
  return whole ? undefined : recipientViewRoot;
}
