// Where a session's world lies: the sandbox itself, or the sandbox of a lab in it.

import type { WorldInput } from '../../state/schema/inputs.ts';
import { FileContents } from '../../state/store/file-contents.ts';
import type { EntryStart, FileChange } from '../../state/store/journal-record.ts';
import type { StorageFolder } from '../../state/store/storage-folder.ts';
import { SubFolder } from '../../state/store/sub-folder.ts';
import type { QuietOptions } from './labs/lab-session.ts';
import type { SessionOptions } from './options.ts';
import { withSandboxErrors } from './sandbox-errors.ts';
import { WorldKeeper } from './world-keeper.ts';

export interface Place {
  /** Part of the sandbox folder; empty for the sandbox itself. */
  path: string;
  folder: StorageFolder;
  keeper: WorldKeeper;
  /** What users' files were before they were changed. */
  contents: FileContents;
  /** Machine that the shell sits on there, when the lab names one. */
  server?: string;
}

export interface PlacesParts {
  options: SessionOptions;
  /** The lab that a shell before this one left open. */
  openLab(): QuietOptions | undefined;
  nextEntry(input: WorldInput | undefined): EntryStart | undefined;
  changeFile(change: FileChange, direction: 'undo' | 'redo'): void;
}

export class Places {
  readonly #parts: PlacesParts;
  /** Known when something first asks for the world. */
  current: Place | undefined;

  constructor(parts: PlacesParts) {
    this.#parts = parts;
  }

  /** A shell that ended in the middle of a lab goes on there. */
  get place(): Place {
    this.current ??= withSandboxErrors(() => this.#placeOf(this.#parts.openLab()));
    return this.current;
  }

  get isInLab(): boolean {
    return this.current !== undefined && this.current.path !== '';
  }

  /** Ends what is open and goes to a lab's sandbox, or home. */
  go(lab: QuietOptions | undefined): void {
    this.current?.keeper.close();
    this.current = this.#placeOf(lab);
    this.current.keeper.open();
  }

  #placeOf(lab: QuietOptions | undefined): Place {
    const { options, nextEntry, changeFile } = this.#parts;
    const { organizations, warn, monotonicMs } = options;
    const { organization, seed } = lab ?? options;
    const path = lab?.path ?? '';
    const folder = lab ? new SubFolder(options.folder, lab.path) : options.folder;
    const keeper = new WorldKeeper({
      ...{ folder, organizations, organization, seed, warn, monotonicMs },
      nextEntry,
      changeFile,
    });
    const server = lab?.server;
    return { path, folder, keeper, contents: new FileContents(folder), ...(server !== undefined && { server }) };
  }

  /** The machine that a shell sits on: the one that -Server names, in a lab the lab's, else the organisation's usual one. */
  serverIn(world: {
    findMachine(name: string): { name: string } | undefined;
    defaultServer: string;
  }): string | undefined {
    const { server } = this.#parts.options;
    const named = server === undefined ? undefined : world.findMachine(server)?.name;
    if (named !== undefined) return named;
    const ofLab = this.current?.server;
    // -Server names a machine of the user's own organisation, which a lab's need not have.
    if (this.isInLab) return ofLab === undefined ? world.defaultServer : world.findMachine(ofLab)?.name;
    return server === undefined ? world.defaultServer : undefined;
  }
}
