// The picture that goes with a post: the first image of the variant, if Facebook takes its kind and size.

const kinds = [".jpg", ".jpeg", ".png", ".gif", ".webp"];
const maxBytes = 4 * 1000 * 1000;

const findImage = (app, variant) => app.findRecordsByIds("media_assets", variant.getStringSlice("platformMediaIds"))
  .find((media) => media.getString("file_type") === "image");

module.exports = {
  /** {file} to upload, or {leftOut} with the reason why there is none; neither when the variant has no image. */
  findPicture(app, variant) {
    const media = findImage(app, variant);
    if (!media) {
      return {};
    }

    const name = media.getString("file");
    if (!kinds.some((kind) => name.toLowerCase().endsWith(kind))) {
      return { leftOut: `'${name}' was left out: Facebook takes JPEG, PNG, GIF and WebP, not svg.` };
    }

    const files = app.newFilesystem();
    try {
      const key = `${media.baseFilesPath()}/${name}`;
      const { size } = files.attributes(key);
      if (size > maxBytes) {
        return { leftOut: `'${name}' was left out: it has ${size} bytes, and Facebook takes ${maxBytes}.` };
      }

      // Into memory: what reads from the storage ends with it.
      const reader = files.getReader(key);
      try {
        return { file: $filesystem.fileFromBytes(toBytes(reader, maxBytes), name) };
      } finally {
        reader.close();
      }
    } catch (error) {
      return { leftOut: `'${name}' was left out: it could not be read (${error}).` };
    } finally {
      files.close();
    }
  },
};
