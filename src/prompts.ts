import confirm from '@inquirer/confirm';
import input from '@inquirer/input';
import search from '@inquirer/search';
import select from '@inquirer/select';
import type { Choice, Prompts } from './host';

/** Questions at a real terminal. Ctrl-C at one rejects with an error called ExitPromptError. */
export const prompts: Prompts = {
  pick: (message, choices) => select({ message, choices }),
  text: (message, { usual, check }) =>
    input({
      message,
      ...(usual === undefined ? {} : { default: usual }),
      validate: (typed) => check(typed) ?? true,
    }),
  find: (message, matching) =>
    search<string>({ message, source: (typed): readonly Choice[] => matching(typed ?? ''), pageSize: 8 }),
  confirm: (message) => confirm({ message, default: true }),
};
