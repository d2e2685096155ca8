/** A photo or document chosen on this device. */
export interface PickedFile {
  /** Made here; the server stores the file under it, once. */
  id: string;
  name: string;
  mediaType: string;
  size: number;
  /** Fit for the `src` of a picture. */
  previewUrl: string;
  /** A blob on the web, a local path in WeChat: only `platform/` looks inside. */
  content: Blob | string;
}

/** What became of asking the person for files. */
export type Picked = { files: PickedFile[] } | { cancelled: true } | { failed: string };
