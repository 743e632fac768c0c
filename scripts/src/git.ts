// git in a repository, its answer as text.
import { execFileSync } from 'node:child_process';

export type Git = (...args: string[]) => string;

/** With a token, pushes to that server carry it; it is handed over in the environment, where no list of processes shows it. */
export function gitIn(directory: string, access?: { server: string; token: string }): Git {
  const env = { ...process.env, ...(access && authorisation(access)) };
  return (...args) => execFileSync('git', args, { cwd: directory, env, encoding: 'utf8' }).trim();
}

function authorisation({ server, token }: { server: string; token: string }): Record<string, string> {
  const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${server}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${credentials}`,
  };
}
