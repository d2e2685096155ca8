import { blobData, fileBlob, newTemporaryFile, USER_DATA_PATH, writeFile } from './phone-files.ts';
import type { MakeCall } from './wx-call.ts';

interface Sent {
  url: string;
  header?: Record<string, string>;
}

/** `wx.request` and its kin, over the real network: the county's address, as it was built in, leads to the test server. */
export function network(call: MakeCall, apiBase: string) {
  const real = (url: string) => {
    if (!url.startsWith(apiBase)) throw new Error('url not in domain list');
    return url.replace(apiBase, '/api');
  };
  return {
    request: call('request', async ({ url, header, method, data }: Sent & { method: string; data?: string }) => {
      const body = method === 'GET' ? null : (data ?? null);
      const reply = await reach(real(url), { method, headers: header ?? {}, body });
      return { ...answered(reply), data: await reply.text() };
    }),
    uploadFile: call(
      'uploadFile',
      async (sent: Sent & { filePath: string; name: string; fileName?: string; formData?: Record<string, string> }) => {
        const form = new FormData();
        for (const [name, value] of Object.entries(sent.formData ?? {})) form.append(name, value);
        form.append(sent.name, await fileBlob(sent.filePath), sent.fileName ?? 'file');
        const reply = await reach(real(sent.url), { method: 'POST', headers: sent.header ?? {}, body: form });
        return { ...answered(reply), data: await reply.text() };
      },
    ),
    downloadFile: call('downloadFile', async ({ url, header, filePath }: Sent & { filePath?: string }) => {
      const reply = await reach(real(url), { headers: header ?? {} });
      const data = await blobData(await reply.blob());
      if (filePath?.startsWith(USER_DATA_PATH)) writeFile(filePath, data);
      const tempFilePath = filePath ?? newTemporaryFile(data);
      return { ...answered(reply), tempFilePath, filePath };
    }),
    getNetworkType: call('getNetworkType', () => ({ networkType: navigator.onLine ? '4g' : 'none' })),
    onNetworkStatusChange(tell: (status: { isConnected: boolean; networkType: string }) => void) {
      window.addEventListener('online', () => tell({ isConnected: true, networkType: '4g' }));
      window.addEventListener('offline', () => tell({ isConnected: false, networkType: 'none' }));
    },
    offNetworkStatusChange() {},
  };
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch {
    throw new Error('errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED');
  }
}

function answered(reply: Response) {
  return { statusCode: reply.status, header: Object.fromEntries(reply.headers) };
}
