// The first superuser, from PB_ADMIN_EMAIL and PB_ADMIN_PASSWORD. Later changes of these variables change nothing:
// once a superuser exists, who may enter is decided in the admin page.

onBootstrap((e) => {
  e.next();

  const email = $os.getenv("PB_ADMIN_EMAIL");
  const password = $os.getenv("PB_ADMIN_PASSWORD");
  if (!email || !password || e.app.countRecords("_superusers") > 0) {
    return;
  }

  try {
    const superuser = new Record(e.app.findCollectionByNameOrId("_superusers"));
    superuser.setEmail(email);
    superuser.setPassword(password);
    e.app.save(superuser);
    console.log("Superuser made from PB_ADMIN_EMAIL.");
  } catch (error) {
    // A server without superuser still serves everybody else, so say it and go on.
    console.error(`The superuser of PB_ADMIN_EMAIL could not be made: ${error}. Correct the variables (a password has 8 characters or more) and restart.`);
  }
});
