// Get-Job.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { jobsOf, runPendingJobs, selectJobs } from './shared/jobs.ts';

export default defineCmdlet({
  name: 'Get-Job',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['gjb'],
  synopsis: 'Gets the background jobs of the session.',
  parameters: {
    IncludeChildJob: {
      type: 'switch',
      sets: [
        'SessionIdParameterSet',
        'InstanceIdParameterSet',
        'NameParameterSet',
        'StateParameterSet',
        'CommandParameterSet',
      ],
      help: 'Gives child jobs too.',
    },
    ChildJobState: {
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
      sets: [
        'SessionIdParameterSet',
        'InstanceIdParameterSet',
        'NameParameterSet',
        'StateParameterSet',
        'CommandParameterSet',
      ],
      help: 'Only child jobs in this state.',
    },
    HasMoreData: {
      type: 'bool',
      sets: [
        'SessionIdParameterSet',
        'InstanceIdParameterSet',
        'NameParameterSet',
        'StateParameterSet',
        'CommandParameterSet',
      ],
      help: 'Only jobs with results left, or without.',
    },
    Before: {
      type: 'datetime',
      sets: [
        'SessionIdParameterSet',
        'InstanceIdParameterSet',
        'NameParameterSet',
        'StateParameterSet',
        'CommandParameterSet',
      ],
      help: 'Only jobs that ended before this time.',
    },
    After: {
      type: 'datetime',
      sets: [
        'SessionIdParameterSet',
        'InstanceIdParameterSet',
        'NameParameterSet',
        'StateParameterSet',
        'CommandParameterSet',
      ],
      help: 'Only jobs that ended after this time.',
    },
    Newest: {
      type: 'int',
      sets: [
        'SessionIdParameterSet',
        'InstanceIdParameterSet',
        'NameParameterSet',
        'StateParameterSet',
        'CommandParameterSet',
      ],
      help: 'How many of the latest to give.',
    },
    Id: {
      type: 'int[]',
      position: 0,
      pipeline: 'name',
      sets: 'SessionIdParameterSet',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Identifiers.',
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
  outputs: ['System.Management.Automation.Job'],
  examples: [{ script: '$null = Start-Job { 1 } -Name one; (Get-Job one).State', output: 'Completed' }],
  create: (cmdlet) => ({
    process() {
      runPendingJobs(cmdlet.engine);
      const narrowed = ['Id', 'Name', 'InstanceId', 'State', 'Command'].some((name) => cmdlet.has(name));
      let jobs = narrowed ? selectJobs(cmdlet) : jobsOf(cmdlet.engine);
      const { HasMoreData: more, Newest: newest, Before: before, After: after } = cmdlet.args;
      if (more !== undefined) jobs = jobs.filter((job) => job.hasMoreData === more);
      if (before !== undefined) jobs = jobs.filter((job) => job.endTime !== null && job.endTime.ticks < before.ticks);
      if (after !== undefined) jobs = jobs.filter((job) => job.endTime !== null && job.endTime.ticks > after.ticks);
      cmdlet.writeAll(newest === undefined ? jobs : jobs.slice(-newest));
    },
  }),
});
