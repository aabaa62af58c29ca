// Start-up against `node -e 0`: pairs, one after the other, so that what else the machine does hits both alike.

import { median, run, shell, withSandbox } from './measure.ts';

export interface StartupResult {
  nodeMs: number;
  shellMs: number;
  ratio: number;
}

export function measureStartup(pairs: number): StartupResult {
  return withSandbox((state) => {
    const args = [shell, '-NoLogo', '-NonInteractive', '-State', state, '-Command', '1'];
    // The first run makes the sandbox; it is no start of an existing one.
    run(process.execPath, args);
    const node: number[] = [];
    const hubshell: number[] = [];
    for (let i = 0; i < pairs; i++) {
      node.push(run(process.execPath, ['-e', '0']).wallMs);
      hubshell.push(run(process.execPath, args).wallMs);
    }
    return {
      nodeMs: median(node),
      shellMs: median(hubshell),
      ratio: median(hubshell.map((ms, index) => ms / node[index]!)),
    };
  });
}
