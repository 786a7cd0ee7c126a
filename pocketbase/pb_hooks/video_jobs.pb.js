// Number fields have no default: a job that says nothing has middle priority and three attempts.

onRecordCreate((e) => {
  const defaults = { priority: 5, max_attempts: 3 };
  for (const name in defaults) {
    if (e.record.getInt(name) === 0) {
      e.record.set(name, defaults[name]);
    }
  }

  e.next();
}, "video_jobs");
