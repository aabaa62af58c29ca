// Write-Progress.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';

const MAX = 2147483647;

export default defineCmdlet({
  name: 'Write-Progress',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Shows how far a long task has come.',
  parameters: {
    Activity: { type: 'string', position: 0, help: 'What is being done.' },
    Status: { type: 'string', position: 1, validate: [{ kind: 'notNullOrEmpty' }], help: 'What is being done now.' },
    Id: {
      type: 'int',
      position: 2,
      validate: [{ kind: 'range', min: 0, max: MAX }],
      help: 'Tells several bars apart.',
    },
    PercentComplete: { type: 'int', validate: [{ kind: 'range', min: -1, max: 100 }], help: 'How much is done.' },
    SecondsRemaining: { type: 'int', help: 'How long it still takes.' },
    CurrentOperation: { type: 'string', help: 'A line below the bar.' },
    ParentId: { type: 'int', validate: [{ kind: 'range', min: -1, max: MAX }], help: 'The bar this one belongs to.' },
    Completed: { type: 'switch', help: 'Takes the bar away.' },
    SourceId: { type: 'int', help: 'Where the record comes from.' },
  },
  examples: [{ script: "Write-Progress 'Moving mail' 'EX01' -PercentComplete 40", output: '' }],
  create: (cmdlet) => ({
    process() {
      const { args } = cmdlet;
      if (String(cmdlet.engine.valueOf('progresspreference') ?? 'Continue').toLowerCase() !== 'continue') return;
      cmdlet.progress({
        activity: (args.Activity as string | undefined) ?? '',
        status: (args.Status as string | undefined) ?? 'Processing',
        id: (args.Id as number | undefined) ?? 0,
        parentId: (args.ParentId as number | undefined) ?? -1,
        percent: (args.PercentComplete as number | undefined) ?? -1,
        secondsRemaining: (args.SecondsRemaining as number | undefined) ?? -1,
        currentOperation: (args.CurrentOperation as string | undefined) ?? '',
        completed: args.Completed === true,
      });
    },
  }),
});
