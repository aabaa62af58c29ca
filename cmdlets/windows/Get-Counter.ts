// Get-Counter. What it counts is in counters.ts. Error texts are those of the performance data helper.

import { type CmdletContext, defineCmdlet } from '../../src/runtime/cmdlet.ts';
import { matchesWildcard } from '../../src/runtime/operators/strings.ts';
import { double, PSObject, typedArray, type Value } from '../../src/runtime/values.ts';
import { dateTimeOf } from '../exchange/support/times.ts';
import { type CounterView, countersOf } from './counters.ts';
import { reachableMachine } from './event-log-access.ts';
import { waitMilliseconds, worldOf } from './local-machine.ts';

const samplesType = 'Microsoft.PowerShell.Commands.GetCounter.PerformanceCounterSampleSet';
const sampleType = 'Microsoft.PowerShell.Commands.GetCounter.PerformanceCounterSample';
const setType = 'Microsoft.PowerShell.Commands.GetCounter.CounterSet';

const pathOf = ({ set, instance, counter }: CounterView): string =>
  `\\${set}${instance === '' ? '' : `(${instance})`}\\${counter}`;

function machineOf(cmdlet: CmdletContext, computer: string | undefined) {
  const reachable = reachableMachine(cmdlet, computer);
  if (reachable) return worldOf(cmdlet).findMachine(reachable.name)!;
  const message = `Unable to connect to the specified computer or the computer is offline.`;
  cmdlet.error(cmdlet.makeError(message, 'CounterApiError', 'InvalidResult', null, 'System.Exception'));
  return undefined;
}

interface Sample extends CounterView {
  computer: string;
}

/** Counters that a path selects: `[\\computer]\set[(instance)]\counter`, wildcards in each part. */
function fitting(cmdlet: CmdletContext, path: string, computer: string | undefined): Sample[] {
  const parts = /^(?:\\\\([^\\]+))?\\?([^\\(]+)(?:\(([^)]*)\))?\\(.+)$/.exec(path);
  const [, machineName = computer, set = '', instance, counter = ''] = parts ?? [];
  const fail = (message: string): Sample[] => {
    cmdlet.error(cmdlet.makeError(message, 'CounterApiError', 'InvalidResult', null, 'System.Exception'));
    return [];
  };
  if (!parts) return fail('Unable to parse the counter path. Check the format and syntax of the specified path.');
  const machine = machineOf(cmdlet, machineName);
  if (!machine) return [];
  const ofSet = countersOf(cmdlet, machine).filter((each) => matchesWildcard(each.set, set.trim(), true));
  if (ofSet.length === 0) return fail('The specified object was not found on the computer.');
  const found = ofSet.filter((each) => matchesWildcard(each.counter, counter, true));
  if (found.length === 0) return fail('The specified counter could not be found.');
  const chosen = found.filter((each) => matchesWildcard(each.instance, instance ?? '', true));
  if (chosen.length === 0) return fail('The specified instance is not present.');
  return chosen.map((each) => ({ ...each, computer: machine.name.toLowerCase() }));
}

function sampleSet(cmdlet: CmdletContext, samples: Sample[]): PSObject {
  const timestamp = dateTimeOf(worldOf(cmdlet).now);
  const lines: string[] = [];
  const objects = samples.map((sample): Value => {
    const path = `\\\\${sample.computer}${pathOf(sample).toLowerCase()}`;
    lines.push(`${path} :\n${sample.value}\n`);
    return PSObject.of(
      { Path: path, InstanceName: sample.instance, CookedValue: double(sample.value), Timestamp: timestamp, Status: 0 },
      sampleType,
    );
  });
  const Readings = `${lines.join('\n')}`;
  return PSObject.of({ Timestamp: timestamp, CounterSamples: typedArray(objects, sampleType), Readings }, samplesType);
}

/** What is counted when nothing is named: how this machine's transport fares. */
const defaultCounters = [
  '\\MSExchangeTransport Queues(_total)\\*',
  '\\Memory\\% Committed Bytes In Use',
  '\\LogicalDisk(*)\\% Free Space',
];

