import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** Zip files count from 1980 and know no time zone; the same moment in every package makes the same bytes. */
const MOMENT = new Date(Date.UTC(2020, 0, 1, 12));

/** The folder as a zip: entries by name, one time and one mode for all, so that the same files are the same bytes. */
export async function zipFolder(folder: string): Promise<Buffer> {
  const zip = new ZipFile();
  for (const path of filesIn(folder)) {
    const name = relative(folder, path).split(sep).join('/');
    zip.addBuffer(readFileSync(path), name, { mtime: MOMENT, mode: 0o100644, forceDosTimestamp: true });
  }
  zip.end();
  return buffer(zip.outputStream);
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesIn(path) : [path];
    });
}
