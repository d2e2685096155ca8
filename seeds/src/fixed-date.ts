import JSZip from 'jszip';

/** The day the originals were "made": a fixed one, so that making them again changes nothing. */
export const MADE_AT = new Date('2021-11-15T01:00:00Z');

/** The same office file with every date in it set to `MADE_AT`; both libraries write the time of the run. */
export async function withFixedDate(file: ArrayBuffer | Buffer): Promise<Buffer> {
  const zip = await JSZip.loadAsync(file);
  const fixed = new JSZip();
  for (const name of Object.keys(zip.files).sort()) {
    const entry = zip.files[name]!;
    if (entry.dir) continue;
    const content =
      name === 'docProps/core.xml' ? withoutTime(await entry.async('string')) : await entry.async('nodebuffer');
    fixed.file(name, content, { date: MADE_AT, createFolders: false });
  }
  return fixed.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', platform: 'UNIX' });
}

const withoutTime = (xml: string): string =>
  xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${MADE_AT.toISOString().slice(0, 19)}Z`);
