// Get-SecureRandom: in a sandbox its numbers come from the same seeded source as all others.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { randomRun } from './shared/random.ts';

export default defineCmdlet({
  name: 'Get-SecureRandom',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Draws random numbers or objects.',
  parameters: {
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
      help: 'How many to give.',
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
  examples: [{ script: 'Get-SecureRandom -Maximum 1', output: '0' }],
  create: randomRun,
});