function takeSamples(cmdlet: CmdletContext, paths: string[]): void {
  const { args } = cmdlet;
  const rounds = args.Continuous ? Number.POSITIVE_INFINITY : Number(args.MaxSamples ?? 1);
  const computers: (string | undefined)[] = args.ComputerName ?? [undefined];
  for (let round = 0; round < rounds; round++) {
    cmdlet.checkInterrupt();
    if (round > 0) waitMilliseconds(cmdlet, Number(args.SampleInterval ?? 1) * 1000);
    const samples = computers.flatMap((computer) => paths.flatMap((path) => fitting(cmdlet, path, computer)));
    if (samples.length === 0) return;
    cmdlet.write(sampleSet(cmdlet, samples));
  }
}

function listSets(cmdlet: CmdletContext, names: string[]): void {
  const computers: (string | undefined)[] = cmdlet.args.ComputerName ?? [undefined];
  for (const computer of computers) {
    const machine = machineOf(cmdlet, computer);
    const counters = machine ? countersOf(cmdlet, machine) : [];
    const sets = [...new Set(counters.map((each) => each.set))].sort();
    for (const name of names) {
      const found = sets.filter((set) => matchesWildcard(set, name, true));
      if (found.length === 0 && machine) {
        const message = `Cannot find any performance counter sets on the ${computer ?? 'localhost'} computer that match the following: ${name}.`;
        cmdlet.error(
          cmdlet.makeError(message, 'NoMatchingCounterSetsFound', 'ObjectNotFound', null, 'System.Exception'),
        );
      }
      for (const set of found) {
        const own = counters.filter((each) => each.set === set);
        const single = own.every((each) => each.instance === '');
        const paths = [...new Set(own.map((each) => `\\${set}${single ? '' : '(*)'}\\${each.counter}`))];
        const properties = {
          CounterSetName: set,
          MachineName: computer ?? '.',
          CounterSetType: single ? 'SingleInstance' : 'MultiInstance',
          Description: '',
          Paths: typedArray(paths, 'System.String'),
          PathsWithInstances: typedArray(single ? [] : own.map(pathOf), 'System.String'),
          Counter: typedArray(paths, 'System.String'),
        };
        cmdlet.write(PSObject.of(properties, setType));
      }
    }
  }
}

export default defineCmdlet({
  name: 'Get-Counter',
  module: 'Microsoft.PowerShell.Diagnostics',
  synopsis: 'Gets performance counters of this or another machine: transport queues, memory, disk, processes.',
  defaultSet: 'GetCounterSet',
  parameters: {
    Counter: {
      type: 'string[]',
      wildcards: true,
      sets: { GetCounterSet: { position: 0, pipeline: 'value' } },
      help: 'Paths of counters: \\set(instance)\\counter.',
    },
    ListSet: {
      type: 'string[]',
      wildcards: true,
      sets: { ListSetSet: { mandatory: true, position: 0, pipeline: 'value' } },
      help: 'Names of counter sets to list.',
    },
    ComputerName: { type: 'string[]', aliases: ['Cn'], help: 'Machines to ask instead of this one.' },
    SampleInterval: { type: 'int', sets: { GetCounterSet: {} }, help: 'Seconds between samples, 1 by default.' },
    MaxSamples: { type: 'long', sets: { GetCounterSet: {} }, help: 'How many samples are taken, 1 by default.' },
    Continuous: { type: 'switch', sets: { GetCounterSet: {} }, help: 'Takes samples until Ctrl+C is pressed.' },
  },
  outputs: [samplesType, setType],
  examples: [
    {
      title: 'How much waits',
      script:
        "(Get-Counter '\\MSExchangeTransport Queues(_total)\\Submission Queue Length').CounterSamples[0].CookedValue",
      output: '0',
    },
  ],
  create: (cmdlet) => {
    const paths: string[] = [];
    return {
      process() {
        if (cmdlet.args.ListSet) listSets(cmdlet, cmdlet.args.ListSet);
        else paths.push(...(cmdlet.args.Counter ?? []));
      },
      end() {
        if (!cmdlet.args.ListSet) takeSamples(cmdlet, paths.length > 0 ? paths : defaultCounters);
      },
    };
  },
});
