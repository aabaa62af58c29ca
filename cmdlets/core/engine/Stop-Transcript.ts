// Stop-Transcript.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { invariantCulture } from '../../../src/runtime/number/cultures.ts';
import { DateTime } from '../../../src/runtime/types/date/date-time.ts';
import { stopTranscript } from './shared/transcripts.ts';

export default defineCmdlet({
  name: 'Stop-Transcript',
  module: 'Microsoft.PowerShell.Host',
  synopsis: 'Ends the recording that was started last.',
  parameters: {},
  supportsShouldProcess: true,
  confirmImpact: 'None',
  outputs: ['System.String'],
  examples: [
    {
      setup: 'Start-Transcript C:\\session.txt > $null',
      script: 'Stop-Transcript',
      output: 'Transcript stopped, output file is C:\\session.txt',
    },
  ],
  create: (cmdlet) => ({
    end() {
      const path = stopTranscript(cmdlet.engine, DateTime.now().format('yyyyMMddHHmmss', invariantCulture()));
      if (path !== undefined) return cmdlet.write(`Transcript stopped, output file is ${path}`);
      const message = 'An error occurred stopping transcription: The host is not currently transcribing.';
      cmdlet.fail(
        cmdlet.makeError(
          message,
          'InvalidOperation',
          'InvalidOperation',
          null,
          'System.Management.Automation.PSInvalidOperationException',
        ),
      );
    },
  }),
});
