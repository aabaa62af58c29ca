// Every cmdlet and native command of the shell: one import and one entry each, by path. `npm run list` writes it; a test
// compares it with the folder and with docs/cmdlets.md.

import type { CmdletDefinition } from '../src/runtime/cmdlet.ts';
import getService from './windows/Get-Service.ts';
import hostname from './windows/natives/hostname.ts';
import ipconfig from './windows/natives/ipconfig.ts';
import net from './windows/natives/net.ts';
import nslookup from './windows/natives/nslookup.ts';
import ping from './windows/natives/ping.ts';
import sc from './windows/natives/sc.ts';
import telnet from './windows/natives/telnet.ts';
import restartService from './windows/Restart-Service.ts';
import setService from './windows/Set-Service.ts';
import startService from './windows/Start-Service.ts';
import stopService from './windows/Stop-Service.ts';

export const cmdlets: readonly CmdletDefinition[] = [
  getService,
  restartService,
  setService,
  startService,
  stopService,
  hostname,
  ipconfig,
  net,
  nslookup,
  ping,
  sc,
  telnet,
];
