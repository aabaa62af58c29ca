// Receive-Job.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { deliver, removeJob, selectJobs } from './shared/jobs.ts';

export default defineCmdlet({
  name: 'Receive-Job',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['rcjb'],
  synopsis: 'Gets the results of background jobs.',
  parameters: {
    Job: {
      type: 'System.Management.Automation.Job[]',
      mandatory: true,
      position: 0,
      pipeline: 'both',
      sets: ['ComputerName', 'Session', 'Location'],
      help: 'The jobs.',
    },
    ComputerName: {
      type: 'string[]',
      aliases: ['Cn'],
      position: 1,
      pipeline: 'name',
      sets: 'ComputerName',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Computers to run on.',
    },
    Location: {
      type: 'string[]',
      position: 1,
      sets: 'Location',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Locations whose results are wanted.',
    },
    Keep: { type: 'switch', help: 'Keeps the results in the job.' },
    NoRecurse: { type: 'switch', help: 'Leaves child jobs out.' },
    Force: { type: 'switch', help: 'Overrides what usually protects the item.' },
    Wait: { type: 'switch', help: 'Waits for more.' },
    AutoRemoveJob: { type: 'switch', help: 'Removes the job after its results were received.' },
    WriteEvents: { type: 'switch', help: 'Reports changes of state.' },
    WriteJobInResults: { type: 'switch', help: 'Puts the job object before its results.' },
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
  },
  defaultSet: 'Location',
  examples: [{ script: '$job = Start-Job { 1..2 }; Receive-Job $job -Wait', output: '1\n2' }],
  create: (cmdlet) => ({
    process() {
      for (const job of selectJobs(cmdlet)) {
        job.run();
        if (cmdlet.args.WriteJobInResults) cmdlet.write(job);
        deliver(cmdlet, job, cmdlet.args.Keep === true);
        if (cmdlet.args.AutoRemoveJob && cmdlet.args.Wait) removeJob(cmdlet.engine, job);
      }
    },
  }),
});
