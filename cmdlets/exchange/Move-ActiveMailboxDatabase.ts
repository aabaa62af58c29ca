// Move-ActiveMailboxDatabase: another copy of a database becomes the active one.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import { PSObject } from '../../src/runtime/values.ts';
import type { ConfigObject } from '../../state/schema/configuration.ts';
import { worldOf } from '../windows/local-machine.ts';
import { findObject } from './support/config-objects.ts';
import { confirmed } from './support/confirmation.ts';
import { copyServers, mayActivate } from './support/copy-states.ts';
import { attempt, exchangeError } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { textOf } from './types/argument-types.ts';

const same = (a: string | null | undefined, b: string | undefined): boolean => a?.toLowerCase() === b?.toLowerCase();

/** Databases to move: the one named, or all that are active on a server. */
function databasesOf(cmdlet: CmdletContext): ConfigObject<'database'>[] {
  const world = worldOf(cmdlet);
  if (cmdlet.has('Identity')) {
    const found = findObject(cmdlet, 'database', textOf(cmdlet.args.Identity));
    return found ? [found as ConfigObject<'database'>] : [];
  }
  const server = textOf(cmdlet.args.Server ?? cmdlet.args.ActivatePreferredOnServer);
  const name = world.findMachine(server)?.name ?? server;
  const all = world.objects('database');
  if (cmdlet.has('Server')) return all.filter((database) => same(database.properties.Server, name));
  return all.filter((database) => same(copyServers(database)[0], name) && !same(database.properties.Server, name));
}

/** The copy to activate: the server asked for, else the first other one whose machine runs and may take it. */
function targetOf(cmdlet: CmdletContext, database: ConfigObject<'database'>): string | undefined {
  const world = worldOf(cmdlet);
  const asked = cmdlet.args.ActivateOnServer ?? cmdlet.args.ActivatePreferredOnServer;
  if (asked !== undefined) return world.findMachine(textOf(asked))?.name ?? textOf(asked);
  return copyServers(database).find(
    (server) =>
      !same(server, database.properties.Server ?? undefined) &&
      world.findMachine(server)?.online &&
      mayActivate({ database, server }),
  );
}

/** Why a copy can't be activated (facts/outputs 2.1); checks that the parameters skip do not count. */
function refusal(cmdlet: CmdletContext, database: ConfigObject<'database'>, server: string): string | undefined {
  const { args } = cmdlet;
  if (args.SkipAllChecks) return undefined;
  const machine = worldOf(cmdlet).findMachine(server);
  if (!copyServers(database).some((each) => same(each, server)))
    return `The database '${database.name}' doesn't have a copy on server '${server}'.`;
  if (!machine?.online) return `Server '${machine?.fqdn ?? server}' is not available.`;
  const component = worldOf(cmdlet)
    .components(machine.name)
    .find((each) => each.component === 'HighAvailability');
  if (component !== undefined && component.state !== 'Active')
    return `Server '${machine.fqdn}' component (HighAvailability) state is offline. If you need to activate databases copies on this server, you can use Set-ServerComponentState -Component 'HighAvailability' -State 'Active' and retry Move-ActiveMailboxDatabase.`;
  if (!args.SkipHealthChecks && !mayActivate({ database, server }))
    return `The database copy '${database.name}\\${server}' is suspended. Resume it with Resume-MailboxDatabaseCopy first.`;
  return undefined;
}

export default exchangeCmdlet({
  name: 'Move-ActiveMailboxDatabase',
  synopsis: 'Activates another copy of a mailbox database.',
  defaultSet: 'Identity',
  supportsShouldProcess: true,
  confirmImpact: 'High',
  parameterLines: `
    Identity                          DatabaseIdParameter       both  [Identity!:0, SkipAllChecks!:0]
    Server                            MailboxServerIdParameter  both  [Server!:0]
    ActivatePreferredOnServer         MailboxServerIdParameter  both versions:2013+ [ActivatePreferred!:0]
    ActivateOnServer                  MailboxServerIdParameter  both  [Identity:1, Server:1, SkipAllChecks!:1]
    SkipAllChecks                     SwitchParameter versions:2016+ [SkipAllChecks!]
    DomainController                  Fqdn null
    MountDialOverride                 =DatabaseMountDialOverride(None,Lossless,GoodAvailability,BestEffort,BestAvailability)
    MoveAllDatabasesOrNone            SwitchParameter versions:2016+ [Server]
    MoveComment                       String null
    SkipActiveCopyChecks              SwitchParameter
    SkipClientExperienceChecks        SwitchParameter
    SkipCpuChecks                     SwitchParameter versions:2016+
    SkipHealthChecks                  SwitchParameter
    SkipLagChecks                     SwitchParameter
    SkipMaximumActiveDatabasesChecks  SwitchParameter versions:2013+
    SkipMoveSuppressionChecks         SwitchParameter versions:2016+
    TerminateOnWarning                SwitchParameter
  `,
  outputs: ['Microsoft.Exchange.Management.SystemConfigurationTasks.DatabaseMoveResult'],
  examples: [
    { script: '(Move-ActiveMailboxDatabase DB01 -ActivateOnServer EX02 -Confirm:$false).Status', output: 'Succeeded' },
  ],
  create: (cmdlet) => ({
    process() {
      for (const database of databasesOf(cmdlet)) {
        const target = targetOf(cmdlet, database);
        const from = database.properties.Server ?? '';
        if (target === undefined) {
          const text = `An Active Manager operation failed. Error: There is no other copy of database '${database.name}' that can be activated.`;
          cmdlet.error(exchangeError(cmdlet, 'invalidOperation', text, database.name));
          continue;
        }
        const reason = refusal(cmdlet, database, target);
        if (reason !== undefined) {
          const text = `An Active Manager operation failed. Error: ${reason}`;
          cmdlet.error(exchangeError(cmdlet, 'invalidOperation', text, database.name));
          continue;
        }
        const question = `Moving active mailbox database "${database.name}" from server "${from}" to server "${target}".`;
        if (!confirmed(cmdlet, question)) continue;
        const input = { kind: 'database', identity: database.name, action: 'move', target } as const;
        if (!attempt(cmdlet, () => worldOf(cmdlet).apply(input))) continue;
        const result = {
          Identity: database.name,
          ActiveServerAtStart: from.toLowerCase(),
          ActiveServerAtEnd: target.toLowerCase(),
          Status: 'Succeeded',
          NumberOfLogsLost: 0,
          MountStatusAtMoveStart: 'Mounted',
          MountStatusAtMoveEnd: 'Mounted',
        };
        cmdlet.write(PSObject.of(result, 'Microsoft.Exchange.Management.SystemConfigurationTasks.DatabaseMoveResult'));
      }
    },
  }),
});
