export default defineAppConfig({ pages: ['pages/empty/index'], subPackages: [], animation: false } as Parameters<
  typeof defineAppConfig
>[0]);
