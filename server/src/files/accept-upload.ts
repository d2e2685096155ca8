import { invalidField } from '../http/refusal.ts';
import type { Upload } from '../http/upload.ts';
import { officeMediaType, UNSAFE } from './office-package.ts';
import { pdfFault } from './pdf-content.ts';

const LONGEST_SIDE = 1600;
const MAX_PIXELS = 50e6;
const QUALITY = 80;
/** A photo takes a second; what is made to take minutes is given up. */
const LONGEST_SECONDS = 30;

const PHOTOS = /^(?:jpeg|png|webp)$/;

/** What is kept of an upload. */
export interface AcceptedFile {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

/** Shown in place by a browser: only what was drawn anew here, and so holds nothing but a picture. */
export const PHOTO_TYPE = 'image/jpeg';

/**
 * Judges a file by its content, whatever its name says. Photos are turned upright, made smaller and written anew
 * without where and when they were taken; PDF, Word and Excel files are kept as they are.
 */
export async function acceptUpload({ name, bytes }: Upload): Promise<AcceptedFile> {
  switch (kindOf(bytes)) {
    case 'photo':
      return { name: withEnding(name, 'jpg'), mediaType: PHOTO_TYPE, bytes: await redraw(bytes) };
    case 'heic':
      throw refused(
        '这张照片是 HEIC 格式，服务器读不了。请在手机“设置 - 相机 - 格式”中选“兼容性最佳”，或存为 JPG 后再上传',
      );
    case 'pdf':
      await demandPlainPdf(bytes);
      return { name: withEnding(name, 'pdf'), mediaType: 'application/pdf', bytes };
    default: {
      const mediaType = officeMediaType(bytes);
      if (mediaType === UNSAFE)
        throw refused('文件里有宏、嵌入的程序，或打开时会取外部内容。请去掉宏和程序、断开外部链接，另存后再上传');
      if (!mediaType) throw refused('只能上传 JPG、PNG、WebP 照片，或 PDF、Word（docx）、Excel（xlsx）文件');
      return { name: withEnding(name, mediaType.endsWith('sheet') ? 'xlsx' : 'docx'), mediaType, bytes };
    }
  }
}

/** As OWASP's guidance on uploads has it: whoever opens it must not run or unpack what a stranger put in. */
async function demandPlainPdf(bytes: Buffer): Promise<void> {
  const fault = await pdfFault(bytes);
  if (fault === 'runs') throw refused('这份 PDF 里有脚本、程序或夹带的文件。请打开后用“打印”另存为 PDF，再上传');
  if (fault === 'locked') throw refused('这份 PDF 加了密码或读不出来。请打开后用“打印”另存为 PDF，再上传');
}

/** By the first bytes; SVG, HTML and programs begin like none of these. */
function kindOf(bytes: Buffer): 'photo' | 'heic' | 'pdf' | undefined {
  const head = bytes.toString('latin1', 0, 12);
  if (head.startsWith('\xff\xd8\xff') || head.startsWith('\x89PNG\r\n\x1a\n')) return 'photo';
  if (head.startsWith('RIFF') && head.slice(8) === 'WEBP') return 'photo';
  if (/^ftyp(?:hei[cfmsvx]|hev[cmsx]|mif1|msf1)/.test(head.slice(4))) return 'heic';
  if (head.startsWith('%PDF-') && isWholePdf(bytes)) return 'pdf';
  return undefined;
}

/** A PDF ends with its own mark; the end of a zip behind or before it would make it two files in one. */
function isWholePdf(bytes: Buffer): boolean {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 70_000));
  return /%%EOF\s*$/.test(tail) && !tail.includes('PK\x05\x06');
}

async function redraw(bytes: Buffer): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
    const { format } = await image.metadata();
    if (!PHOTOS.test(format)) throw new Error(`${format} in a photo's clothes`);
    return await image
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: QUALITY, mozjpeg: true })
      .timeout({ seconds: LONGEST_SECONDS })
      .toBuffer();
  } catch (error) {
    const tooMany = error instanceof Error && error.message.includes('pixel limit');
    throw refused(
      tooMany ? '照片尺寸太大（超过 5000 万像素），请缩小后再上传' : '照片已损坏或没有传完整，请重新拍摄或另选一张',
    );
  }
}

/** The name says what the content is: an ending it does not have is put right. */
function withEnding(name: string, ending: string): string {
  const endings = ending === 'jpg' ? /[.]jpe?g$/i : new RegExp(`[.]${ending}$`, 'i');
  return endings.test(name) ? name : `${name.replace(/[.][A-Za-z0-9]{1,8}$/, '')}.${ending}`;
}

const refused = (message: string) => invalidField('file', message);
