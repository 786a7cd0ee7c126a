import { useQuery } from "@tanstack/react-query";
import { agentAddress } from "@/agent/client";
import { keys } from "@/data/keys";

// The agent answers in milliseconds; after 3 s a user takes it for gone.
const patience = 3000;

/** Whether the agent answers and says that it is well; asked every 30 s while the page is looked at. */
export function useAgentHealth(): boolean {
  const { data } = useQuery({
    queryKey: keys.agentHealth(),
    queryFn: async ({ signal }) => {
      try {
        const response = await fetch(`${agentAddress}/health`, { signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]) });
        return response.ok;
      } catch {
        return false;
      }
    },
    refetchInterval: 30_000,
  });
  return data ?? false;
}
