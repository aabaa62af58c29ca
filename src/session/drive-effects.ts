// Files that the simulation itself writes to its machines' drives (drop directories, pickup and replay), and what a machine's drive
// holds when its sandbox begins. Like the logs they are effects: the journal makes them again after a crash.

import type { Disk } from '../../state/schema/log-records.ts';
import { stampFolders } from '../../state/store/stamp-folders.ts';
import { StorageError, type StorageFolder } from '../../state/store/storage-folder.ts';
import { drivePath, installPath } from '../logs/log-settings.ts';
import type { World } from '../transport/world.ts';
import { installedScripts } from './management/installed-scripts.ts';

const encoder = new TextEncoder();

interface FileEffect {
  name: string;
  /** Null: the file goes. */
  text: string | null;
}

export class DriveEffects implements Disk {
  readonly #files: StorageFolder;
  readonly #now: () => number | undefined;
  /** Written since the last snapshot and perhaps not yet on the disk. */
  readonly #unsynced = new Set<string>();
  readonly #waiting: FileEffect[] = [];

  /** `now`: virtual time; undefined while the world is being made. */
  constructor(files: StorageFolder, now: () => number | undefined) {
    this.#files = files;
    this.#now = now;
  }

  /** Never fails: what cannot be done now waits, in order, for the next flush. */
  write(server: string, path: string, text: string): void {
    this.#do({ name: drivePath(server, path), text });
  }

  remove(server: string, path: string): void {
    this.#do({ name: drivePath(server, path), text: null });
  }

  #do(effect: FileEffect): void {
    if (this.#waiting.length === 0) {
      try {
        this.#change(effect);
        return;
      } catch (error) {
        if (!(error instanceof StorageError)) throw error;
      }
    }
    this.#waiting.push(effect);
  }

  #change({ name, text }: FileEffect): void {
    this.#files.remove(name);
    this.#unsynced.delete(name);
    if (text !== null) this.#write(name, text);
    const now = this.#now();
    if (now === undefined) return;
    this.#files.stamp(name, now);
    stampFolders(this.#files, [name], now);
  }

  #write(name: string, text: string): void {
    const file = this.#files.openAppend(name);
    file.append(encoder.encode(text));
    file.close();
    this.#unsynced.add(name);
  }

  /** What was written while the world was being made is as old as the world. */
  stampWritten(timeMs: number): void {
    for (const name of this.#unsynced) this.#files.stamp(name, timeMs);
    stampFolders(this.#files, this.#unsynced, timeMs);
  }

  /** Does what had to wait. Throws when it still cannot be done. */
  flush(): void {
    while (this.#waiting.length > 0) {
      this.#change(this.#waiting[0]!);
      this.#waiting.shift();
    }
  }

  sync(): void {
    this.flush();
    for (const name of this.#unsynced) {
      if (!this.#files.exists(name)) continue;
      const file = this.#files.openAppend(name);
      file.sync();
      file.close();
    }
    this.#unsynced.clear();
  }
}

const hostsFile = 'C:\\Windows\\System32\\drivers\\etc\\hosts';
const hostsText =
  '# This file maps host names to IP addresses for this machine, before DNS is asked.\r\n# Address first, then one or more names:\r\n#\r\n#      192.168.1.50     mail.example.com\r\n\r\n';

const windowsFolders = [
  'C:\\Temp',
  'C:\\Users\\Administrator\\Desktop',
  'C:\\Users\\Administrator\\Documents',
  'C:\\Users\\Administrator\\AppData\\Local\\Temp',
  'C:\\Users\\Public',
  'C:\\Windows\\System32\\winevt\\Logs',
  'C:\\Windows\\Temp',
  'C:\\inetpub\\wwwroot',
];

const exchangeFolders = [
  'Bin',
  'Logging',
  'Mailbox',
  'Scripts',
  'TransportRoles\\Logs\\MessageTracking',
  'TransportRoles\\Pickup',
  'TransportRoles\\Replay',
  'TransportRoles\\data\\Queue',
];

/** Folders and files of every machine at the start; `directories`: those that the organisation has beside them (drop directories). */
export function makeDrives(
  files: StorageFolder,
  world: World,
  directories: readonly { server: string; path: string }[] = [],
): void {
  const made: string[] = [];
  const make = (name: string): void => {
    files.makeFolder(name);
    made.push(`${name}/.`);
  };
  for (const { server, path } of directories) make(drivePath(server, path));
  for (const { name, version } of world.machines()) {
    const folders =
      version === undefined
        ? windowsFolders
        : [...windowsFolders, ...exchangeFolders.map((folder) => installPath(version) + folder)];
    for (const folder of folders) make(drivePath(name, folder));
    makeFile(files, drivePath(name, hostsFile), hostsText, world.now, made);
    if (version === undefined || version < 2007) continue;
    for (const { path, text } of installedScripts(version))
      makeFile(files, drivePath(name, installPath(version) + path), text.replaceAll('\n', '\r\n'), world.now, made);
  }
  stampFolders(files, made, world.now);
}

/** A file that is there already stays as it is. */
function makeFile(files: StorageFolder, name: string, text: string, timeMs: number, made: string[]): void {
  if (files.exists(name)) return;
  const file = files.openAppend(name);
  file.append(encoder.encode(text));
  file.close();
  files.stamp(name, timeMs);
  made.push(name);
}
