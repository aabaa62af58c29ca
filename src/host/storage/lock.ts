// The lock file of a sandbox: it names its owner, a dead owner's lock is taken over, a living one's is respected.

import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { type LockOwner, SandboxHeldError, type StorageLock } from '../../../state/store/storage-folder.ts';

/** When the process started, as the system counts it, so that a later process with the same id is not taken for it. */
function processStart(pid: number): string {
  if (process.platform !== 'linux') return '';
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may contain blanks; the start time is the 22nd field.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    // No such process, or no /proc: the process id alone must do.
    return '';
  }
}

function isAlive({ pid, processStart: start }: LockOwner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return start === '' || processStart(pid) === start;
}

function readOwner(path: string): LockOwner | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const owner = JSON.parse(text) as LockOwner;
    if (typeof owner.pid === 'number' && typeof owner.computer === 'string') return owner;
  } catch {
    // Falls through: the file was cut by a power failure, so its owner is gone.
  }
  return { pid: 0, computer: '', processStart: '', program: 'an unknown program' };
}

/** Takes the lock or throws SandboxHeldError. `link` creates a name only when it is free; a test may hand in another. */
export function takeLock(folder: string, path: string, program: string, link = linkSync): StorageLock {
  const own: LockOwner = { pid: process.pid, computer: hostname(), processStart: processStart(process.pid), program };
  const candidate = `${path}.${process.pid}`;
  writeFileSync(candidate, `${JSON.stringify(own)}\n`);
  try {
    for (let attempts = 0; ; attempts++) {
      if (tryLink(candidate, path, link)) return { release: () => release(path, own) };
      const owner = readOwner(path);
      if (!owner) continue;
      const sameComputer = owner.computer === own.computer || owner.pid === 0;
      const isStale = owner.pid === 0 || (sameComputer && !isAlive(owner));
      if (!isStale || attempts > 20) throw new SandboxHeldError(folder, path, owner, sameComputer);
      removeStale(path, owner);
    }
  } finally {
    unlinkSync(candidate);
  }
}

function tryLink(candidate: string, path: string, link: typeof linkSync): boolean {
  try {
    link(candidate, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    // A file system without links: creating the file exclusively does nearly as well.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
  }
  try {
    writeFileSync(path, readFileSync(candidate), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes a dead owner's file away. Another shell may do the same at the same time, so what was moved is looked at again. */
function removeStale(path: string, owner: LockOwner): void {
  const moved = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, moved);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const taken = readOwner(moved);
  if (taken && (taken.pid !== owner.pid || taken.processStart !== owner.processStart)) tryLink(moved, path, linkSync);
  unlinkSync(moved);
}

function release(path: string, own: LockOwner): void {
  const owner = readOwner(path);
  if (owner?.pid === own.pid && owner.processStart === own.processStart) unlinkSync(path);
}
