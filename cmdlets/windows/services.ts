// Services of a machine as the service cmdlets and net see them.

import type { ServiceView } from '../../src/transport/views.ts';

/** Running services that need `service`, directly or through others, in the order in which they must stop. */
export function runningDependents(services: ServiceView[], service: ServiceView): ServiceView[] {
  const found: ServiceView[] = [];
  const visit = (name: string): void => {
    for (const each of services) {
      if (each.status === 'Stopped' || found.includes(each)) continue;
      if (!each.dependsOn.some((other) => other.toLowerCase() === name.toLowerCase())) continue;
      visit(each.name);
      if (!found.includes(each)) found.push(each);
    }
  };
  visit(service.name);
  return found;
}
