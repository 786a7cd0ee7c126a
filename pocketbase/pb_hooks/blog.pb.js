// A published variant of the platform 'blog' is an article of the blog: in the same transaction, so it is there when the save has succeeded.

onRecordCreate((e) => {
  require(`${__hooks}/lib/blog.js`).follow(e);
}, "platform_variants");

onRecordUpdate((e) => {
  require(`${__hooks}/lib/blog.js`).follow(e);
}, "platform_variants");

// An article shows a media file by its address, which changes with the file and ends with it.
onRecordAfterUpdateSuccess((e) => {
  require(`${__hooks}/lib/blog.js`).replacePicture(e.app, e.record);
  e.next();
}, "media_assets");

onRecordAfterDeleteSuccess((e) => {
  require(`${__hooks}/lib/blog.js`).removePicture(e.app, e.record);
  e.next();
}, "media_assets");
