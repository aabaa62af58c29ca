// Get-LabHint.

import { PSObject } from '../../src/runtime/values.ts';
import { attemptLab, labCmdlet, labsOf } from './support.ts';

export default labCmdlet({
  name: 'Get-LabHint',
  synopsis: 'Shows the next hint of the open lab. Each costs five minutes of your time.',
  parameters: { Peek: { type: 'switch', help: 'Says only how many are left; costs nothing.' } },
  outputs: ['Hubshell.Labs.Hint'],
  examples: [
    { setup: 'Start-Lab first-steps | Out-Null', script: '(Get-LabHint -Peek).Number', output: '0' },
    { setup: 'Start-Lab first-steps | Out-Null', script: '(Get-LabHint).Number', output: '1' },
  ],
  create: (cmdlet) => ({
    end() {
      const labs = labsOf(cmdlet);
      const hint = attemptLab(cmdlet, null, () =>
        cmdlet.args.Peek ? { text: null, ...labs.hintsLeft() } : labs.hint(),
      );
      if (!hint) return;
      const { number, text, left } = hint;
      cmdlet.write(
        PSObject.of({ Number: number, Text: text, Left: left, Identity: String(number) }, 'Hubshell.Labs.Hint'),
      );
    },
  }),
});
