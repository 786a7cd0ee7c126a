import PocketBase from "pocketbase";

/** The one client. Its address is relative, so the same build serves under every host. */
export const pocketbase = new PocketBase("/pb").autoCancellation(false);
