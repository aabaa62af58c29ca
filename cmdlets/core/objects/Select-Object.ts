// Select-Object.

import { type CmdletContext, type CmdletRun, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { KEYS, parseProperties } from '../../../src/runtime/property-parameters.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { ObjectProjector } from './shared/object-projector.ts';
import { UniqueObjects } from './shared/unique-objects.ts';

const ALL = ['DefaultParameter', 'SkipLastParameter'];
const MAX = 2147483647;

export default defineCmdlet({
  name: 'Select-Object',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['select'],
  synopsis: 'Chooses properties of objects, or some of the objects.',
  defaultSet: 'DefaultParameter',
  parameters: {
    InputObject: { type: 'psobject', pipeline: 'value', help: 'The objects to choose from.' },
    Property: {
      type: 'object[]',
      position: 0,
      sets: ALL,
      wildcards: true,
      help: 'The properties: names, script blocks, or hashtables with Name and Expression.',
    },
    ExcludeProperty: { type: 'string[]', sets: ALL, wildcards: true, help: 'Properties to leave out.' },
    ExpandProperty: {
      type: 'string',
      sets: ALL,
      wildcards: true,
      help: 'The property whose value is put out instead of the object.',
    },
    Unique: { type: 'switch', help: 'Leaves out objects that came before.' },
    CaseInsensitive: { type: 'switch', help: 'Ignores case when looking for what came before.' },
    Last: {
      type: 'int',
      sets: 'DefaultParameter',
      validate: [{ kind: 'range', min: 0, max: MAX }],
      help: 'Only that many from the end.',
    },
    First: {
      type: 'int',
      sets: 'DefaultParameter',
      validate: [{ kind: 'range', min: 0, max: MAX }],
      help: 'Only that many from the beginning.',
    },
    Skip: {
      type: 'int',
      sets: ALL,
      validate: [{ kind: 'range', min: 0, max: MAX }],
      help: 'Leaves out that many at the beginning; with -Last, at the end.',
    },
    SkipLast: {
      type: 'int',
      sets: 'SkipLastParameter',
      validate: [{ kind: 'range', min: 0, max: MAX }],
      help: 'Leaves out that many at the end.',
    },
    Wait: { type: 'switch', sets: ['DefaultParameter', 'IndexParameter'], help: 'Lets the commands before it finish.' },
    Index: {
      type: 'int[]',
      sets: 'IndexParameter',
      validate: [{ kind: 'range', min: 0, max: MAX }],
      help: 'Only the objects at these positions.',
    },
    SkipIndex: {
      type: 'int[]',
      sets: 'SkipIndexParameter',
      validate: [{ kind: 'range', min: 0, max: MAX }],
      help: 'All but the objects at these positions.',
    },
  },
  examples: [
    { script: '1..10 | Select-Object -First 2', output: '1\n2' },
    {
      script: "[pscustomobject]@{ Name = 'EX01'; Site = 'Oslo' } | Select-Object Name",
      output: '\nName\n----\nEX01\n',
    },
  ],
  create: (cmdlet) => selectRun(cmdlet),
});

function selectRun(cmdlet: CmdletContext): CmdletRun {
  let put: (value: Value) => void;
  const unique = cmdlet.args.Unique ? new UniqueObjects(cmdlet.args.CaseInsensitive === true) : undefined;
  let window: ObjectWindow;
  return {
    begin() {
      const properties = parseProperties(cmdlet, (cmdlet.args.Property as Value[] | undefined) ?? [], KEYS.select);
      const projector = ObjectProjector.for(cmdlet, properties);
      const output = unique ? (value: Value) => unique.addIfNew(value) : (value: Value) => cmdlet.write(value);
      put = projector ? (value) => projector.project(value, output) : output;
      window = chooseWindow(cmdlet, (value) => put(value));
    },
    process() {
      const input = cmdlet.args.InputObject as Value;
      if (input === undefined) return;
      window.add(input);
    },
    end() {
      window.end();
      if (unique) cmdlet.writeAll(unique.items);
    },
  };
}

interface ObjectWindow {
  add(value: Value): void;
  end(): void;
}

function chooseWindow(cmdlet: CmdletContext, put: (value: Value) => void): ObjectWindow {
  const { args } = cmdlet;
  if (cmdlet.has('Index')) return indexWindow(cmdlet, args.Index as number[], put);
  if (cmdlet.has('SkipIndex')) return skipIndexWindow(new Set(args.SkipIndex as number[]), put);
  if (cmdlet.has('SkipLast'))
    return skipLastWindow((args.Skip as number | undefined) ?? 0, args.SkipLast as number, put);
  if (cmdlet.has('Last')) return lastWindow(cmdlet, put);
  return firstWindow(cmdlet, put);
}

/** Stops the commands upstream as soon as nothing more is wanted. */
function enough(cmdlet: CmdletContext, put: () => void): void {
  put();
  if (!cmdlet.args.Wait && !cmdlet.args.Unique) cmdlet.stopUpstream();
}

function firstWindow(cmdlet: CmdletContext, put: (value: Value) => void): ObjectWindow {
  let skip = (cmdlet.args.Skip as number | undefined) ?? 0;
  const first = cmdlet.has('First') ? (cmdlet.args.First as number) : undefined;
  let seen = 0;
  return {
    add(value) {
      if (skip > 0) {
        skip--;
        return;
      }
      if (first === undefined) put(value);
      else if (seen < first) {
        seen++;
        if (seen === first) enough(cmdlet, () => put(value));
        else put(value);
      } else if (first === 0 && !cmdlet.args.Wait) cmdlet.stopUpstream();
    },
    end() {},
  };
}

/** With -Last, -Skip counts from the end unless -First is there too. */
function lastWindow(cmdlet: CmdletContext, put: (value: Value) => void): ObjectWindow {
  const last = cmdlet.args.Last as number;
  const first = (cmdlet.args.First as number | undefined) ?? 0;
  const withFirst = cmdlet.has('First');
  let skip = (cmdlet.args.Skip as number | undefined) ?? 0;
  const skipEnd = withFirst ? 0 : skip;
  if (!withFirst) skip = 0;
  const kept: Value[] = [];
  let taken = 0;
  return {
    add(value) {
      if (skip > 0) skip--;
      else if (taken < first) {
        taken++;
        put(value);
      } else {
        kept.push(value);
        if (kept.length > 2 * (last + skipEnd) + 64) kept.splice(0, kept.length - last - skipEnd);
      }
    },
    end() {
      const end = kept.length - skipEnd;
      for (const value of kept.slice(Math.max(end - last, 0), Math.max(end, 0))) put(value);
    },
  };
}

function skipLastWindow(skip: number, skipLast: number, put: (value: Value) => void): ObjectWindow {
  const waiting: Value[] = [];
  let skipped = 0;
  return {
    add(value) {
      if (skipped < skip) {
        skipped++;
        return;
      }
      waiting.push(value);
      if (waiting.length > skipLast) put(waiting.shift());
    },
    end() {},
  };
}

function indexWindow(cmdlet: CmdletContext, indexes: number[], put: (value: Value) => void): ObjectWindow {
  const wanted = new Set(indexes);
  const highest = Math.max(...indexes);
  let index = -1;
  return {
    add(value) {
      index++;
      if (!wanted.has(index)) return;
      if (index === highest) enough(cmdlet, () => put(value));
      else put(value);
    },
    end() {},
  };
}

function skipIndexWindow(unwanted: ReadonlySet<number>, put: (value: Value) => void): ObjectWindow {
  let index = 0;
  return {
    add(value) {
      if (!unwanted.has(index++)) put(value);
    },
    end() {},
  };
}
