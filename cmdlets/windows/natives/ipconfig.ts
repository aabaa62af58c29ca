// ipconfig.exe: adapters of this machine, the resolver cache. Texts: facts/outputs 9.4 and 11.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import type { MachineView } from '../../../src/transport/views.ts';
import { localMachine, localName, worldOf } from '../local-machine.ts';
import { type NativeConsole, nativeProgram } from './native-console.ts';

/** Labels are filled up to 33 columns with dots in the odd ones, as the program aligns them; some end in a dot of their own. */
function row(name: string, value: string): string {
  const label = name.length % 2 === 0 ? `${name} ` : name;
  return `   ${label.padEnd(33, ' .')} : ${value}`;
}

function printAdapters(console: NativeConsole, machine: MachineView, all: boolean): void {
  const dot = machine.fqdn.indexOf('.');
  const suffix = dot < 0 ? '' : machine.fqdn.slice(dot + 1);
  if (all) {
    console.printLine(row('Host Name', machine.name));
    console.printLine(row('Primary Dns Suffix', suffix));
    console.printLine(row('Node Type', 'Hybrid'));
    console.printLine(row('IP Routing Enabled.', 'No'));
    console.printLine(row('WINS Proxy Enabled.', 'No'));
  }
  for (const adapter of machine.adapters) {
    console.print(`\nEthernet adapter ${adapter.name}:\n\n`);
    console.printLine(row('Connection-specific DNS Suffix', ''));
    if (all) console.printLine(row('DHCP Enabled.', 'No'));
    console.printLine(row('IPv4 Address.', `${adapter.address}${all ? '(Preferred) ' : ''}`));
    console.printLine(row('Subnet Mask', '255.255.255.0'));
    console.printLine(row('Default Gateway', adapter.address.replace(/\d+$/, '1')));
    if (all) console.printLine(row('DNS Servers', adapter.dnsServers.join(`\n${' '.repeat(39)}`)));
  }
}

export default defineCmdlet({
  name: 'ipconfig.exe',
  kind: 'native',
  module: '',
  synopsis: 'Shows the network adapters of this machine, or empties its DNS cache (/flushdns).',
  parameters: {},
  examples: [{ script: 'ipconfig /flushdns' }],
  create: nativeProgram((console, args, cmdlet) => {
    const japanese = cmdlet.host.uiCulture.toLowerCase().startsWith('ja');
    const option = (args[0] ?? '').toLowerCase().replace('-', '/');
    console.print(`\n${japanese ? 'Windows IP 構成' : 'Windows IP Configuration'}\n\n`);
    if (option === '/flushdns') {
      worldOf(cmdlet).apply({ kind: 'dnsCache.clear', server: localName(cmdlet) });
      console.printLine(
        japanese
          ? 'DNS リゾルバー キャッシュは正常にフラッシュされました。'
          : 'Successfully flushed the DNS Resolver Cache.',
      );
      return 0;
    }
    const machine = localMachine(cmdlet);
    if (machine && (option === '' || option === '/all')) {
      printAdapters(console, machine, option === '/all');
      return 0;
    }
    console.printLine(`\nError: unrecognized or incomplete command line.\n`);
    return 1;
  }),
});
