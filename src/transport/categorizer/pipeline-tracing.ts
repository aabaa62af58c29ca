// Pipeline tracing: copies of one sender's mail as it comes into the categorizer and as rules leave it, in a folder of its own for each
// message (*Using pipeline tracing to diagnose transport agent problems*).

import type { Machine } from '../machines/machine.ts';
import type { Message } from '../mail/message.ts';
import { mime } from '../notifications/render.ts';
import type { Simulation } from '../simulation.ts';

export type PipelineStep = 'Original' | 'Routing0001';

/** Writes a snapshot when PipelineTracingEnabled is on and the sender is PipelineTracingSenderAddress (`<>`: system messages). */
export function tracePipeline(simulation: Simulation, machine: Machine, message: Message, step: PipelineStep): void {
  const settings = simulation.serviceSettings(machine);
  if (settings.PipelineTracingEnabled !== true) return;
  const { PipelineTracingSenderAddress: sender, PipelineTracingPath: path } = settings;
  const from = message.returnPath === '' ? '<>' : message.returnPath;
  if (typeof path !== 'string' || path === '' || String(sender ?? '').toLowerCase() !== from.toLowerCase()) return;
  const recipients = message.recipients
    .filter((recipient) => recipient.state !== 'done')
    .map((recipient) => `X-Receiver: ${recipient.address}\r\n`);
  const folder = `${path.replace(/\\+$/, '')}\\MessageSnapshots\\${message.content.networkMessageId}`;
  simulation.effects.disk.write(
    machine.name,
    `${folder}\\${step}.eml`,
    `X-Sender: ${from}\r\n${recipients.join('')}${mime(message.content, message.hops)}`,
  );
}
