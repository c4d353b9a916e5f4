import { readFileSync } from 'node:fs';

const packageFile = new URL('../../package.json', import.meta.url);
const builtPackageFile = new URL('../../../package.json', import.meta.url);

const versionIn = (file: URL): string | null => {
  try {
    const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string };
    return name === 'vaihe' ? (version ?? null) : null;
  } catch {
    return null;
  }
};

/** Release of this software: the version in package.json, which lies one folder higher above the build. */
export const release: string = versionIn(packageFile) ?? versionIn(builtPackageFile) ?? 'unknown';
