/** A value, and whether it is an old copy because the source does not answer. */
export interface Copy<T> {
  readonly value: T;
  readonly isStale: boolean;
}

interface Entry<T> {
  value: T;
  /** Milliseconds of the clock. */
  loadedAt: number;
}

export interface CopiesOptions {
  /** For how long a copy counts as new, in milliseconds. */
  readonly freshFor: number;
  /** For how long a failing source is left alone, in milliseconds. */
  readonly restAfterFailure: number;
  /** How many copies are kept; the one longest unused goes first. */
  readonly most: number;
  readonly now: () => number;
}

/**
 * Copies of what a source said, by key. A new copy is served as it is; an older one is only served when the source fails, so what is
 * published shows after `freshFor`. Callers who ask for the same key at the same time share one question.
 */
export class Copies<T> {
  readonly #options: CopiesOptions;
  readonly #entries = new Map<string, Entry<T>>();
  readonly #questions = new Map<string, Promise<T>>();
  #restsUntil = -Infinity;

  constructor(options: CopiesOptions) {
    this.#options = options;
  }

  /** The copy of a key, or what `load` says; rejects with the source's failure when there is no copy at all. */
  async get(key: string, load: () => Promise<T>): Promise<Copy<T>> {
    const entry = this.#entries.get(key);
    const now = this.#options.now();
    if (entry !== undefined && now - entry.loadedAt < this.#options.freshFor) {
      this.#touch(key, entry);
      return { value: entry.value, isStale: false };
    }

    if (entry !== undefined && now < this.#restsUntil) {
      this.#touch(key, entry);
      return { value: entry.value, isStale: true };
    }

    try {
      return { value: await this.#ask(key, load), isStale: false };
    } catch (failure) {
      this.#restsUntil = this.#options.now() + this.#options.restAfterFailure;
      if (entry === undefined) {
        throw failure;
      }

      this.#touch(key, entry);
      return { value: entry.value, isStale: true };
    }
  }

  #ask(key: string, load: () => Promise<T>): Promise<T> {
    const running = this.#questions.get(key);
    if (running !== undefined) {
      return running;
    }

    const question = load()
      .then((value) => {
        this.#touch(key, { value, loadedAt: this.#options.now() });
        this.#restsUntil = -Infinity;
        return value;
      })
      .finally(() => this.#questions.delete(key));
    this.#questions.set(key, question);
    return question;
  }

  // A Map keeps the order of insertion: the first key is the one longest unused.
  #touch(key: string, entry: Entry<T>): void {
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#options.most) {
        return;
      }

      this.#entries.delete(oldest);
    }
  }
}
