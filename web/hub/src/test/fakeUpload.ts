import { vi } from "vitest";

/** `XMLHttpRequest` over the fake server's `fetch`: it says that half is sent, then sends. */
export function stubUpload(): void {
  vi.stubGlobal(
    "XMLHttpRequest",
    class {
      upload: { onprogress?: (event: { loaded: number; total: number; lengthComputable: boolean }) => void } = {};
      onload?: () => void;
      onerror?: () => void;
      onabort?: () => void;
      status = 0;
      statusText = "";
      responseText = "";
      #method = "GET";
      #url = "";
      readonly #headers: Record<string, string> = {};
      readonly #abort = new AbortController();

      open(method: string, url: string) {
        this.#method = method;
        this.#url = url;
      }

      setRequestHeader(name: string, value: string) {
        this.#headers[name] = value;
      }

      abort() {
        this.#abort.abort();
        this.onabort?.();
      }

      send(body: FormData | null) {
        this.upload.onprogress?.({ loaded: 1, total: 2, lengthComputable: true });
        void fetch(this.#url, { method: this.#method, headers: this.#headers, body, signal: this.#abort.signal }).then(
          async (response) => {
            this.status = response.status;
            this.responseText = await response.text();
            this.onload?.();
          },
          () => this.onerror?.(),
        );
      }
    },
  );
}
