// Runs the suite as it would run on machines elsewhere: no test may depend on the zone of the machine.
import { spawnSync } from 'node:child_process';

const ZONES = ['UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati'];
// What is in the package does not depend on the zone, and packing takes the longest.
const args = ['vitest', 'run', '--exclude', 'tests/e2e/pack.test.ts'];

for (const zone of ZONES) {
  console.log(`TZ=${zone}`);
  const { status } = spawnSync('npx', args, {
    stdio: 'inherit',
    env: { ...process.env, TZ: zone },
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
