// .NET declarations of jobs.

import type { TypeSpec } from '../../../../src/runtime/types/ps-type.ts';
import { declareType } from '../../../../src/runtime/types/registry.ts';
import type { Job } from './jobs.ts';

const M = 'System.Management.Automation';

export function jobTypes(): TypeSpec[] {
  return [
    {
      name: `${M}.Job`,
      abstract: true,
      properties: {
        'string Command': (job: Job) => job.command,
        [`${M}.JobState State`]: (job: Job) =>
          ['NotStarted', 'Running', 'Completed', 'Failed', 'Stopped'].indexOf(job.state),
        'string StatusMessage': () => '',
        'bool HasMoreData': (job: Job) => job.hasMoreData,
        'string Location': (job: Job) => job.location,
        'int Id': (job: Job) => job.id,
        'string Name': { get: (job: Job) => job.name, set: (job: Job, name: string) => void (job.name = name) },
        'System.Guid InstanceId': (job: Job) => job.instanceId,
        'System.Object PSBeginTime': (job: Job) => job.beginTime,
        'System.Object PSEndTime': (job: Job) => job.endTime,
        'string PSJobTypeName': (job: Job) => job.kind,
        'System.Object[] ChildJobs': () => [],
        'System.Object[] Output': (job: Job) =>
          job.entries.filter((entry) => entry.stream === 'output').map((entry) => entry.value),
        'System.Object[] Error': (job: Job) =>
          job.entries.filter((entry) => entry.stream === 'error').map((entry) => entry.value),
      },
      methods: { 'void StopJob()': (job: Job) => job.stop(), 'string ToString()': () => `${M}.PSRemotingJob` },
    },
    { name: `${M}.PSRemotingJob`, base: `${M}.Job` },
    { name: 'ThreadJob.ThreadJob', base: `${M}.Job` },
  ];
}

let declared = false;
/** Makes the types known; done when the first job is started. */
export function declareJobTypes(): void {
  if (declared) return;
  declared = true;
  for (const spec of jobTypes()) declareType(spec);
}
