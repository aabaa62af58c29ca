// .NET declarations of jobs.

import type { TypeSpec } from '../types/ps-type.ts';
import type { Value } from '../values.ts';

/** What a job must offer; the class belongs to the job cmdlets. */
interface Job {
  readonly command: string;
  readonly state: string;
  readonly hasMoreData: boolean;
  readonly location: string;
  readonly id: number;
  name: string;
  readonly instanceId: Value;
  readonly beginTime: Value;
  readonly endTime: Value;
  readonly kind: string;
  readonly entries: readonly { stream: string; value: Value }[];
  stop(): void;
}

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
