// Files that the simulation itself writes to its machines' drives (drop directories, pickup and replay), and what a machine's drive
// holds when its sandbox begins. Like the logs they are effects: the journal makes them again after a crash.

import type { Disk } from '../../state/schema/log-records.ts';
import type { StorageFolder } from '../../state/store/storage-folder.ts';
import { drivePath, installPath } from '../logs/log-settings.ts';
import type { World } from '../transport/world.ts';

const encoder = new TextEncoder();

export class DriveEffects implements Disk {
  readonly #files: StorageFolder;
  /** Written since the last snapshot and perhaps not yet on the disk. */
  readonly #unsynced = new Set<string>();

  constructor(files: StorageFolder) {
    this.#files = files;
  }

  write(server: string, path: string, text: string): void {
    const name = drivePath(server, path);
    this.#files.remove(name);
    const file = this.#files.openAppend(name);
    file.append(encoder.encode(text));
    file.close();
    this.#unsynced.add(name);
  }

  remove(server: string, path: string): void {
    const name = drivePath(server, path);
    this.#files.remove(name);
    this.#unsynced.delete(name);
  }

  sync(): void {
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

/** Folders and files of every machine at the start. */
export function makeDrives(files: StorageFolder, world: World): void {
  for (const { name, version } of world.machines()) {
    const folders =
      version === undefined
        ? windowsFolders
        : [...windowsFolders, ...exchangeFolders.map((folder) => installPath(version) + folder)];
    for (const folder of folders) files.makeFolder(drivePath(name, folder));
    const hosts = drivePath(name, hostsFile);
    if (files.exists(hosts)) continue;
    const file = files.openAppend(hosts);
    file.append(encoder.encode(hostsText));
    file.close();
  }
}
