// What a typed session shows first, as the Exchange Management Shell does.

import type { UserInterface } from '../runtime/host.ts';
import { BANNER, TIPS } from '../session/management/shell-functions.ts';

const offers = {
  en: {
    tour: 'New here? A tour of five minutes: Start-Lab first-steps',
    labs: 'Broken organizations to repair: Get-Lab',
    open: (lab: string) => `You are in the lab ${lab}. Its story again: Start-Lab ${lab}   Leave it: Stop-Lab`,
  },
  ja: {
    tour: '初めての方へ - 5 分間のツアー: Start-Lab first-steps',
    labs: '障害のある組織を修復する練習: Get-Lab',
    open: (lab: string) => `ラボ ${lab} の途中です。ストーリーの再表示: Start-Lab ${lab}   終了: Stop-Lab`,
  },
};

/** A line about the labs: the tour for newcomers, the list for others, the way out for who is in one. Never a question. */
export function offerOf(uiCulture: string, lab: string | undefined, knowsLabs: boolean): string {
  const texts = uiCulture.toLowerCase().startsWith('ja') ? offers.ja : offers.en;
  if (lab !== undefined) return texts.open(lab);
  return knowsLabs ? texts.labs : texts.tour;
}

/** `server`: the machine that the shell sits on, by its full name; `day`: which of the tips it is. */
export function showBanner(ui: UserInterface, server: string, offer: string, day: number): void {
  const verbose = (text: string) => (ui.colors ? `\x1b[33;1mVERBOSE: ${text}\x1b[0m\n` : `VERBOSE: ${text}\n`);
  const number = day % TIPS.length;
  ui.write(`${BANNER}${offer}\n\nTip of the day #${number + 1}:\n\n${TIPS[number]}\n\n`);
  ui.write(`${verbose(`Connecting to ${server}.`)}${verbose(`Connected to ${server}.`)}`);
}
