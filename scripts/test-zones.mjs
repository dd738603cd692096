// Runs the suite as it would run on machines elsewhere: no test may depend on the zone of the machine.
import { spawnSync } from 'node:child_process';

const ZONES = ['Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati'];
// What takes long and has nothing to do with days: packing, killing, link checks, the launcher, ranking, reading YAML.
const ELSEWHERE = ['e2e/pack', 'e2e/update', 'e2e/links', 'e2e/start', 'bench/*', 'catalogue/yaml-list'];
const args = ['vitest', 'run', ...ELSEWHERE.flatMap((name) => ['--exclude', `tests/${name}.test.ts`])];

for (const zone of ZONES) {
  console.log(`TZ=${zone}`);
  const { status } = spawnSync('npx', args, {
    stdio: 'inherit',
    env: { ...process.env, TZ: zone },
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
