// The built program on a sandbox folder of its own, as a user starts it.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Terminal } from './terminal.ts';

const program = fileURLToPath(new URL('../../dist/hubshell.js', import.meta.url));
const buildScript = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url));

/** `npm test` builds before the tests; a single test run by hand builds when there is nothing to run. */
export function ensureBuilt(): void {
  if (!existsSync(program)) spawnSync(process.execPath, [buildScript], { stdio: 'inherit' });
}

export interface RunResult {
  code: number | null;
  out: string;
  error: string;
}

export class Sandbox {
  readonly folder = mkdtempSync(join(tmpdir(), 'hubshell-test-'));
  /** The sandbox itself, so that scripts can lie beside it. */
  readonly state = join(this.folder, 'state');

  run(
    args: string[],
    options: { input?: string; environment?: Record<string, string>; limitMs?: number } = {},
  ): RunResult {
    const result = spawnSync(process.execPath, [program, '-NoLogo', '-State', this.state, ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      input: options.input ?? '',
      env: { ...process.env, ...options.environment },
      timeout: options.limitMs ?? 30_000,
    });
    return { code: result.status, out: result.stdout, error: result.stderr };
  }

  terminal(args: string[] = [], columns = 100): Terminal {
    return new Terminal([process.execPath, program, '-State', this.state, ...args], { columns });
  }

  /** A program whose terminal was taken away may still be writing its last state. */
  async dispose(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        rmSync(this.folder, { recursive: true, force: true });
        return;
      } catch (error) {
        if (attempt === 50) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }
}
