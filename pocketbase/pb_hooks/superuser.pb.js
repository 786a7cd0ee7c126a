// The superuser of PB_ADMIN_EMAIL and PB_ADMIN_PASSWORD, which is also the account of the services: made when there is no
// superuser at all, and given the password of the variable when that has changed. Other superusers are left alone.

onBootstrap((e) => {
  e.next();

  const email = $os.getenv("PB_ADMIN_EMAIL");
  const password = $os.getenv("PB_ADMIN_PASSWORD");
  if (!email || !password) {
    return;
  }

  const known = arrayOf(new Record());
  e.app.recordQuery("_superusers").andWhere($dbx.hashExp({ email })).all(known);
  const superuser = known.length > 0 ? known[0] : new Record(e.app.findCollectionByNameOrId("_superusers"));
  const isNew = known.length === 0;
  if (isNew ? e.app.countRecords("_superusers") > 0 : superuser.validatePassword(password)) {
    return;
  }

  try {
    superuser.setEmail(email);
    superuser.setPassword(password);
    e.app.save(superuser);
    console.log(isNew ? "Superuser made from PB_ADMIN_EMAIL." : "Superuser of PB_ADMIN_EMAIL has the password of PB_ADMIN_PASSWORD now.");
  } catch (error) {
    // A server without superuser still serves everybody else, so say it and go on.
    console.error(`The superuser of PB_ADMIN_EMAIL could not be made: ${error}. Correct the variables (a password has 8 characters or more) and restart.`);
  }
});
