import type { QueryClient, QueryKey } from "@tanstack/react-query";

/**
 * Asks again for every answer below a key, because what they tell has changed. Resolves when what is shown is up to date; what is not shown is asked
 * for when it is next.
 */
export async function refresh(client: QueryClient, ...queryKeys: QueryKey[]): Promise<void> {
  await Promise.all(
    queryKeys.map(async (queryKey) => {
      // TanStack Query keeps a first answer that is on its way, and takes it for up to date: it may be from before the change.
      await client.cancelQueries({ queryKey });
      await client.invalidateQueries({ queryKey });
    }),
  );
}
