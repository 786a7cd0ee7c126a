// The tokens of social accounts are hidden fields: PocketBase neither shows them to members nor takes them from
// members. They shall be writable all the same. A form that cannot show a token sends it back empty, so empty text
// leaves the stored token alone; who wants it gone deletes the account.

const takeTokens = (e) => {
  // The request's parsed body has lost hidden fields already, so read it again.
  const sent = new DynamicModel({ access_token: "", refresh_token: "" });
  e.bindBody(sent);
  for (const name of ["access_token", "refresh_token"]) {
    if (sent[name]) {
      e.record.set(name, sent[name]);
    }
  }

  e.next();
};

onRecordCreateRequest(takeTokens, "social_accounts");
onRecordUpdateRequest(takeTokens, "social_accounts");

// A form has to know whether there is a token to replace.
onRecordEnrich((e) => {
  e.record.withCustomData(true);
  e.record.set("has_token", e.record.getString("access_token") !== "");
  e.next();
}, "social_accounts");
