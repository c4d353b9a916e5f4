import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const candidates = ['../../examples/finland-2020/', '../../../examples/finland-2020/'];

/** The folder of the example: beside the sources, or one folder higher above the build. */
export const examplesFolder = (): string => {
  const folders = candidates.map((path) => fileURLToPath(new URL(path, import.meta.url)));
  return folders.find((folder) => existsSync(folder)) ?? (folders[0] as string);
};
