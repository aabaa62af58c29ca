// .NET declarations of what the provider layer hands to scripts.

import type { TypeSpec } from '../types/ps-type.ts';
import type { PathInfo, PathInfoStack, ProviderInfo, PSDriveInfo } from './drive-info.ts';

export const PROVIDER_TYPE_NAMES = ['PathInfo', 'PathInfoStack', 'PSDriveInfo', 'ProviderInfo'].map(
  (name) => `System.Management.Automation.${name}`,
);

export function providerTypes(): TypeSpec[] {
  return [
    {
      name: 'System.Management.Automation.PathInfo',
      properties: {
        'System.Management.Automation.PSDriveInfo Drive': (self: PathInfo) => self.drive,
        'System.Management.Automation.ProviderInfo Provider': (self: PathInfo) => self.provider,
        'string ProviderPath': (self: PathInfo) => self.providerPath,
        'string Path': (self: PathInfo) => self.path,
      },
      methods: { 'string ToString()': (self: PathInfo) => self.path },
    },
    {
      name: 'System.Management.Automation.PathInfoStack',
      properties: {
        'string Name': (self: PathInfoStack) => self.name,
        'int Count': (self: PathInfoStack) => self.items.length,
      },
      methods: { 'System.Object[] ToArray()': (self: PathInfoStack) => self.items },
    },
    {
      name: 'System.Management.Automation.PSDriveInfo',
      properties: {
        'string CurrentLocation': {
          get: (self: PSDriveInfo) => self.currentLocation,
          set: (self: PSDriveInfo, value: string) => void (self.currentLocation = value),
        },
        'string Name': (self: PSDriveInfo) => self.name,
        'System.Management.Automation.ProviderInfo Provider': (self: PSDriveInfo) => self.provider,
        'string Root': (self: PSDriveInfo) => self.root,
        'string Description': {
          get: (self: PSDriveInfo) => self.description,
          set: (self: PSDriveInfo, value: string) => void (self.description = value),
        },
        'System.Nullable[long] MaximumSize': () => null,
        'System.Management.Automation.PSCredential Credential': (self: PSDriveInfo) => self.credential,
        'string DisplayRoot': (self: PSDriveInfo) => self.displayRoot,
        'bool VolumeSeparatedByColon': () => true,
      },
      extensions: {
        'System.Object Used': (self: PSDriveInfo) => (self.space ? BigInt(self.space().used) : null),
        'System.Object Free': (self: PSDriveInfo) => (self.space ? BigInt(self.space().free) : null),
      },
      methods: { 'string ToString()': (self: PSDriveInfo) => self.name },
    },
    {
      name: 'System.Management.Automation.ProviderInfo',
      properties: {
        'type ImplementingType': (self: ProviderInfo) => self.implementingType,
        'string HelpFile': () => 'System.Management.Automation.dll-Help.xml',
        'string Name': (self: ProviderInfo) => self.name,
        'string PSSnapIn': () => 'Microsoft.PowerShell.Core',
        'string ModuleName': (self: ProviderInfo) => self.moduleName,
        'System.Object Module': () => null,
        'string Description': () => '',
        'string Capabilities': (self: ProviderInfo) => self.capabilities,
        'string Home': {
          get: (self: ProviderInfo) => self.home,
          set: (self: ProviderInfo, value: string) => void (self.home = value),
        },
        'System.Management.Automation.PSDriveInfo[] Drives': (self: ProviderInfo) => self.listDrives(),
      },
      methods: { 'string ToString()': (self: ProviderInfo) => self.toString() },
    },
  ];
}
