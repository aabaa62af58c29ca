// New-EdgeSubscription: on an Edge server it writes the subscription file, on a server of the organisation it reads one.

import type { CmdletContext } from '../../src/runtime/cmdlet.ts';
import { convertTo } from '../../src/runtime/convert.ts';
import { providersOf } from '../../src/runtime/providers/provider-session.ts';
import type { Value } from '../../src/runtime/values.ts';
import type { MachineView } from '../../src/transport/views.ts';
import { localMachine, worldOf } from '../windows/local-machine.ts';
import { configShellObject } from './support/config-objects.ts';
import { readEdgeFile, writeEdgeFile } from './support/edge-file.ts';
import { subscribe } from './support/edge-subscribing.ts';
import { exchangeError, objectNotFound } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { edgeSubscription } from './support/more-presentations.ts';
import { millisecondsOf } from './support/times.ts';
import { textOf } from './types/argument-types.ts';

/** Life of the bootstrap account when -AccountExpiryDuration doesn't say (*New-EdgeSubscription*). */
const accountLifeMs = 24 * 60 * 60 * 1000;

function refuse(cmdlet: CmdletContext, message: string): undefined {
  cmdlet.error(exchangeError(cmdlet, 'invalidOperation', message));
  return undefined;
}

/** On the Edge server: what it had of its own gives way to what EdgeSync brings, so the product asks. */
function writeFile(cmdlet: CmdletContext, edge: MachineView): void {
  const { args } = cmdlet;
  if (!cmdlet.has('FileName')) {
    refuse(cmdlet, 'The FileName parameter is required on an Edge Transport server.');
    return;
  }
  const question =
    'If you create an Edge Subscription, this Edge Transport server will be managed via EdgeSync replication. As a result, any of the following objects that were created manually will be deleted: accepted domains, message classifications, remote domains, and Send connectors. After you create an Edge Subscription, you must manage these objects from inside the organization and allow EdgeSync to update the Edge Transport server. Also, the InternalSMTPServers list of the TransportConfig object will be overwritten during the synchronization process.\nDo you want to continue?';
  const path = providersOf(cmdlet.engine).resolve(textOf(args.FileName)).path;
  if (!cmdlet.shouldProcess(edge.name, 'New-EdgeSubscription')) return;
  if (!args.Force && !cmdlet.shouldContinue(question, 'Confirm')) return;
  const duration = cmdlet.has('AccountExpiryDuration') ? millisecondsOf(args.AccountExpiryDuration) : accountLifeMs;
  const text = writeEdgeFile(edge, worldOf(cmdlet).now, duration);
  cmdlet.host.files.write(path, new TextEncoder().encode(text));
}

/** The Edge server of the file, when the file is good; otherwise the error is written. */
function edgeOfFile(cmdlet: CmdletContext): MachineView | undefined {
  const bytes: Iterable<Value> | undefined = cmdlet.args.FileData;
  if (bytes === undefined)
    return refuse(cmdlet, 'The FileData parameter is required on a server that is no Edge Transport server.');
  const file = readEdgeFile(
    new TextDecoder()
      .decode(Uint8Array.from(bytes, (byte) => Number(convertTo(byte, 'System.Int32'))))
      .replace(/^\ufeff/, ''),
  );
  if (file === undefined) return refuse(cmdlet, 'The Edge Subscription file is invalid.');
  const world = worldOf(cmdlet);
  if (world.now > file.effectiveMs + file.durationMs)
    return refuse(
      cmdlet,
      `The bootstrap account in the Edge Subscription file of "${file.serverFqdn}" has expired. Create a new file on the Edge Transport server.`,
    );
  const edge = world.findMachine(file.serverName);
  if (edge === undefined) cmdlet.error(objectNotFound(cmdlet, file.serverName));
  return edge;
}

function importFile(cmdlet: CmdletContext): void {
  const { args } = cmdlet;
  const edge = edgeOfFile(cmdlet);
  if (edge === undefined) return;
  if (!cmdlet.has('Site')) {
    refuse(cmdlet, 'The Site parameter is required when an Edge Subscription file is imported.');
    return;
  }
  const wanted = textOf(args.Site);
  const site = worldOf(cmdlet).find('adSite', wanted);
  if (site === undefined) {
    cmdlet.error(objectNotFound(cmdlet, wanted));
    return;
  }
  if (!cmdlet.shouldProcess(edge.name, 'New-EdgeSubscription')) return;
  const made = subscribe(
    cmdlet,
    edge,
    site.name,
    args.CreateInternetSendConnector ?? true,
    args.CreateInboundSendConnector ?? true,
  );
  if (made === undefined) return;
  const transportServers = (localMachine(cmdlet)?.version ?? 0) < 2013 ? 'Hub Transport servers' : 'Mailbox servers';
  cmdlet.warning(
    `EdgeSync requires that the ${transportServers} in Active Directory site ${site.name} be able to resolve the IP address for ${edge.fqdn} and be able to connect to that host on port 50636.`,
  );
  cmdlet.write(configShellObject(made, edgeSubscription));
}

export default exchangeCmdlet({
  name: 'New-EdgeSubscription',
  synopsis: 'Subscribes an Edge Transport server to an Active Directory site.',
  description:
    'Run it on the Edge server with -FileName first. Then run it on a server of the organisation with the bytes of that file and the site.',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  parameterLines: `
    AccountExpiryDuration       TimeSpan range:00:02:00.. # How long the credentials in the file are good; a day.
    CreateInboundSendConnector  Boolean  # Whether the connector for mail from the Edge server into the site is made.
    CreateInternetSendConnector Boolean  # Whether the connector for mail to the Internet is made.
    DomainController            Fqdn null
    FileData                    Byte[]  # The bytes of the subscription file.
    FileName                    LongPath  # Where the Edge server writes the file.
    Force                       SwitchParameter  # Doesn't ask.
    Site                        AdSiteIdParameter  # The site to subscribe to.
  `,
  outputs: [edgeSubscription.typeName],
  examples: [
    {
      setup: 'Remove-EdgeSubscription EDGE01 -Confirm:$false',
      script:
        "Invoke-Command -ComputerName EDGE01 { New-EdgeSubscription -FileName C:\\edge.xml -Force }\n$bytes = [byte[]](Get-Content '\\\\EDGE01\\C$\\edge.xml' -AsByteStream)\n(New-EdgeSubscription -FileData $bytes -Site Redmond -WarningAction SilentlyContinue).Site",
      output: 'Redmond',
    },
  ],
  create: (cmdlet) => ({
    process() {
      const local = localMachine(cmdlet);
      if (local?.roles.includes('EdgeTransport')) writeFile(cmdlet, local);
      else importFile(cmdlet);
    },
  }),
});
