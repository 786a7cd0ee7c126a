const ownerField = "workspace_id";

const hasOwner = (collection) => collection.fields.getByName(ownerField) != null;

// PocketBase's own words for an id that does not exist: whether a foreign record exists is nobody's business.
const refuse = (name) => {
  throw new BadRequestError("Failed to save record.", {
    [name]: new ValidationError("validation_missing_rel_records", "Failed to find all relation records with the provided ids."),
  });
};

module.exports = {
  /** Throws when a relation set by this save leads to a record of another workspace. Global records may be referred to. */
  requireOneWorkspace(app, record) {
    const collection = record.collection();
    if (!hasOwner(collection)) {
      return;
    }

    const workspace = record.getString(ownerField);
    const original = record.original();
    const moved = original.getString(ownerField) !== workspace;

    for (const field of collection.fields) {
      if (field.type() !== "relation" || field.name === ownerField) {
        continue;
      }

      const before = moved ? [] : original.getStringSlice(field.name);
      const added = record.getStringSlice(field.name).filter((id) => !before.includes(id));
      if (added.length === 0 || !hasOwner(app.findCachedCollectionByNameOrId(field.collectionId))) {
        continue;
      }

      const foreign = app.findRecordsByIds(field.collectionId, added)
        .some((target) => ![workspace, ""].includes(target.getString(ownerField)));
      if (foreign) {
        refuse(field.name);
      }
    }
  },
};
