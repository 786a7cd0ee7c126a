import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toFailure } from "@/data/errors";
import { toObject } from "@/data/json";
import { keys } from "@/data/keys";
import { pocketbase } from "@/data/pocketbase";
import type { PlatformVariant } from "@/data/records";
import { refresh } from "@/data/refresh";

/** Facebook did not take a post; the message is Facebook's. */
export class PublishRefused extends Error {}

/** Publishes a variant: through the server on Facebook, or as an article of the blog. The result is what the server remarks, empty for nothing. */
export function usePublish() {
  const client = useQueryClient();
  return useMutation<string, Error, PlatformVariant>({
    mutationFn: (variant) => (variant.platform === "facebook" ? publishToFacebook(variant) : publishToBlog(variant)),
    // A refused post is marked as failed, so the list has changed either way.
    onSettled: (_data, _error, { workspace_id }) => refresh(client, keys.records("platform_variants", workspace_id)),
  });
}

async function publishToFacebook({ id, workspace_id }: PlatformVariant): Promise<string> {
  let answer: unknown;
  try {
    answer = await pocketbase.send("/api/social/facebook/posts", { method: "POST", body: { workspace_id, variant_id: id } });
  } catch (error) {
    throw toFailure(error);
  }

  const { publish_status: status, facebook_response: response } = toObject(answer);
  if (status !== "published") {
    throw new PublishRefused(String(toObject(toObject(response)["error"])["message"] ?? status));
  }

  // Why the picture stayed behind, for example.
  return String(toObject(response)["picture"] ?? "");
}

async function publishToBlog({ id }: PlatformVariant): Promise<string> {
  try {
    await pocketbase.collection("platform_variants").update(id, { publish_status: "published" });
    return "";
  } catch (error) {
    throw toFailure(error);
  }
}
