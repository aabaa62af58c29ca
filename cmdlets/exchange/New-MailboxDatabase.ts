// New-MailboxDatabase: it is not mounted yet.

import type { ExchangeVersion } from '../../state/schema/configuration.ts';
import { installPath } from '../../state/schema/property-catalog.ts';
import { worldOf } from '../windows/local-machine.ts';
import { creating } from './support/config-families.ts';
import { objectNotFound } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { mailboxDatabase } from './support/more-presentations.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'New-MailboxDatabase',
  synopsis: 'Makes a mailbox database on a server; Mount-Database mounts it.',
  defaultSet: 'NonRecovery',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    Name                              String length:64 [NonRecovery!:0, Recovery:0]
    Recovery                          SwitchParameter [Recovery!]
    Server                            ServerIdParameter ! both
    AutoDagExcludeFromMonitoring      Boolean versions:2013+ [NonRecovery]
    DomainController                  Fqdn null
    EdbFilePath                       EdbFilePath
    IsExcludedFromInitialProvisioning SwitchParameter versions:2013+ [NonRecovery]
    IsExcludedFromProvisioning        Boolean [NonRecovery]
    IsSuspendedFromProvisioning       Boolean [NonRecovery]
    LogFolderPath                     NonRootLocalLongFullPath
    OfflineAddressBook                OfflineAddressBookIdParameter [NonRecovery]
    PublicFolderDatabase              DatabaseIdParameter [NonRecovery]
    SkipDatabaseLogFolderCreation     SwitchParameter versions:2013+
  `,
  examples: [{ script: '(New-MailboxDatabase DB09 -Server EX01).Mounted', output: 'False' }],
  create: creating('database', {
    noun: 'mailbox database',
    presentation: mailboxDatabase,
    skip: ['Server'],
    adjust: (cmdlet, properties) => {
      const name = textOf(cmdlet.args.Server);
      const server = worldOf(cmdlet).findMachine(name);
      if (server === undefined || !server.roles.includes('Mailbox')) {
        cmdlet.error(objectNotFound(cmdlet, name));
        return undefined;
      }
      const folder = `${installPath(server.version as ExchangeVersion)}Mailbox\\${textOf(cmdlet.args.Name)}`;
      if (cmdlet.args.Recovery)
        cmdlet.warning(
          `Recovery database '${textOf(cmdlet.args.Name)}' was created using existing file ${String(properties.EdbFilePath ?? folder)}. The database must be brought into a clean shutdown state before it can be mounted.`,
        );
      return {
        EdbFilePath: `${folder}\\${textOf(cmdlet.args.Name)}.edb`,
        LogFolderPath: folder,
        ...properties,
        Server: server.name,
        Mounted: false,
        Recovery: Boolean(cmdlet.args.Recovery),
      };
    },
  }),
});
