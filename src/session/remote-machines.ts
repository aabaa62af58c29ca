// Remote sessions: script blocks and typed lines that run on another machine of the organisation, in an engine of their own whose
// host is that machine. Objects come back as they are; nothing is serialised (design: no remoting artefacts).

import type { RemoteCall, RemoteRunspaces } from '../../cmdlets/core/engine/shared/remoting.ts';
import type { Node } from '../language/ast.ts';
import { children } from '../language/visit.ts';
import type { CmdletContext } from '../runtime/cmdlet.ts';
import type { Engine } from '../runtime/engine.ts';
import { DotNetException, ErrorRecord } from '../runtime/errors.ts';
import { ScriptBlock } from '../runtime/script-block.ts';
import { PSObject, type Value } from '../runtime/values.ts';
import type { World } from '../transport/world.ts';

export interface RemoteMachinesParts {
  world(): World;
  /** An engine that sits on the machine. */
  makeEngine(server: string): Engine;
  /** Typed lines run in this engine from now on; undefined: on the shell's own machine again. */
  enter(engine: Engine | undefined): void;
}

const sessionTypeName = 'System.Management.Automation.Runspaces.PSSession';

/** Text that runs a block with arguments and input in the other engine. */
const runner = 'param($block, $list, $items, $piped) if ($piped) { $items | & $block @list } else { & $block @list }';

export class RemoteMachines implements RemoteRunspaces {
  readonly #parts: RemoteMachinesParts;
  readonly #engines = new WeakMap<object, Engine>();
  readonly #sessions: PSObject[] = [];
  #nextId = 1;
  /** Session that typed lines run in. */
  #entered: PSObject | undefined;

  constructor(parts: RemoteMachinesParts) {
    this.#parts = parts;
  }

  /** The machine's name; throws the error of a name that nobody answers to. */
  #reach(computerName: string): string {
    const machine = this.#parts.world().findMachine(computerName);
    if (machine?.online) return machine.name;
    const reason = machine
      ? 'WinRM cannot complete the operation. Verify that the specified computer name is valid, that the computer is accessible over the network, and that a firewall exception for the WinRM service is enabled and allows access from this computer.'
      : `The WinRM client cannot process the request because the server name cannot be resolved.`;
    throw new DotNetException(
      'System.Management.Automation.Remoting.PSRemotingTransportException',
      `[${computerName}] Connecting to remote server ${computerName} failed with the following error message : ${reason} For more information, see the about_Remote_Troubleshooting Help topic.`,
      {
        errorId: machine ? 'WinRMOperationTimeout,PSSessionStateBroken' : 'ComputerNotFound,PSSessionStateBroken',
        category: 'OpenError',
        target: computerName,
      },
    );
  }

  invokeOnComputer(cmdlet: CmdletContext, computerName: string, call: RemoteCall): void {
    const name = this.#reach(computerName);
    this.#invoke(cmdlet, this.#parts.makeEngine(name), name, call);
  }

  invokeInSession(cmdlet: CmdletContext, session: Value, call: RemoteCall): void {
    const engine = this.#engineOf(session);
    this.#invoke(cmdlet, engine, String((session as PSObject).get('ComputerName')), call);
  }

  #engineOf(session: Value): Engine {
    const engine = session instanceof PSObject ? this.#engines.get(session) : undefined;
    if (engine && session instanceof PSObject) {
      this.#reach(String(session.get('ComputerName')));
      return engine;
    }
    const message = 'Because the session state for session is not Opened, you cannot run a command in the session.';
    throw new DotNetException('System.Management.Automation.PSInvalidOperationException', message, {
      errorId: 'InvokeCommandCommandInvalidSessionState',
      category: 'InvalidOperation',
      target: session,
    });
  }

  #invoke(cmdlet: CmdletContext, engine: Engine, computer: string, call: RemoteCall): void {
    if (!(call.block instanceof ScriptBlock)) return;
    handOver(cmdlet.engine, engine, call.block);
    const block = engine.createScriptBlock(call.block.toString());
    engine.execute(runner.replace(/^param\([^)]*\)/, '$block, $list, $items, $piped = $args;'), {
      args: [block, call.args, call.input ?? [], call.input !== undefined],
      sink: {
        write: (value) => {
          if (value instanceof ErrorRecord) cmdlet.error(value);
          else call.output.write(named(value, computer));
        },
      },
    });
  }

  open(computerName: string): PSObject {
    const name = this.#reach(computerName);
    const id = this.#nextId++;
    const session = PSObject.of(
      {
        Id: id,
        Name: `Runspace${id}`,
        ComputerName: name,
        ComputerType: 'RemoteMachine',
        State: 'Opened',
        ConfigurationName: 'Microsoft.PowerShell',
        Availability: 'Available',
      },
      sessionTypeName,
    );
    this.#engines.set(session, this.#parts.makeEngine(name));
    this.#sessions.push(session);
    return session;
  }

  sessions(): readonly PSObject[] {
    return this.#sessions;
  }

  close(session: PSObject): void {
    session.set('State', 'Closed');
    session.set('Availability', 'None');
    this.#engines.delete(session);
    const index = this.#sessions.indexOf(session);
    if (index >= 0) this.#sessions.splice(index, 1);
    if (this.#entered === session) this.leave();
  }

  /** The machines are those of another world from now on. */
  closeAll(): void {
    for (const session of [...this.#sessions]) this.close(session);
  }

  /** Typed lines go to the session; its prompt says where. */
  enterSession(session: PSObject): void {
    const engine = this.#engineOf(session);
    const name = String(session.get('ComputerName'));
    engine.execute(`function global:prompt { "[${name}]: [PS] $(Get-Location)>" }`, {
      sink: { write: () => undefined },
    });
    this.#entered = session;
    this.#parts.enter(engine);
  }
  /** False when no session was entered. */
  leave(): boolean {
    if (!this.#entered) return false;
    this.#entered = undefined;
    this.#parts.enter(undefined);
    return true;
  }
}

/** `$using:x` in the block: the caller's values become variables there. */
function handOver(from: Engine, to: Engine, block: ScriptBlock): void {
  const pending: Node[] = [block.ast];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.kind === 'Variable' && node.scope === 'using') to.variables.set(node.name, from.valueOf(node.name));
    pending.push(...children(node));
  }
}

/** Objects made there say where they come from; the property is not part of the default display. */
function named(value: Value, computer: string): Value {
  if (value instanceof PSObject && value.base === undefined)
    value.members.set('pscomputername', {
      kind: 'NoteProperty',
      name: 'PSComputerName',
      value: computer,
      hidden: true,
    });
  return value;
}
