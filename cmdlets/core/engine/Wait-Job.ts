// Wait-Job.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { selectJobs } from './shared/jobs.ts';

export default defineCmdlet({
  name: 'Wait-Job',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['wjb'],
  synopsis: 'Waits until background jobs have ended.',
  parameters: {
    Job: {
      type: 'System.Management.Automation.Job[]',
      mandatory: true,
      position: 0,
      pipeline: 'both',
      sets: 'JobParameterSet',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'The jobs.',
    },
    Any: { type: 'switch', help: 'Returns as soon as one of the jobs has ended.' },
    Timeout: {
      type: 'int',
      aliases: ['TimeoutSec'],
      validate: [{ kind: 'range', min: -1, max: 2147483647 }],
      help: 'Longest time to wait in seconds.',
    },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    Name: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      pipeline: 'name',
      sets: 'NameParameterSet',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    InstanceId: {
      type: 'guid[]',
      mandatory: true,
      position: 0,
      pipeline: 'name',
      sets: 'InstanceIdParameterSet',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Instance identifiers.',
    },
    Id: {
      type: 'int[]',
      mandatory: true,
      position: 0,
      pipeline: 'name',
      sets: 'SessionIdParameterSet',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Identifiers.',
    },
    State: {
      type: 'enum',
      values: [
        'NotStarted',
        'Running',
        'Completed',
        'Failed',
        'Stopped',
        'Blocked',
        'Suspended',
        'Disconnected',
        'Suspending',
        'Stopping',
        'AtBreakpoint',
      ],
      enumName: 'System.Management.Automation.JobState',
      mandatory: true,
      position: 0,
      pipeline: 'name',
      sets: 'StateParameterSet',
      help: 'Only jobs in this state.',
    },
    Filter: {
      type: 'hashtable',
      mandatory: true,
      position: 0,
      pipeline: 'name',
      sets: 'FilterParameterSet',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Pattern for names in the form of the provider.',
    },
  },
  defaultSet: 'SessionIdParameterSet',
  outputs: ['System.Management.Automation.Job'],
  examples: [{ script: '(Start-Job { 1 } | Wait-Job).State', output: 'Completed' }],
  create: (cmdlet) => ({
    process() {
      for (const job of selectJobs(cmdlet)) {
        job.run();
        cmdlet.write(job);
      }
    },
  }),
});
