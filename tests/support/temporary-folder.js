import { chmod, mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder for a server's data, open for entering: run by root the server is another user. */
export const makeTemporaryFolder = async () => {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'vaihe-test-'));
  await chmod(folder, 0o755);
  return folder;
};
