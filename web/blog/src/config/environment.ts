/** Settings, read from the process at run time: what Vite knows of them would be frozen into the build. */

const httpUrl = (name: string, value: string): URL => {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.search !== "" || url.hash !== "") {
    throw new Error(`${name} is not an http or https address without user and query: '${url === null ? value : `${url.protocol}//${url.host}`}'. Set one such as http://localhost:8090.`);
  }

  return url;
};

/** Where PocketBase is, without a slash at the end. */
export const pocketBaseUrl = (environment: NodeJS.ProcessEnv = process.env): string => {
  const value = environment["PUBLIC_PB_URL"];
  if (value === undefined || value === "") {
    throw new Error("PUBLIC_PB_URL is not set: the blog does not know where its articles are. Set it to PocketBase's address, such as http://localhost:8090.");
  }

  return httpUrl("PUBLIC_PB_URL", value).href.replace(/\/+$/, "");
};

const hostName = /^(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$/i;

/**
 * The origin that visitors use, for links in feeds and head. `SITE_URL` decides; without it the request's own host does, because
 * the blog then is only reached through a proxy that passes the browser's Host on.
 */
export const siteOrigin = (request: Request, environment: NodeJS.ProcessEnv = process.env): string => {
  const fixed = environment["SITE_URL"];
  if (fixed !== undefined && fixed !== "") {
    return httpUrl("SITE_URL", fixed).origin;
  }

  const url = new URL(request.url);
  const host = request.headers.get("host") ?? url.host;
  const scheme = request.headers.get("x-forwarded-proto") === "https" ? "https" : url.protocol.replace(":", "");
  return `${scheme}://${hostName.test(host) ? host : url.host}`;
};
