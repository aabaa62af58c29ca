// Stop-Job.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { selectJobs } from './shared/jobs.ts';

export default defineCmdlet({
  name: 'Stop-Job',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['spjb'],
  synopsis: 'Stops background jobs.',
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
    PassThru: { type: 'switch', help: 'Puts out the object.' },
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
  supportsShouldProcess: true,
  outputs: ['System.Management.Automation.Job'],
  examples: [{ script: '$job = Start-Job { Start-Sleep 1000 }; Stop-Job $job; $job.State', output: 'Stopped' }],
  create: (cmdlet) => ({
    process() {
      for (const job of selectJobs(cmdlet)) {
        if (!cmdlet.shouldProcess(`Command: ${job.command}`, 'Stop')) continue;
        job.stop();
        if (cmdlet.args.PassThru) cmdlet.write(job);
      }
    },
  }),
});
