import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const port = Number(process.env["PORT"] ?? 5173);
// Outside the graph, `TMCP_GATEWAY=http://localhost:8080 npm run dev -w hub` borrows the data of a running stack.
const gateway = process.env["TMCP_GATEWAY"];
const proxy = gateway ? { "/pb": gateway, "/api/agent": gateway } : undefined;

// Packages are bundled in another form for each of them, and a server that finds the other form bundles them anew, under the server in use beside it.
const form = process.env["NODE_ENV"] ?? "development";

export default defineConfig({
  base: "/hub/",
  cacheDir: `node_modules/.vite/${form}`,
  plugins: [react(), tailwindcss()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  // Behind the gateway the page comes from another port, under any host name the user has given the machine.
  server: { port, strictPort: true, host: "127.0.0.1", allowedHosts: true, ...(proxy && { proxy }) },
  preview: { port, strictPort: true, host: "127.0.0.1", allowedHosts: true, ...(proxy && { proxy }) },
  build: { target: "es2022", sourcemap: true, manifest: true },
  test: {
    environment: "jsdom",
    environmentOptions: { jsdom: { url: "http://localhost/hub/" } },
    setupFiles: ["src/test/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    restoreMocks: true,
    // Two cores, shared: a slow render is not a failure.
    testTimeout: 90_000,
    env: { DEBUG_PRINT_LIMIT: "2000" },
    coverage: { include: ["src/**/*.{ts,tsx}"], exclude: ["src/**/*.test.{ts,tsx}", "src/test/**"] },
  },
});
