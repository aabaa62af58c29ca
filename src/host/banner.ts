// What a typed session shows first, as the Exchange Management Shell does.

import type { UserInterface } from '../runtime/host.ts';

const LINES = `
         Welcome to the Exchange Management Shell!

Full list of cmdlets: Get-Command
Only Exchange cmdlets: Get-ExCommand
Cmdlets that match a specific string: Help *<string>*
Get general help: Help
Get help for a cmdlet: Help <cmdlet name> or <cmdlet name> -?
Show full output for a command: <command> | Format-List
`;

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

/** `server`: the machine that the shell sits on, by its full name. */
export function showBanner(ui: UserInterface, server: string, offer: string): void {
  const verbose = (text: string) => (ui.colors ? `\x1b[33;1mVERBOSE: ${text}\x1b[0m\n` : `VERBOSE: ${text}\n`);
  ui.write(`${LINES}${offer}\n\n${verbose(`Connecting to ${server}.`)}${verbose(`Connected to ${server}.`)}`);
}
