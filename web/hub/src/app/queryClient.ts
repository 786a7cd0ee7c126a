import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { type Failure, toFailure } from "@/data/errors";
import { signOut } from "@/session/session";

// A page that was read less than this ago is shown without asking again.
const fresh = 15_000;

/** The cache of the server's answers. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (toFailure(error).kind === "signedOut") {
      signOut();
    }
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // "always": without a connection a call fails at once and says so, instead of waiting in silence.
      queries: { staleTime: fresh, networkMode: "always", refetchOnReconnect: "always", retry: (count, error) => count < 2 && isPassing(toFailure(error)) },
      mutations: { networkMode: "always", retry: false },
    },
  });
}

function isPassing({ kind }: Failure): boolean {
  return kind === "offline" || kind === "server" || kind === "busy";
}
