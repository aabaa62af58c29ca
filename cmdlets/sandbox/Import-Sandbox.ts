// Import-Sandbox.

import { attemptControl, controlOf } from './support/control.ts';
import { sandboxCmdlet } from './support/definition.ts';
import { notFound } from './support/errors.ts';

export default sandboxCmdlet({
  name: 'Import-Sandbox',
  synopsis: 'Replaces the world by that of an exported file; Undo-Sandbox brings the old one back.',
  supportsShouldProcess: true,
  parameters: { Path: { type: 'string', mandatory: true, position: 0, help: 'File that Export-Sandbox wrote.' } },
  examples: [
    {
      setup: 'Export-Sandbox C:\\Temp\\contoso.json | Out-Null; Step-SandboxClock -Hours 5',
      script: 'Import-Sandbox C:\\Temp\\contoso.json\n(Get-SandboxClock).Now.Hour',
      output: '8',
    },
  ],
  create: (cmdlet) => ({
    end() {
      const { engine, host } = cmdlet;
      const path = engine.providers?.resolveFilePath(cmdlet.args.Path) ?? String(cmdlet.args.Path);
      if (!host.files.stat(path)) {
        notFound(cmdlet, 'file', path);
        return;
      }
      if (!cmdlet.shouldProcess(path)) return;
      const text = new TextDecoder().decode(host.files.read(path));
      attemptControl(cmdlet, path, () => controlOf(cmdlet).importText(text, path));
    },
  }),
});
