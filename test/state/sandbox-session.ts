// Sessions on one sandbox folder, one after the other: opened, used, closed or killed.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sandboxDrives } from '../../src/host/files/sandbox-drives.ts';
import { NodeFolder } from '../../src/host/storage/node-folder.ts';
import { organizationFiles } from '../../src/host/storage/organization-files.ts';
import { openSession, type Session, type SessionOptions } from '../../src/session.ts';

const organizationsFolder = fileURLToPath(new URL('../../state/organizations/', import.meta.url));

export class SandboxFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'hubshell-sandbox-'));

  /** Opens a session; what it writes is collected in `output`. */
  open(options: Partial<SessionOptions> = {}): OpenSession {
    const chunks: string[] = [];
    const write = (text: string) => void chunks.push(text);
    const nobody = (): never => {
      throw new Error('nobody can be asked in this test');
    };
    const session = openSession({
      folder: new NodeFolder(this.path),
      files: (context) => sandboxDrives(this.path, [], context),
      ui: {
        interactive: false,
        write,
        writeError: write,
        readLine: nobody,
        choose: nobody,
        readKey: nobody,
        progress: () => {},
        clear: () => {},
        setTitle: () => {},
        columns: 120,
        rows: 30,
        colors: false,
      },
      interrupt: { requested: false, clear: () => {} },
      organizations: organizationFiles(organizationsFolder),
      monotonicMs: () => performance.now(),
      wallClockMs: () => 0,
      followsRealTime: false,
      warn: (text) => write(`WARNING: ${text}\n`),
      ...options,
    });
    return new OpenSession(session, chunks);
  }

  dispose(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export class OpenSession {
  readonly session: Session;
  readonly #chunks: string[];

  constructor(session: Session, chunks: string[]) {
    this.session = session;
    this.#chunks = chunks;
  }

  /** Runs text; gives what was written meanwhile, without blank lines at its ends. */
  run(text: string): string {
    this.#chunks.length = 0;
    this.session.run(text);
    return this.#chunks.join('').trim();
  }

  close(): void {
    this.session.close();
  }
}
