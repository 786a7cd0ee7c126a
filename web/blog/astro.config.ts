import node from "@astrojs/node";
import { defineConfig, passthroughImageService } from "astro/config";

export default defineConfig({
  output: "server",
  adapter: node({ mode: "standalone" }),
  devToolbar: { enabled: false },
  // Pictures are served by PocketBase as they are; Sharp's programs stay out of the image.
  image: { service: passthroughImageService() },
  build: { inlineStylesheets: "never" },
  server: { host: "127.0.0.1" },
  vite: {
    // Another port than the one the graph was told would be found by nobody.
    server: { strictPort: true },
    build: { assetsInlineLimit: 0 },
    plugins: [
      {
        name: "bundle-everything",
        // Everything but Node itself goes into dist: the image needs no node_modules. The development server takes packages as they are.
        config: (_, { command }) => (command === "build" ? { ssr: { noExternal: true } } : {}),
      },
    ],
  },
});
