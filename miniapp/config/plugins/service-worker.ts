// Keeps the web's pages on the device, so that they open without a network; what they show comes from saved answers.
import { generateSW } from 'workbox-build';

/** What this plugin uses of Taro's plugin context. */
interface Context {
  paths: { outputPath: string };
  onBuildFinish(listener: () => Promise<void>): void;
}

export default (context: Context) => {
  context.onBuildFinish(async () => {
    if (process.env.TARO_ENV !== 'h5' || process.env.NODE_ENV !== 'production') return;
    const { outputPath } = context.paths;
    await generateSW({
      globDirectory: outputPath,
      globPatterns: ['index.html', 'js/*.js', 'css/*.css', 'static/**/*'],
      swDest: `${outputPath}/service-worker.js`,
      inlineWorkboxRuntime: true,
      sourcemap: false,
      navigateFallback: '/index.html',
      navigateFallbackDenylist: [/^\/api\//],
      // The names carry their content's hash already.
      dontCacheBustURLsMatching: /\.[0-9a-f]{8}\./,
      // A page open with the old version keeps its old parts until the person agrees to change.
      skipWaiting: false,
      clientsClaim: false,
      cleanupOutdatedCaches: true,
    });
  });
};
