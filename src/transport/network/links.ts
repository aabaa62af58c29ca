// The lines between sites, machines, outside hosts, the perimeter and the Internet: up or down, how slow, how lossy.

import type { JsonObject } from '../../../state/schema/json.ts';

export interface LinkSetting {
  from: string;
  to: string;
  up: boolean;
  latencyMs: number;
  lossPercent: number;
}

export const perimeter = 'Perimeter';
export const internet = 'Internet';

/** An end of a way: the machine's or host's own name, and the place it stands in. */
export interface LinkEnd {
  name: string;
  place: string;
}

const sameSiteLatencyMs = 1;
const siteLatencyMs = 20;
const internetLatencyMs = 30;

export class Links {
  readonly settings = new Map<string, LinkSetting>();

  private key(from: string, to: string): string {
    return `${from.toLowerCase()}/${to.toLowerCase()}`;
  }

  set(from: string, to: string, changes: Partial<Pick<LinkSetting, 'up' | 'latencyMs' | 'lossPercent'>>): void {
    const key = this.key(from, to);
    const known = this.settings.get(key) ?? {
      from,
      to,
      up: true,
      latencyMs: this.defaultLatency(from, to),
      lossPercent: 0,
    };
    this.settings.set(key, { ...known, ...changes });
  }

  /** The setting with the most specific ends, or what holds without any. */
  between(from: LinkEnd, to: LinkEnd): LinkSetting {
    if (this.settings.size > 0) {
      for (const [a, b] of [
        [from.name, to.name],
        [from.name, to.place],
        [from.place, to.name],
        [from.place, to.place],
      ] as const) {
        const found = this.settings.get(this.key(a, b));
        if (found !== undefined) return found;
      }
    }
    return {
      from: from.place,
      to: to.place,
      up: true,
      latencyMs: this.defaultLatency(from.place, to.place),
      lossPercent: 0,
    };
  }

  private defaultLatency(from: string, to: string): number {
    if (from.toLowerCase() === to.toLowerCase()) return sameSiteLatencyMs;
    return from === internet || to === internet ? internetLatencyMs : siteLatencyMs;
  }

  save(): JsonObject {
    return { settings: [...this.settings.values()].map((setting) => ({ ...setting })) };
  }

  restore(saved: JsonObject): void {
    for (const setting of saved.settings as unknown as LinkSetting[])
      this.settings.set(this.key(setting.from, setting.to), { ...setting });
  }
}
