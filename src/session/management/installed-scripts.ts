// The scripts that lie on the drive of every server with Exchange: the shell's own in Bin, administrators' helpers in Scripts.

import { installAntispamAgents, uninstallAntispamAgents } from './antispam-scripts.ts';
import {
  redistributeActiveDatabases,
  startDagServerMaintenance,
  stopDagServerMaintenance,
} from './maintenance-scripts.ts';
import { remoteExchangeScript } from './shell-functions.ts';

export interface InstalledScript {
  /** Below the folder that Exchange is installed in. */
  path: string;
  text: string;
}

/** Local shells of the versions before remote PowerShell: nothing to connect to. */
const localShell = '# The snap-in is there already; the functions are those of RemoteExchange.ps1.\n';

const connectFunctions = '. (Join-Path $PSScriptRoot RemoteExchange.ps1)\n';

/** `version`: the server's, 2007 or later. DAGs came with 2010. */
export function installedScripts(version: number): InstalledScript[] {
  const shell = remoteExchangeScript();
  const scripts: InstalledScript[] = [
    { path: 'Bin\\Exchange.ps1', text: localShell + shell },
    { path: 'Scripts\\Install-AntispamAgents.ps1', text: installAntispamAgents },
    { path: 'Scripts\\Uninstall-AntispamAgents.ps1', text: uninstallAntispamAgents },
  ];
  if (version < 2010) return scripts;
  return [
    ...scripts,
    { path: 'Bin\\RemoteExchange.ps1', text: shell },
    { path: 'Bin\\ConnectFunctions.ps1', text: connectFunctions },
    { path: 'Bin\\CommonConnectFunctions.ps1', text: connectFunctions },
    { path: 'Scripts\\StartDagServerMaintenance.ps1', text: startDagServerMaintenance },
    { path: 'Scripts\\StopDagServerMaintenance.ps1', text: stopDagServerMaintenance },
    { path: 'Scripts\\RedistributeActiveDatabases.ps1', text: redistributeActiveDatabases },
  ];
}
