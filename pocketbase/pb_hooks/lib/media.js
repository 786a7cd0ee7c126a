module.exports = {
  /** Where browsers find a media file: below the address that the gateway gives PocketBase. */
  addressOf(media) {
    const root = ($os.getenv("PB_PUBLIC_URL") || "/pb").replace(/\/+$/, "");
    return `${root}/api/files/media_assets/${media.id}/${media.getString("file")}`;
  },
};
