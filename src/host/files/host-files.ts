// The files scripts can reach, on the host's file system: each drive and each share is one real folder, and no path leads out of
// it. Names ignore letter case as on Windows, whatever the host's file system does.

import {
  appendFileSync,
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statfsSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { type FileEntry, FileError, type FileFault, type FileSystem } from '../../runtime/host.ts';

export interface DriveFolder {
  /** `C`, `G` … */
  name: string;
  folder: string;
  description: string;
  mounted: boolean;
  /** False where writing is refused: the folder of a script that is not mounted. */
  writable: boolean;
}

export interface HostFilesOptions {
  drives: DriveFolder[];
  /** Folder behind `\\server\share`, undefined when there is none. */
  share?: (server: string, share: string) => string | undefined;
  /** Virtual time for files in the sandbox's own folders; mounted ones keep real time. */
  nowTicks: () => bigint;
}

const TICKS_AT_UNIX_EPOCH = 621_355_968_000_000_000n;
const fromUnixMs = (ms: number) => TICKS_AT_UNIX_EPOCH + BigInt(Math.round(ms * 10_000));
const toUnixSeconds = (ticks: bigint) => Number(ticks - TICKS_AT_UNIX_EPOCH) / 10_000_000;

const faults: Record<string, FileFault> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-directory',
  EISDIR: 'is-directory',
  EEXIST: 'exists',
  ENOTEMPTY: 'not-empty',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  EBUSY: 'in-use',
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
  ENAMETOOLONG: 'invalid-name',
  EINVAL: 'invalid-name',
};

