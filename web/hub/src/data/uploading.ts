/** From 0 to 1, of what is to be sent. */
export type OnProgress = (share: number) => void;

/**
 * A `fetch` that says how much of the body is on its way, which the browser's own cannot. For the `fetch` option of the PocketBase client, which sends
 * FormData and expects JSON.
 */
export function fetchWithProgress(onProgress: OnProgress): (url: RequestInfo | URL, init?: RequestInit) => Promise<Response> {
  return (url, init = {}) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(init.method ?? "GET", String(url));
      new Headers(init.headers).forEach((value, name) => request.setRequestHeader(name, value));
      request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
        if (lengthComputable && total > 0) {
          onProgress(loaded / total);
        }
      };
      request.onload = () => {
        // A response with one of these statuses may have no body at all.
        const hasBody = request.status !== 204 && request.status !== 304;
        resolve(new Response(hasBody ? request.responseText : null, { status: request.status, statusText: request.statusText, headers: { "Content-Type": "application/json" } }));
      };
      request.onerror = () => reject(new TypeError("The connection failed."));
      request.onabort = () => reject(new DOMException("The upload was stopped.", "AbortError"));
      init.signal?.addEventListener("abort", () => request.abort());
      request.send((init.body ?? null) as XMLHttpRequestBodyInit | null);
    });
}
