// No page has a script of its own; JSON-LD is data, which a browser does not run. Pictures of articles may be anybody's.
const policy = [
  "default-src 'none'", "img-src 'self' https: http: data:", "style-src 'self'", "font-src 'self'", "form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'",
].join("; ");

/** Sets what every answer carries. A page is good for as long as the server's own copy, and for a day when the server fails. */
export const setHeaders = (headers: Headers, isBuilt: boolean): void => {
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
  if (!headers.has("Cache-Control")) {
    headers.set("Cache-Control", "public, max-age=0, s-maxage=2, stale-if-error=86400");
  }

  // The development server brings scripts and styles into the page.
  if (isBuilt && headers.get("Content-Type")?.startsWith("text/html") === true) {
    headers.set("Content-Security-Policy", policy);
  }
};
