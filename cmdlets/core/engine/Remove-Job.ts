// Remove-Job.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { jobNotFinished, removeJob, selectJobs } from './shared/jobs.ts';

export default defineCmdlet({
  name: 'Remove-Job',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['rjb'],
  synopsis: 'Removes background jobs from the session.',
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
    Force: {
      type: 'switch',
      aliases: ['F'],
      sets: [
        'InstanceIdParameterSet',
        'JobParameterSet',
        'NameParameterSet',
        'SessionIdParameterSet',
        'FilterParameterSet',
      ],
      help: 'Overrides what usually protects the item.',
    },
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
    Command: {
      type: 'string[]',
      pipeline: 'name',
      sets: 'CommandParameterSet',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Text to run, or the command of the jobs wanted.',
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
  examples: [{ script: '$null = Start-Job { 1 } | Wait-Job | Remove-Job; (Get-Job).Count', output: '0' }],
  create: (cmdlet) => ({
    process() {
      for (const job of selectJobs(cmdlet)) {
        if (!cmdlet.shouldProcess(`Command: ${job.command}`, 'Remove')) continue;
        if (job.state === 'Running' && cmdlet.args.Force !== true) {
          cmdlet.error(recordOf(jobNotFinished(job)));
          continue;
        }
        job.stop();
        removeJob(cmdlet.engine, job);
      }
    },
  }),
});
