// Get-Random.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { randomRun } from './shared/random.ts';

export default defineCmdlet({
  name: 'Get-Random',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Draws random numbers or objects.',
  description: 'In a sandbox the numbers come from a seeded generator: the same script draws the same ones again.',
  parameters: {
    SetSeed: { type: 'int', validate: [{ kind: 'notNull' }], help: 'Starts the generator from this number.' },
    Maximum: { type: 'object', position: 0, sets: 'RandomNumberParameterSet', help: 'Upper bound, itself excluded.' },
    Minimum: { type: 'object', sets: 'RandomNumberParameterSet', help: 'Lower bound, itself included.' },
    InputObject: {
      type: 'object[]',
      mandatory: true,
      position: 0,
      pipeline: 'value',
      sets: ['RandomListItemParameterSet', 'ShuffleParameterSet'],
      validate: [{ kind: 'allowNull' }],
      help: 'The objects, usually from the pipeline.',
    },
    Count: {
      type: 'int',
      sets: ['RandomNumberParameterSet', 'RandomListItemParameterSet'],
      validate: [{ kind: 'range', min: 1, max: 2147483647 }],
      help: 'How many numbers or objects to give.',
    },
    Shuffle: {
      type: 'switch',
      mandatory: true,
      sets: 'ShuffleParameterSet',
      help: 'Gives all objects in random order.',
    },
  },
  defaultSet: 'RandomNumberParameterSet',
  outputs: ['System.Int32', 'System.Int64', 'System.Double'],
  examples: [
    { script: 'Get-Random -Minimum 3 -Maximum 4', output: '3' },
    { script: '(1..5 | Get-Random -Count 3).Count', output: '3' },
  ],
  create: randomRun,
});
