// Set-ADServerSettings.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import { getMember } from '../../src/runtime/members.ts';
import { changeList } from '../sandbox/support/lists.ts';
import { confirmed } from './support/confirmation.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { type ServerSettings, serverSettingsOf } from './support/server-settings.ts';
import { controllerNamed } from './support/servers.ts';
import { rawOf, textOf } from './types/argument-types.ts';

/** Values of -RunspaceServerSettings, an object of Get-ADServerSettings. */
function fromObject(cmdlet: CmdletContext): Partial<ServerSettings> {
  const given = rawOf(cmdlet.args.RunspaceServerSettings);
  const text = (name: string): string => textOf(getMember(given, name) ?? '');
  return {
    viewEntireForest: getMember(given, 'ViewEntireForest') === true,
    recipientViewRoot: text('RecipientViewRoot'),
    userPreferredGlobalCatalog: text('UserPreferredGlobalCatalog'),
    userPreferredConfigurationDomainController: text('UserPreferredConfigurationDomainController'),
  };
}

/** Undefined: something was wrong, and said. */
function wantedSettings(cmdlet: CmdletContext): Partial<ServerSettings> | undefined {
  const { args } = cmdlet;
  const wanted: Partial<ServerSettings> = cmdlet.has('RunspaceServerSettings') ? fromObject(cmdlet) : {};
  if (cmdlet.has('ViewEntireForest')) wanted.viewEntireForest = args.ViewEntireForest;
  if (cmdlet.has('RecipientViewRoot')) wanted.recipientViewRoot = textOf(args.RecipientViewRoot);
  if (wanted.recipientViewRoot && !wanted.viewEntireForest) wanted.viewEntireForest = false;
  for (const [parameter, setting] of [
    ['ConfigurationDomainController', 'userPreferredConfigurationDomainController'],
    ['PreferredGlobalCatalog', 'userPreferredGlobalCatalog'],
  ] as const) {
    if (!cmdlet.has(parameter)) continue;
    const controller = controllerNamed(cmdlet, textOf(args[parameter]));
    if (controller === undefined) return undefined;
    wanted[setting] = controller.fqdn;
  }
  const names = cmdlet.has('PreferredServer')
    ? [textOf(args.PreferredServer)]
    : cmdlet.has('SetPreferredDomainControllers')
      ? changeList(serverSettingsOf(cmdlet).userPreferredDomainControllers, rawOf(args.SetPreferredDomainControllers))
      : undefined;
  if (names === undefined) return wanted;
  const controllers = names.map((name) => controllerNamed(cmdlet, name)?.fqdn);
  if (controllers.includes(undefined)) return undefined;
  return { ...wanted, userPreferredDomainControllers: controllers as string[] };
}

export default exchangeCmdlet({
  name: 'Set-ADServerSettings',
  synopsis: 'Changes which domain controllers and which part of the forest this session looks at.',
  defaultSet: 'FullParams',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    PreferredServer               Fqdn [SingleDC!:0]  # The domain controller for everything.
    RunspaceServerSettings        RunspaceServerSettingsPresentationObject both [Instance!]  # An object of Get-ADServerSettings.
    ConfigurationDomainController Fqdn null [FullParams]  # The domain controller for configuration objects.
    PreferredGlobalCatalog        Fqdn null [FullParams]  # The global catalog for recipients.
    RecipientViewRoot             String null [FullParams, SingleDC]  # The organisational unit whose recipients are shown.
    SetPreferredDomainControllers MultiValuedProperty null [FullParams]  # Domain controllers for reading recipients.
    ViewEntireForest              Boolean [FullParams, SingleDC]  # Whether recipients of the whole forest are shown.
  `,
  examples: [
    {
      script:
        'Set-ADServerSettings -PreferredServer DC02.contoso.com\n(Get-ADServerSettings).UserPreferredDomainControllers',
      output: 'DC02.contoso.com',
    },
    {
      script: 'Set-ADServerSettings -ViewEntireForest $true\n(Get-ADServerSettings).ViewEntireForest',
      output: 'True',
    },
  ],
  create: (cmdlet) => ({
    process() {
      if (!confirmed(cmdlet, 'Setting the Active Directory server settings of the session.')) return;
      Object.assign(serverSettingsOf(cmdlet), wantedSettings(cmdlet) ?? {});
    },
  }),
});
