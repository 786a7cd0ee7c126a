# Turns the record of one log line into the document that docs/log-documents.md describes. Runs inside a filter of Fluentd: one statement
# a line, no comment behind one. Levels and services are read exactly as the log reader's own LineLevel, SeverityWords and ServiceName do.
line = record["message"].to_s
colours = /\A(?:\e\[[^m]{0,9}m)+/
text = line.scrub("?").sub(colours, "")
keys = ["level", "severity", "lvl", "Severity", "LogLevel", "log.level", "@l"]
json = keys.filter_map { |key| text.partition("\"" + key + "\"")[2][/\A\s*:\s*"([A-Za-z]{1,16})(?![A-Za-z])/, 1] }.first
console = text[/\A(trce|dbug|info|warn|fail|crit)(?:\e\[[^m]{0,9}m)*:/, 1]
klog = {"I" => "info", "W" => "warning", "E" => "error", "F" => "fatal"}[text[/\A([IWEF])\d{4} /, 1]]
stamped = text.sub(/\A(?>(?:[\d \t:.,+\/\-\[\](){}|<>]|(?<=\d)[TZ](?![[:alpha:]])){0,48})/, "").sub(colours, "")[/\A[A-Za-z]{1,16}(?![A-Za-z])/]
stamped = nil unless stamped.to_s.match?(/\A(?:trace|debug|info|information|notice|warn|warning|error|err|severe|critical|crit|fatal|panic|emerg)\z/i)
parts = ["level=", "lvl=", "severity="].map { |key| text[0, 200].downcase.partition(key) }.reject { |before, _, _| before.match?(/[[:alnum:]]\z/) }
logfmt = parts.filter_map { |_, _, after| after[/\A["']*([a-z]{1,16})(?![a-z])/, 1] }.first
word = text.start_with?("{") ? json : console || klog || stamped || logfmt
levels = {
"debug" => %w(debug dbug trace trce verbose),
"info" => %w(information info notice informational low none ok),
"warning" => %w(warning warn medium minor),
"error" => %w(error err fail failure severe high major),
"critical" => %w(fatal critical crit emergency emerg alert panic page)}
level, _ = levels.find { |_, words| words.include?(word.to_s.downcase) }
trace = text[/trace[._-]?id["']?\s*[:=]\s*["']?(?!0{32})([0-9a-f]{32})(?![0-9a-f])/i, 1]
source = record["kubernetes"] || {}
pod = source["pod_name"].to_s
name = pod.sub(/(?:-[bcdfghjklmnpqrstvwxz2456789]{6,10})?-(?:[bcdfghjklmnpqrstvwxz2456789]{5}|\d{1,3})\z/, "").sub(/(?<=.)-(?:deployment|statefulset|daemonset)\z/, "")
service = [(source["labels"] || {})["app"], name, pod, "unknown"].find { |found| found.to_s != "" }
document = {"@timestamp" => Time.at(time.to_r).utc.strftime("%Y-%m-%dT%H:%M:%S.%L+00:00"), "message" => line, "stream" => record["stream"]}.compact
document["log"] = {"level" => level} if level
document["service"] = {"name" => service}
document["kubernetes"] = source.slice("namespace_name", "pod_name", "container_name", "host").compact if pod != ""
document["trace"] = {"id" => trace.downcase} if trace
record.replace(document)
nil
