export default defineAppConfig({ pages: ['pages/empty/index'], animation: false } as Parameters<
  typeof defineAppConfig
>[0]);
