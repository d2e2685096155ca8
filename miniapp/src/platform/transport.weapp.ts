import Taro from '@tarojs/taro';
import {
  APP_HEADERS,
  FILE_TIMEOUT,
  REQUEST_TIMEOUT,
  type WireDownload,
  type WireReply,
  type WireRequest,
  type WireUpload,
} from './transport-types';

type Headers = Record<string, string>;

/** The full address of something the API serves, such as a signed link to a photo. */
export const addressOf = (path: string) => `${API_BASE}${path}`;

export async function send(request: WireRequest): Promise<WireReply> {
  // wx.request knows no PATCH; the server takes this header for it.
  const patch = request.method === 'PATCH';
  const options = {
    method: patch ? ('POST' as const) : (request.method as 'GET' | 'POST' | 'PUT' | 'DELETE'),
    header: {
      ...headers(request.token),
      ...(patch ? { 'X-HTTP-Method-Override': 'PATCH' } : {}),
      ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(request.ifNoneMatch ? { 'If-None-Match': request.ifNoneMatch } : {}),
    },
    data: request.body === undefined ? undefined : JSON.stringify(request.body),
    timeout: request.timeoutMs ?? REQUEST_TIMEOUT,
    responseType: 'text' as const,
  };
  const inCloud = { ...options.header, 'X-WX-SERVICE': WECHAT_CLOUD_SERVICE };
  try {
    const reply = WECHAT_CLOUD_ENV
      ? await Taro.cloud.callContainer({
          ...options,
          path: `/api${request.path}`,
          config: { env: WECHAT_CLOUD_ENV },
          header: inCloud,
        })
      : // Any other dataType than json leaves the text as it came.
        await Taro.request<string>({ ...options, url: addressOf(request.path), dataType: '其他' });
    const text = typeof reply.data === 'string' ? reply.data : JSON.stringify(reply.data);
    const told = reply.header as Headers | undefined;
    return {
      kind: 'reply',
      status: reply.statusCode,
      text,
      date: dateOf(told),
      etag: told?.ETag ?? told?.etag,
      retryAfter: told?.['Retry-After'] ?? told?.['retry-after'],
    };
  } catch (error) {
    return { kind: whyNoReply(error) };
  }
}

export async function sendFile(upload: WireUpload): Promise<WireReply> {
  try {
    const reply = await Taro.uploadFile({
      url: addressOf(upload.path),
      name: 'file',
      filePath: upload.file.content as string,
      fileName: upload.file.name,
      formData: upload.fields,
      header: headers(upload.token),
      timeout: upload.timeoutMs ?? FILE_TIMEOUT,
    });
    return {
      kind: 'reply',
      status: reply.statusCode,
      text: reply.data,
      date: dateOf(reply.header as Headers | undefined),
    };
  } catch (error) {
    return { kind: whyNoReply(error) };
  }
}

export async function receiveFile(path: string, name: string, token?: string): Promise<WireDownload> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`;
  try {
    const reply = await Taro.downloadFile({
      url: addressOf(path),
      filePath,
      header: headers(token),
      timeout: FILE_TIMEOUT,
    });
    const header = (reply as { header?: Headers }).header;
    if (reply.statusCode === 200) {
      const file = { id: name, name, mediaType: '', size: 0, previewUrl: filePath, content: filePath };
      return { kind: 'file', file, date: dateOf(header) };
    }
    const text = Taro.getFileSystemManager().readFileSync(filePath, 'utf8');
    return { kind: 'reply', status: reply.statusCode, text: String(text), date: dateOf(header) };
  } catch (error) {
    return { kind: whyNoReply(error) };
  }
}

function headers(token: string | undefined): Headers {
  return token ? { ...APP_HEADERS, Authorization: `Bearer ${token}` } : { ...APP_HEADERS };
}

function dateOf(header: Headers | undefined): string | undefined {
  return header?.Date ?? header?.date;
}

function whyNoReply(error: unknown): 'timed-out' | 'offline' {
  return /time ?out/i.test((error as { errMsg?: string }).errMsg ?? '') ? 'timed-out' : 'offline';
}
