// What rules cannot say about tenancy, or could only answer with a bare "not found". Applies to superusers too,
// so that a service account cannot tie two tenants together by mistake.

onRecordValidate((e) => {
  require(`${__hooks}/lib/relations.js`).requireOneWorkspace(e.app, e.record);
  e.next();
});

// products_services.brand_id is required and does not cascade, which protects a brand from being deleted under its
// products. A workspace takes its brands along, by name before its products: so take the products first.
onRecordDelete((e) => {
  const app = e.app;
  app.runInTransaction((transaction) => {
    e.app = transaction;
    try {
      transaction.findAllRecords("products_services", $dbx.hashExp({ workspace_id: e.record.id }))
        .forEach((product) => transaction.delete(product));
      e.next();
    } finally {
      e.app = app;
    }
  });
}, "workspaces");
