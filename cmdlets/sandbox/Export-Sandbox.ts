// Export-Sandbox.

import { attemptControl, controlOf } from './support/control.ts';
import { sandboxCmdlet } from './support/definition.ts';
import { sandboxError } from './support/errors.ts';

export default sandboxCmdlet({
  name: 'Export-Sandbox',
  synopsis: 'Writes the sandbox into one file.',
  supportsShouldProcess: true,
  parameters: {
    Path: { type: 'string', mandatory: true, position: 0, help: 'File to write.' },
    NoHistory: { type: 'switch', help: 'Leaves out what was done.' },
    Force: { type: 'switch', help: 'Replaces an existing file.' },
  },
  outputs: ['System.IO.FileInfo'],
  examples: [{ script: '(Export-Sandbox C:\\Temp\\contoso.json).Name', output: 'contoso.json' }],
  create: (cmdlet) => ({
    end() {
      const { engine, host } = cmdlet;
      const path = engine.providers?.resolveFilePath(cmdlet.args.Path) ?? String(cmdlet.args.Path);
      if (host.files.stat(path) && !cmdlet.args.Force) {
        sandboxError(cmdlet, 'SandboxObjectExists', `The file '${path}' exists already; -Force replaces it.`, path);
        return;
      }
      if (!cmdlet.shouldProcess(path)) return;
      const text = attemptControl(cmdlet, path, () => controlOf(cmdlet).exportText(!cmdlet.args.NoHistory));
      if (text === undefined) return;
      host.files.write(path, new TextEncoder().encode(text));
      cmdlet.writeAll(engine.invokeCommand('Get-Item', { named: { LiteralPath: path } }));
    },
  }),
});