/** Characters that Windows has in no file name. */
const forbidden = /[<>:"|?*/\u0000-\u001f]|^\.\.?$/;

interface Location {
  drive: DriveFolder;
  /** Path on the host; the last name need not exist. */
  real: string;
}

export class HostFiles implements FileSystem {
  readonly #options: HostFilesOptions;
  readonly #realRoots = new Map<string, string>();

  constructor(options: HostFilesOptions) {
    this.#options = options;
  }

  drives() {
    return this.#options.drives.map(({ name, description, mounted }) => ({
      name,
      root: `${name}:\\`,
      description,
      mounted,
    }));
  }

  stat(path: string): FileEntry | undefined {
    try {
      const location = this.#locate(path);
      return this.#entry(location.real, path.slice(path.lastIndexOf('\\') + 1), location);
    } catch (error) {
      if (error instanceof FileError && error.fault !== 'denied') return undefined;
      throw error;
    }
  }

  list(path: string): FileEntry[] {
    const location = this.#locate(path);
    const names = this.#attempt(path, () => readdirSync(location.real));
    const entries: FileEntry[] = [];
    for (const name of names) {
      // A file that vanishes while the folder is read, or a link that leads nowhere, is not there.
      const entry = this.#entry(join(location.real, name), name, location);
      if (entry) entries.push(entry);
    }
    return entries.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  }

  read(path: string): Uint8Array {
    const { real } = this.#locate(path);
    return this.#attempt(path, () => readFileSync(real));
  }

  write(path: string, data: Uint8Array): void {
    this.#change(path, (real) => writeFileSync(real, data));
  }

  append(path: string, data: Uint8Array): void {
    this.#change(path, (real) => appendFileSync(real, data));
  }

  makeDirectory(path: string): void {
    this.#change(path, (real) => mkdirSync(real));
  }

  remove(path: string): void {
    const { real, drive } = this.#locate(path);
    this.#requireWritable(drive, path);
    this.#attempt(path, () => (lstatSync(real).isDirectory() ? rmdirSync(real) : unlinkSync(real)));
    this.#stamp(drive, dirname(real));
  }

  move(from: string, to: string): void {
    const source = this.#locate(from);
    const target = this.#locate(to);
    this.#requireWritable(source.drive, from);
    this.#requireWritable(target.drive, to);
    const exists = statSync(target.real, { throwIfNoEntry: false });
    const onlyCaseDiffers = from.toLowerCase() === to.toLowerCase();
    if (exists && !onlyCaseDiffers) throw new FileError('exists', to);
    const name = to.slice(to.lastIndexOf('\\') + 1);
    const real = onlyCaseDiffers ? join(source.real, '..', name) : target.real;
    this.#attempt(to, () => {
      try {
        renameSync(source.real, real);
      } catch (error) {
        // Another file system: a rename cannot cross it. Folders stay whole, only a file can be copied in one step.
        if ((error as NodeJS.ErrnoException).code !== 'EXDEV' || lstatSync(source.real).isDirectory()) throw error;
        writeFileSync(real, readFileSync(source.real));
        unlinkSync(source.real);
      }
    });
    this.#stamp(source.drive, dirname(source.real));
    this.#stamp(target.drive, dirname(real));
  }

  setTimes(path: string, times: { writtenTicks?: bigint; createdTicks?: bigint; accessedTicks?: bigint }): void {
    const { real, drive } = this.#locate(path);
    this.#requireWritable(drive, path);
    this.#attempt(path, () => {
      const stat = statSync(real);
      const written = times.writtenTicks === undefined ? stat.mtimeMs / 1000 : toUnixSeconds(times.writtenTicks);
      const accessed = times.accessedTicks === undefined ? stat.atimeMs / 1000 : toUnixSeconds(times.accessedTicks);
      utimesSync(real, accessed, written);
    });
  }

  setAttributes(path: string, attributes: { readOnly?: boolean; hidden?: boolean }): void {
    const { real, drive } = this.#locate(path);
    this.#requireWritable(drive, path);
    if (attributes.readOnly === undefined) return;
    const { readOnly } = attributes;
    this.#attempt(path, () => {
      const { mode } = statSync(real);
      chmodSync(real, readOnly ? mode & ~0o222 : mode | 0o200);
    });
  }

  freeBytes(drive: string): { used: number; free: number } {
    const found = this.#options.drives.find(({ name }) => name.toLowerCase() === drive.toLowerCase());
    if (!found?.mounted) return { used: 41 * 2 ** 30, free: 86 * 2 ** 30 };
    const { bsize, blocks, bavail } = statfsSync(found.folder);
    return { used: bsize * (blocks - bavail), free: bsize * bavail };
  }

  #change(path: string, action: (real: string) => void): void {
    const { real, drive } = this.#locate(path);
    this.#requireWritable(drive, path);
    const stat = statSync(real, { throwIfNoEntry: false });
    // The owner of the process may be allowed to write what is marked read-only; a script is not.
    if (stat?.isFile() && (stat.mode & 0o222) === 0) throw new FileError('denied', path);
    this.#attempt(path, () => action(real));
    this.#stamp(drive, real);
    if (stat === undefined) this.#stamp(drive, dirname(real));
  }

  /** The sandbox's drives show virtual time; so do their folders when something comes or goes. */
  #stamp(drive: DriveFolder, real: string): void {
    if (drive.mounted) return;
    const now = toUnixSeconds(this.#options.nowTicks());
    utimesSync(real, now, now);
  }

  #requireWritable(drive: DriveFolder, path: string): void {
    if (!drive.writable) throw new FileError('denied', path);
  }

  #attempt<T>(path: string, action: () => T): T {
    try {
      return action();
    } catch (error) {
      const fault = faults[(error as NodeJS.ErrnoException).code ?? ''];
      if (!fault) throw error;
      throw new FileError(fault, path);
    }
  }

  #entry(real: string, name: string, { drive }: Location): FileEntry | undefined {
    const stat = statSync(real, { throwIfNoEntry: false });
    if (!stat || !(stat.isFile() || stat.isDirectory())) return undefined;
    const writtenTicks = fromUnixMs(stat.mtimeMs);
    return {
      name,
      directory: stat.isDirectory(),
      size: stat.isDirectory() ? 0 : stat.size,
      writtenTicks,
      // The host's birth time is real time, which a sandbox does not show.
      createdTicks: drive.mounted ? fromUnixMs(stat.birthtimeMs) : writtenTicks,
      accessedTicks: drive.mounted ? fromUnixMs(stat.atimeMs) : writtenTicks,
      readOnly: (stat.mode & 0o222) === 0,
      hidden: name.startsWith('.'),
    };
  }

  #driveOf(path: string): { drive: DriveFolder; names: string[] } {
    const names = path.split('\\').filter((name) => name !== '');
    const share = path.startsWith('\\\\');
    const found = share ? this.#shareOf(names) : this.#namedDrive(names.shift() ?? '');
    if (!found) throw new FileError('not-found', path);
    return { drive: found, names: share ? names.slice(2) : names };
  }

  #shareOf([server = '', share = '']: string[]): DriveFolder | undefined {
    const folder = this.#options.share?.(server, share);
    if (folder === undefined) return undefined;
    return { name: `\\\\${server}\\${share}`, folder, description: '', mounted: false, writable: true };
  }

  #namedDrive(text: string): DriveFolder | undefined {
    const wanted = text.replace(/:$/, '').toLowerCase();
    return this.#options.drives.find(({ name }) => name.toLowerCase() === wanted);
  }

  /** Finds the real path name by name; a name that does not exist may only be the last one. */
  #locate(path: string): Location {
    const { drive, names } = this.#driveOf(path);
    let real = this.#realRoot(drive);
    const root = real;
    names.forEach((name, index) => {
      if (forbidden.test(name)) throw new FileError('invalid-name', path);
      const found = this.#child(real, name);
      if (found === undefined) {
        if (index < names.length - 1) throw new FileError('not-found', path);
        real = join(real, name);
        return;
      }
      real = found;
      // A link may stay within the drive's folder and nowhere else.
      if (lstatSync(real, { throwIfNoEntry: false })?.isSymbolicLink()) {
        real = this.#attempt(path, () => realpathSync(real));
        if (real !== root && !real.startsWith(root + sep)) throw new FileError('denied', path);
      }
    });
    return { drive, real };
  }

  #realRoot(drive: DriveFolder): string {
    let root = this.#realRoots.get(drive.folder);
    if (root === undefined) {
      if (!drive.mounted) mkdirSync(drive.folder, { recursive: true });
      root = this.#attempt(`${drive.name}:\\`, () => realpathSync(drive.folder));
      this.#realRoots.set(drive.folder, root);
    }
    return root;
  }

  #child(folder: string, name: string): string | undefined {
    const exact = join(folder, name);
    if (lstatSync(exact, { throwIfNoEntry: false })) return exact;
    const lower = name.toLowerCase();
    try {
      const other = readdirSync(folder).find((entry) => entry.toLowerCase() === lower);
      return other === undefined ? undefined : join(folder, other);
    } catch (error) {
      if (['ENOENT', 'ENOTDIR', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
      throw error;
    }
  }
}
