import { spawn } from 'node:child_process';

/** The system's opener for an address; no shell sees the address. */
function openerOf(platform: string, url: string): readonly [command: string, args: readonly string[]] {
  if (platform === 'darwin') return ['open', [url]];
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]];
  return ['xdg-open', [url]];
}

/** Opens an http(s) address in the reader's browser. False where there is no opener, or no screen to open it on. */
export function openInBrowser(
  url: string,
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const hasScreen =
    platform === 'darwin' ||
    platform === 'win32' ||
    [env.DISPLAY, env.WAYLAND_DISPLAY, env.WSL_DISTRO_NAME].some(Boolean);
  if (!hasScreen) return Promise.resolve(false);
  const [command, args] = openerOf(platform, url);
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true });
    child.on('error', () => resolve(false));
    child.on('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
