// Demo data: a user, a workspace and believable content, so that a first look at TMCP is not empty.

onBootstrap((e) => {
  e.next();

  const password = $os.getenv("TMCP_DEMO_PASSWORD");
  if (!password) {
    return;
  }

  if (e.app.countRecords("users") > 0) {
    require(`${__hooks}/lib/demo.js`).applyPassword(e.app, password);
    return;
  }

  try {
    // On the very first start the collections do not exist yet: the server migrates after this event.
    e.app.runAppMigrations();
    const { created } = require(`${__hooks}/lib/demo.js`).seed(e.app, password);
    console.log(`Demo data: ${created} records made.`);
  } catch (error) {
    // Everything else works without it, so say it and go on.
    console.error(`Demo data could not be made: ${error}. Correct TMCP_DEMO_PASSWORD (8 characters or more) and send POST /api/tmcp/demo.`);
  }
});

// Makes what is missing and leaves the rest as it is; a changed TMCP_DEMO_PASSWORD is applied.
routerAdd("POST", "/api/tmcp/demo", (e) => {
  const password = $os.getenv("TMCP_DEMO_PASSWORD");
  if (!password) {
    throw new BadRequestError("No demo data was made: TMCP_DEMO_PASSWORD is not set. Set it for the server and restart.");
  }

  return e.json(200, require(`${__hooks}/lib/demo.js`).seed(e.app, password));
}, $apis.requireSuperuserAuth());
