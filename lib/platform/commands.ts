import { browser } from 'wxt/browser';

/** Keys that work from any tab of Chrome; the manifest gives their usual combinations, Chrome lets people change them. */
export type Command = 'end-as-no-answer' | 'dial-next' | 'mute';

export function onCommand(command: Command, act: () => void): void {
  browser.commands.onCommand.addListener((pressed) => {
    if (pressed === command) act();
  });
}
