// A copy of a lab's world with an engine of its own, for judging: it runs forward, logs into memory, and nothing of it is kept.

import { cmdlets } from '../../../cmdlets/index.ts';
import type { StorageFolder } from '../../../state/store/storage-folder.ts';
import { TransportLogs } from '../../logs/transport-logs.ts';
import { toBool, toText } from '../../runtime/convert.ts';
import { Engine } from '../../runtime/engine.ts';
import { ErrorRecord } from '../../runtime/errors.ts';
import { type FileEntry, FileError, type FileSystem, type RuntimeHost } from '../../runtime/host.ts';
import type { Value } from '../../runtime/values.ts';
import { World } from '../../transport/world.ts';
import { sandboxEnvironment } from '../environment.ts';
import { withSandboxErrors } from '../sandbox-errors.ts';
import { VirtualClock } from '../virtual-clock.ts';
import type { WorldKeeper } from '../world-keeper.ts';
import { OverlayFolder } from './overlay-folder.ts';

export interface CopyParts {
  keeper: WorldKeeper;
  folder: StorageFolder;
  server: string;
  host: RuntimeHost;
}

export interface WorldCopy {
  world: World;
  run(script: string): { isTrue: boolean; output: string[] };
}

export function copyWorld({ keeper, folder, server, host }: CopyParts): WorldCopy {
  let world: World | undefined;
  const lengths = withSandboxErrors(() => keeper.logs.save(keeper.world.now));
  const logs = new TransportLogs(new OverlayFolder(folder), () => world!, lengths);
  world = World.restore(keeper.world.snapshot(), { logs, disk: { write() {}, remove() {} } });
  let engine: Engine | undefined;
  const run = (script: string) => {
    engine ??= copyEngine(host, world!, logs, server);
    return runIn(engine, script);
  };
  return { world, run };
}

function copyEngine(host: RuntimeHost, world: World, logs: TransportLogs, server: string): Engine {
  const services = new Map<unknown, object>([
    [World, world],
    [TransportLogs, logs],
  ]);
  return new Engine(
    {
      ...host,
      files: readOnly(host.files),
      environment: sandboxEnvironment(() => ({ world, server })).variables,
      clock: new VirtualClock({
        world: () => world,
        worldIfOpen: () => world,
        interrupt: host.interrupt,
        monotonicMs: () => host.clock.monotonicMs(),
        followsRealTime: false,
      }),
      services: {
        get: <T extends object>(type: { readonly prototype: T }) => {
          const service = services.get(type);
          if (!service) throw new Error('A condition of a lab may only look at the world and its logs.');
          return service as T;
        },
      },
      commit: () => undefined,
    },
    cmdlets,
  );
}

function runIn(engine: Engine, script: string): { isTrue: boolean; output: string[] } {
  const output: Value[] = [];
  let isFailed = false;
  const result = engine.execute(script, {
    sink: {
      write(value) {
        if (value instanceof ErrorRecord) isFailed = true;
        else output.push(value);
      },
    },
  });
  const isTrue = !isFailed && result.exitCode === 0 && toBool(output.length === 1 ? output[0] : output);
  return { isTrue, output: output.map((value) => toText(value)) };
}

/** The learner's files, which a condition may read but not change. */
function readOnly(files: FileSystem): FileSystem {
  const refuse = (path: string): never => {
    throw new FileError('denied', path);
  };
  return {
    drives: () => files.drives(),
    stat: (path): FileEntry | undefined => files.stat(path),
    list: (path) => files.list(path),
    read: (path) => files.read(path),
    freeBytes: (drive) => files.freeBytes(drive),
    write: refuse,
    append: refuse,
    makeDirectory: refuse,
    remove: refuse,
    move: refuse,
    setTimes: refuse,
    setAttributes: refuse,
  };
}
